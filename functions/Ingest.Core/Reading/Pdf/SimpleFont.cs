using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Pdf;

/// <summary>A font of one-byte codes: its encoding with differences by glyph name, or its ToUnicode map.</summary>
internal sealed class SimpleFont : PdfFont
{
    private const double UnknownWidth = 500;
    private const int Symbolic = 4;
    private readonly PdfGlyph[] _glyphs = new PdfGlyph[256];

    public SimpleFont(PdfDictionary font, CodeMap? toUnicode, PdfFile file)
    {
        var texts = Encoded(font, file);
        var widths = file.Get(font, "Widths") as List<object?> ?? [];
        var first = (int)Math.Clamp(file.Number(font, "FirstChar", 0), 0, 255);
        var descriptor = file.Get(font, "FontDescriptor") as PdfDictionary;
        var missing = file.Number(descriptor, "MissingWidth", UnknownWidth);
        var scale = file.Name(font, "Subtype") == "Type3" ? Type3Scale(font, file) : 1;
        for (var code = 0; code < 256; code++)
        {
            var width = code >= first && code - first < widths.Count && file.Resolve(widths[code - first]) is double w ? w * scale : missing;
            var text = toUnicode is not null && toUnicode.Text.TryGetValue((uint)code, out var mapped) ? mapped : texts[code];
            _glyphs[code] = new PdfGlyph(text, width, code == 32);
        }
    }

    public override void Decode(ReadOnlySpan<byte> bytes, List<PdfGlyph> glyphs)
    {
        foreach (var code in bytes) glyphs.Add(_glyphs[code]);
    }

    private static double Type3Scale(PdfDictionary font, PdfFile file) =>
        file.Get(font, "FontMatrix") is List<object?> { Count: 6 } matrix && file.Resolve(matrix[0]) is double scale && scale != 0 ? scale * 1000 : 1;

    private static string?[] Encoded(PdfDictionary font, PdfFile file)
    {
        var encoding = file.Get(font, "Encoding");
        var baseName = (encoding as PdfName)?.Value ?? file.Name(encoding as PdfDictionary, "BaseEncoding");
        var descriptor = file.Get(font, "FontDescriptor") as PdfDictionary;
        var isSymbolic = baseName is null && ((int)file.Number(descriptor, "Flags", 0) & Symbolic) != 0;
        var texts = new string?[256];
        var page = TextDecoding.OfCodePage(baseName == "MacRomanEncoding" ? 10000 : 1252);
        for (var code = 32; code < 256 && !(isSymbolic && code >= 127); code++) texts[code] = page.GetString([(byte)code]);
        if (file.Get(encoding as PdfDictionary, "Differences") is List<object?> differences) Apply(differences, texts, file);
        return texts;
    }

    private static void Apply(List<object?> differences, string?[] texts, PdfFile file)
    {
        var code = 0;
        foreach (var item in differences.Select(file.Resolve))
        {
            if (item is double start) code = (int)Math.Clamp(start, 0, 256);
            else if (item is PdfName name && code < 256) texts[code++] = GlyphNames.Text(name.Value);
        }
    }
}
