using System.Text;

namespace Ingest.Core.Reading.Pdf;

/// <summary>
/// A CMap embedded in a file: how many bytes a code has, and what codes stand for, either Unicode text (ToUnicode) or
/// character ids (a font's encoding).
/// </summary>
internal sealed class CodeMap
{
    private const int MostMappings = 200_000;
    private const int MostTokens = 2_000_000;
    private readonly List<(int Bytes, uint Low, uint High)> _spaces = [];
    private readonly List<(uint Low, uint High, uint Cid)> _cidRanges = [];

    /// <summary>Unicode text by code.</summary>
    public Dictionary<uint, string> Text { get; } = [];

    public bool HasCodeSpaces => _spaces.Count > 0;

    public static CodeMap Parse(byte[] bytes, ReadingBudget budget)
    {
        var map = new CodeMap();
        var lexer = new PdfLexer(bytes, budget);
        for (var tokens = 0; tokens < MostTokens; tokens++)
        {
            var token = lexer.Read();
            if (ReferenceEquals(token, PdfLexer.End)) break;
            if (token is not PdfKeyword keyword) continue;
            switch (keyword.Value)
            {
                case "begincodespacerange": map.CodeSpaces(lexer); break;
                case "beginbfchar": map.TextCharacters(lexer); break;
                case "beginbfrange": map.TextRanges(lexer, budget); break;
                case "begincidrange": map.CidRanges(lexer, isRange: true); break;
                case "begincidchar": map.CidRanges(lexer, isRange: false); break;
                default: break;
            }
        }

        map._cidRanges.Sort();
        return map;
    }

    /// <summary>Length in bytes of the code that <paramref name="bytes"/> start with.</summary>
    public int CodeLength(ReadOnlySpan<byte> bytes)
    {
        uint code = 0;
        for (var length = 1; length <= Math.Min(4, bytes.Length); length++)
        {
            code = (code << 8) | bytes[length - 1];
            foreach (var (count, low, high) in _spaces)
            {
                if (count == length && Fits(code, low, high, length)) return length;
            }
        }

        return Math.Min(bytes.Length, _spaces.Count == 0 ? 1 : _spaces.Min(s => s.Bytes));
    }

    /// <summary>The character id of a code; 0 where it has none.</summary>
    public uint Cid(uint code)
    {
        int low = 0, high = _cidRanges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var range = _cidRanges[middle];
            if (code < range.Low) high = middle - 1;
            else if (code > range.High) low = middle + 1;
            else return range.Cid + (code - range.Low);
        }

        return 0;
    }

    /// <summary>A code lies in a space where each of its bytes lies between the bytes of the borders.</summary>
    private static bool Fits(uint code, uint low, uint high, int bytes)
    {
        for (var shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        {
            var b = (code >> shift) & 0xFF;
            if (b < ((low >> shift) & 0xFF) || b > ((high >> shift) & 0xFF)) return false;
        }

        return true;
    }

    private void CodeSpaces(PdfLexer lexer)
    {
        while (lexer.Read() is PdfString low && lexer.Read() is PdfString high && _spaces.Count < 64) _spaces.Add((low.Bytes.Length, Code(low), Code(high)));
    }

    private void TextCharacters(PdfLexer lexer)
    {
        while (lexer.Read() is PdfString code && lexer.Read() is var target && target is PdfString or PdfName && Text.Count < MostMappings)
        {
            Text[Code(code)] = target is PdfString text ? Utf16(text.Bytes) : GlyphNames.Text(((PdfName)target).Value) ?? "";
        }
    }

    private void TextRanges(PdfLexer lexer, ReadingBudget budget)
    {
        while (lexer.Read() is PdfString low && lexer.Read() is PdfString high && lexer.Read() is var target && target is PdfString or List<object?>)
        {
            uint first = Code(low), last = Math.Min(Code(high), first + 0xFFFF);
            for (var code = first; code <= last && Text.Count < MostMappings; code++)
            {
                budget.Tick();
                if (target is List<object?> list)
                {
                    if (code - first < list.Count && list[(int)(code - first)] is PdfString one) Text[code] = Utf16(one.Bytes);
                }
                else
                {
                    Text[code] = Plus(((PdfString)target).Bytes, code - first);
                }

                if (code == uint.MaxValue) break;
            }
        }
    }

    private void CidRanges(PdfLexer lexer, bool isRange)
    {
        while (_cidRanges.Count < MostMappings && lexer.Read() is PdfString low)
        {
            var high = isRange ? lexer.Read() as PdfString : low;
            if (high is null || lexer.Read() is not double cid) return;
            _cidRanges.Add((Code(low), Code(high), (uint)cid));
        }
    }

    private static uint Code(PdfString code)
    {
        uint value = 0;
        foreach (var b in code.Bytes) value = (value << 8) | b;
        return value;
    }

    private static string Utf16(byte[] bytes) => bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes);

    private static string Plus(byte[] bytes, uint offset)
    {
        if (offset == 0 || bytes.Length == 0) return Utf16(bytes);
        var next = (byte[])bytes.Clone();
        for (var i = next.Length - 1; i >= 0 && offset > 0; i--)
        {
            var sum = next[i] + (offset & 0xFF);
            next[i] = (byte)sum;
            offset = (offset >> 8) + (uint)(sum >> 8);
        }

        return Utf16(next);
    }
}
