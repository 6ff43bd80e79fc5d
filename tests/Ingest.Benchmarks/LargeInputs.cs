using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Benchmarks;

/// <summary>Large and hostile files, made where they are needed.</summary>
internal static class LargeInputs
{
    private const int Most = 50 << 20;
    private const string Sentence = "2月10日，湖北省总工会追加下拨5000万元，专项用于慰问奋战在疫情防控一线的职工。\n";
    private const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    public static IReadOnlyList<(string Name, Func<byte[]> Make)> All { get; } =
    [
        ("text, 8 million characters", () => Repeated(Encoding.UTF8.GetBytes(Sentence), 20 << 20)),
        ("text, 50 MB", () => Repeated(Encoding.UTF8.GetBytes(Sentence), Most)),
        ("text, 50 MB of UTF-16", () => Repeated(Encoding.Unicode.GetBytes(Sentence), Most)),
        ("csv, 50 MB", () => Repeated("武汉市总工会,100,2020-02-05\n"u8.ToArray(), Most)),
        ("csv, all commas", () => Repeated("1,,,,,,,,,,,,,,2\n"u8.ToArray(), 7 << 20)),
        ("html, 8 MB", () => [.. "<html><body>"u8, .. Repeated(Encoding.UTF8.GetBytes($"<p>{Sentence}</p>"), 8 << 20)]),
        ("html, nested without end", () => [.. "<html><body>"u8, .. Repeated("<b><p>"u8.ToArray(), 9 << 20)]),
        ("html, half a million elements", () => [.. "<html><body>"u8, .. Repeated("<br><i></i>"u8.ToArray(), 5 << 20)]),
        ("rtf, 50 MB", () => [.. "{\\rtf1\\ansicpg936 "u8, .. Repeated("\\'b9\\'a4\\'bb\\'e1\\par "u8.ToArray(), Most - 100)]),
        ("docx, one part of 31 MB", () => Docx(Repeated(Encoding.UTF8.GetBytes($"<w:p><w:r><w:t>{Sentence}</w:t></w:r></w:p>"), 31 << 20))),
        ("docx, empty cells", () => Docx([.. "<w:tbl><w:tr>"u8, .. Repeated("<w:tc/>"u8.ToArray(), 30 << 20), .. "</w:tr></w:tbl>"u8])),
        ("docx, a text of 31 MB", () => Docx([.. "<w:p><w:r><w:t>"u8, .. Repeated("a"u8.ToArray(), 31 << 20), .. "</w:t></w:r></w:p>"u8])),
        ("docx, a million names", () => Docx(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<a{i}/>")))))),
        ("xlsx, shared strings", () => Xlsx(strings: Repeated("<si><t>工</t></si>"u8.ToArray(), 31 << 20))),
        ("xlsx, empty shared strings", () => Xlsx(strings: Repeated("<si/>"u8.ToArray(), 31 << 20))),
        ("xlsx, cell formats", () => Xlsx(styles: [.. "<cellXfs>"u8, .. Repeated("<xf/>"u8.ToArray(), 31 << 20), .. "</cellXfs>"u8])),
        ("xlsx, merged cells", () => Xlsx(merges: Repeated("<mergeCell ref=\"A1:A9\"/>"u8.ToArray(), 31 << 20))),
        ("pdf, 50 MB of content", () => Pdf("/Length 0", Repeated("BT /F1 9 Tf 72 700 Td <b9a4bbe1> Tj ET\n"u8.ToArray(), Most - 4096))),
        ("pdf, a million runs", () => Pdf("/Filter/FlateDecode", Deflated(Encoding.ASCII.GetBytes("BT /F1 1 Tf " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {i * 7 % 500} {i * 13 % 800} Tm<b9a4>Tj "))))))),
        ("pdf, unpacks to 500 MB", () => Pdf("/Filter[/FlateDecode/FlateDecode]", Deflated(Deflated(new byte[500_000_000])))),
        ("pdf, an array of 15 million", () => Pdf("/Filter/FlateDecode", Deflated([(byte)'[', .. Repeated("1 "u8.ToArray(), 30 << 20)]))),
        ("pdf, arrays as objects", () => [.. "%PDF-1.4\n"u8, .. Repeated([.. "1 0 obj["u8, .. Repeated("1 "u8.ToArray(), 100_000), .. "]endobj\n"u8], Most - 100)]),
        ("zip, entries of 40 MB zeros", () => Zip([.. Enumerable.Range(0, 10).Select(i => (string.Create(CultureInfo.InvariantCulture, $"{i}.txt"), new byte[40 << 20]))])),
        ("random bytes, 50 MB", () => RandomBytes(Most)),
    ];

    private static byte[] Repeated(byte[] block, int length)
    {
        var bytes = new byte[length / block.Length * block.Length];
        for (var at = 0; at < bytes.Length; at += block.Length) block.CopyTo(bytes, at);
        return bytes;
    }

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Deflated(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Docx(byte[] body) => Zip(
    [
        ("[Content_Types].xml", "<Types/>"u8.ToArray()),
        ("word/document.xml", [.. "<w:document xmlns:w=\"w\"><w:body>"u8, .. body, .. "</w:body></w:document>"u8]),
    ]);

    private static byte[] Xlsx(byte[]? strings = null, byte[]? styles = null, byte[]? merges = null) => Zip(
    [
        ("[Content_Types].xml", "<Types/>"u8.ToArray()),
        ("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook {Sheet} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(new[] { ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "styles.xml") }
            .Select(r => $"<Relationship Id=\"{r.Item1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Item2}\" Target=\"{r.Item3}\"/>")) + "</Relationships>")),
        ("xl/sharedStrings.xml", Element("sst", strings)),
        ("xl/styles.xml", Element("styleSheet", styles)),
        ("xl/worksheets/sheet1.xml", Element("worksheet", [.. "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"u8, .. merges is null ? [] : (byte[])[.. "<mergeCells>"u8, .. merges, .. "</mergeCells>"u8]])),
    ]);

    private static byte[] Element(string name, byte[]? content) => [.. Encoding.UTF8.GetBytes($"<{name} {Sheet}>"), .. content ?? [], .. Encoding.UTF8.GetBytes($"</{name}>")];

    private static byte[] Pdf(string filter, byte[] content) =>
    [
        .. Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[4 0 R]/MediaBox[0 0 595 842]>>endobj\n"
            + "3 0 obj<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/GBK-EUC-H/DescendantFonts[<</Subtype/CIDFontType0/DW 1000>>]>>endobj\n"
            + $"4 0 obj<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj\n5 0 obj<<{filter}>>stream\n"),
        .. content,
        .. "\nendstream endobj\ntrailer<</Root 1 0 R>>"u8,
    ];
}
