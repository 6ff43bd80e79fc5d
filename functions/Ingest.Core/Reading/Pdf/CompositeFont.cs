namespace Ingest.Core.Reading.Pdf;

/// <summary>
/// A font of codes of several bytes (Type 0). The text comes from the first that has it: ToUnicode, the predefined map
/// of its encoding, the order of Adobe's Chinese collection, the embedded font's own character map.
/// </summary>
internal sealed class CompositeFont : PdfFont
{
    private const int MostWidths = 200_000;
    private readonly CodeMap? _toUnicode;
    private readonly PredefinedMap? _predefined;
    private readonly CodeMap? _embedded;
    private readonly Dictionary<uint, double> _widths = [];
    private readonly double _defaultWidth;
    private readonly bool _isGb1;
    private readonly Func<uint, uint> _glyphOf = cid => cid;
    private readonly Dictionary<uint, string> _byGlyph = [];

    public CompositeFont(PdfDictionary font, CodeMap? toUnicode, PdfFile file)
    {
        _toUnicode = toUnicode;
        var encoding = file.Get(font, "Encoding");
        if (encoding is PdfName name) _predefined = PredefinedMap.Named(name.Value);
        else if (encoding is PdfStream stream) _embedded = CodeMap.Parse(file.Decode(stream), file.Budget);
        IsVertical = encoding is PdfName { Value: var v } && v.EndsWith("-V", StringComparison.Ordinal);
        var descendant = file.Get(font, "DescendantFonts") is List<object?> { Count: > 0 } list ? file.Resolve(list[0]) as PdfDictionary : file.Get(font, "DescendantFonts") as PdfDictionary;
        _defaultWidth = file.Number(descendant, "DW", 1000);
        if (file.Get(descendant, "W") is List<object?> widths) ReadWidths(widths, file);
        var system = file.Get(descendant, "CIDSystemInfo") as PdfDictionary;
        _isGb1 = file.Get(system, "Ordering") is PdfString { Bytes: var ordering } && ordering.AsSpan().SequenceEqual("GB1"u8);
        if (_predefined is not null || toUnicode is { Text.Count: > 0 }) return;
        if (file.Get(file.Get(descendant, "FontDescriptor") as PdfDictionary, "FontFile2") is PdfStream program) _byGlyph = TrueTypeText.ByGlyph(file.Decode(program), file.Budget);
        if (file.Get(descendant, "CIDToGIDMap") is PdfStream glyphs && file.Decode(glyphs) is var map) _glyphOf = cid => (cid * 2) + 1 < map.Length ? (uint)((map[cid * 2] << 8) | map[(cid * 2) + 1]) : 0;
    }

    public override bool IsVertical { get; }

    public override void Decode(ReadOnlySpan<byte> bytes, List<PdfGlyph> glyphs)
    {
        while (bytes.Length > 0)
        {
            var length = Math.Max(1, CodeLength(bytes));
            uint code = 0;
            foreach (var b in bytes[..length]) code = (code << 8) | b;
            var cid = _embedded?.Cid(code) ?? code;
            glyphs.Add(new PdfGlyph(Text(code, cid, bytes[..length]), Width(code, cid), length == 1 && code == 32));
            bytes = bytes[length..];
        }
    }

    private int CodeLength(ReadOnlySpan<byte> bytes) =>
        _predefined?.CodeLength(bytes) ?? (_embedded is { HasCodeSpaces: true } ? _embedded.CodeLength(bytes) : Math.Min(2, bytes.Length));

    private string? Text(uint code, uint cid, ReadOnlySpan<byte> bytes)
    {
        if (_toUnicode is not null && _toUnicode.Text.TryGetValue(code, out var text)) return text;
        if (_predefined is not null) return _predefined.Text(code, bytes);
        if (_byGlyph.Count > 0 && _byGlyph.TryGetValue(_glyphOf(cid), out var character)) return character;
        return _isGb1 ? AdobeGb1.Text(cid) : null;
    }

    /// <summary>Widths go by character id; under a predefined map that id is unknown, but one-byte codes are half as wide.</summary>
    private double Width(uint code, uint cid) =>
        _predefined is not null ? code is < 0x80 ? _defaultWidth / 2 : _defaultWidth : _widths.GetValueOrDefault(cid, _defaultWidth);

    private void ReadWidths(List<object?> items, PdfFile file)
    {
        for (var i = 0; i + 1 < items.Count && _widths.Count < MostWidths;)
        {
            if (file.Resolve(items[i]) is not double first || first < 0) break;
            var second = file.Resolve(items[i + 1]);
            if (second is List<object?> list)
            {
                for (var n = 0; n < list.Count; n++) _widths[(uint)(first + n)] = file.Resolve(list[n]) as double? ?? _defaultWidth;
                i += 2;
            }
            else
            {
                if (second is not double last || i + 2 >= items.Count || file.Resolve(items[i + 2]) is not double width) break;
                for (var cid = first; cid <= last && _widths.Count < MostWidths; cid++) _widths[(uint)cid] = width;
                i += 3;
            }
        }
    }
}
