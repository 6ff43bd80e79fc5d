using System.Globalization;
using System.Text;

namespace Ingest.Core.Reading.Rtf;

/// <summary>What stands next in RTF.</summary>
internal enum RtfKind
{
    End,
    Open,
    Close,
    Word,
    Symbol,
    Byte,
    Text,
}

/// <summary>Splits RTF into groups, control words, bytes and text.</summary>
internal sealed class RtfTokens(ReadOnlyMemory<byte> file)
{
    private const int LongestWord = 32;
    private int _at;

    /// <summary>The control word's name without backslash, or the control symbol.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The control word's number, or null where it has none.</summary>
    public int? Number { get; private set; }

    /// <summary>The byte of a <c>\'xx</c> or of plain text.</summary>
    public byte Value { get; private set; }

    public RtfKind Next()
    {
        var span = file.Span;
        while (_at < span.Length && span[_at] is (byte)'\r' or (byte)'\n' or 0) _at++;
        if (_at >= span.Length) return RtfKind.End;
        switch (span[_at])
        {
            case (byte)'{': _at++; return RtfKind.Open;
            case (byte)'}': _at++; return RtfKind.Close;
            case (byte)'\\' when _at + 1 < span.Length: return Control(span);
            default: Value = span[_at++]; return RtfKind.Text;
        }
    }

    /// <summary>Passes the raw bytes of a <c>\bin</c>.</summary>
    public void Skip(int bytes) => _at = (int)Math.Min((long)_at + Math.Max(bytes, 0), file.Length);

    private RtfKind Control(ReadOnlySpan<byte> span)
    {
        var c = span[_at + 1];
        if (c == '\'' && _at + 3 < span.Length)
        {
            var isHex = byte.TryParse(span.Slice(_at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
            Value = isHex ? value : (byte)'?';
            _at += isHex ? 4 : 2;
            return RtfKind.Byte;
        }

        if (!char.IsAsciiLetter((char)c))
        {
            Name = ((char)c).ToString();
            _at += 2;
            return RtfKind.Symbol;
        }

        var start = ++_at;
        while (_at < span.Length && char.IsAsciiLetter((char)span[_at]) && _at - start < LongestWord) _at++;
        Name = Encoding.ASCII.GetString(span[start.._at]);
        Number = NumberAt(span);
        if (_at < span.Length && span[_at] == ' ') _at++;
        return RtfKind.Word;
    }

    private int? NumberAt(ReadOnlySpan<byte> span)
    {
        var start = _at;
        if (_at < span.Length && span[_at] == '-') _at++;
        while (_at < span.Length && char.IsAsciiDigit((char)span[_at]) && _at - start < 11) _at++;
        return int.TryParse(span[start.._at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
