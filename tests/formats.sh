#!/usr/bin/env bash
# Makes every format out of plain texts, to show that the same report gives the same text (and so the same measures)
# whatever it came as. Needs LibreOffice (libreoffice-writer, libreoffice-calc), iconv and zip.
#   tests/formats.sh OUT TEXT...       e.g. tests/formats.sh /tmp/formats seeds/*.txt
set -euo pipefail

out=${1:?folder to write to}
shift
mkdir -p "$out"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

office() { # extension filter files...
    local extension=$1 filter=$2
    shift 2
    soffice "-env:UserInstallation=file://$profile" --headless --infilter='Text (encoded):UTF8,LF,,,' \
        --convert-to "$extension${filter:+:$filter}" --outdir "$out" "$@" >/dev/null 2>&1
}

office docx 'MS Word 2007 XML' "$@"
office doc 'MS Word 97' "$@"
office rtf 'Rich Text Format' "$@"
office html 'HTML (StarWriter)' "$@"
office pdf writer_pdf_Export "$@"

for text in "$@"; do
    name=$(basename "$text" .txt)
    iconv -f UTF-8 -t GB18030 "$text" >"$out/$name.gb18030.txt"
    iconv -f UTF-8 -t UTF-16 "$text" >"$out/$name.utf16.txt"
    iconv -f UTF-8 -t BIG5 "$text" >"$out/$name.big5.txt" 2>/dev/null || rm -f "$out/$name.big5.txt" # only traditional texts can be
    (cd "$out" && rm -f "$name.zip" && zip -q "$name.zip" "$name.docx" "$name.pdf")
done
