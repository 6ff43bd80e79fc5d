using System.Globalization;
using System.Text;

namespace Ingest.Core.Reading.Pdf;

/// <summary>
/// Reads PDF objects from bytes (ISO 32000-1, 7.2 and 7.3). Anything unexpected is passed over and never loops: each call
/// moves forward or says that the end is reached.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> data, ReadingBudget budget, int position = 0, bool isContent = false)
{
    private const int LongestToken = 256;
    private const int ItemsAnObject = 8;
    private const int MostOperands = 100_000;
    private static readonly PdfKeyword CloseArray = new("]");
    private static readonly PdfKeyword CloseDictionary = new(">>");

    /// <summary>What <see cref="Read"/> gives at the end of the bytes.</summary>
    public static PdfKeyword End { get; } = new("");

    public int Position { get; set; } = position;

    private ReadOnlySpan<byte> Span => data.Span;

    /// <summary>The next object. References are put together; a stream's bytes are the caller's.</summary>
    public object? Read(int depth = 0)
    {
        budget.Tick();
        budget.Depth(depth);
        SkipBlanks();
        var span = Span;
        if (Position >= span.Length) return End;
        switch ((char)span[Position])
        {
            case '/': return new PdfName(Name());
            case '(': return new PdfString(LiteralString());
            case '[': Position++; return Array(depth);
            case ']': Position++; return CloseArray;
            case '<' when Position + 1 < span.Length && span[Position + 1] == '<': Position += 2; return Dictionary(depth);
            case '<': return new PdfString(HexString());
            case '>' when Position + 1 < span.Length && span[Position + 1] == '>': Position += 2; return CloseDictionary;
            case '{' or '}' or ')' or '>': Position++; return Read(depth + 1);
            case (>= '0' and <= '9') or '+' or '-' or '.': return NumberOrReference();
            default: return Keyword();
        }
    }

    public void SkipBlanks()
    {
        var span = Span;
        while (Position < span.Length)
        {
            var c = span[Position];
            if (c is 0 or 9 or 10 or 12 or 13 or 32)
            {
                Position++;
            }
            else if (c == '%')
            {
                var end = span[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? span.Length : Position + end;
            }
            else
            {
                return;
            }
        }
    }

    private List<object?> Array(int depth)
    {
        var items = new List<object?>();
        while (true)
        {
            var item = Read(depth + 1);
            if (ReferenceEquals(item, CloseArray) || ReferenceEquals(item, End)) return items;
            if (item is PdfKeyword { Value: "endobj" or "endstream" }) return items; // the closing bracket was lost
            if (item is PdfKeyword || isContent && items.Count >= MostOperands) continue;
            items.Add(item);
            if (!isContent && items.Count % ItemsAnObject == 0) budget.Object(); // an object that is kept
        }
    }

    private PdfDictionary Dictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        while (true)
        {
            var key = Read(depth + 1);
            if (ReferenceEquals(key, CloseDictionary) || ReferenceEquals(key, End)) return dictionary;
            if (key is PdfKeyword { Value: "endobj" or "stream" } word)
            {
                Position -= word.Value.Length; // the closing brackets were lost
                return dictionary;
            }

            if (key is not PdfName name) continue;
            var value = Read(depth + 1);
            if (ReferenceEquals(value, CloseDictionary) || ReferenceEquals(value, End)) return dictionary;
            dictionary[name.Value] = value is PdfKeyword ? null : value;
            if (!isContent && dictionary.Count % ItemsAnObject == 0) budget.Object();
        }
    }

    private string Name()
    {
        var span = Span;
        var start = ++Position;
        while (Position < span.Length && IsRegular(span[Position])) Position++;
        var raw = span[start..Position];
        if (!raw.Contains((byte)'#')) return Encoding.Latin1.GetString(raw);
        var name = new List<byte>();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && byte.TryParse(raw.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                name.Add(value);
                i += 2;
            }
            else
            {
                name.Add(raw[i]);
            }
        }

        return Encoding.UTF8.GetString([.. name]);
    }

    private byte[] LiteralString()
    {
        var span = Span;
        var bytes = new List<byte>();
        var open = 1;
        for (Position++; Position < span.Length; Position++)
        {
            var c = span[Position];
            if (c == '\\')
            {
                Escape(span, bytes);
                continue;
            }

            if (c == '(') open++;
            if (c == ')' && --open == 0)
            {
                Position++;
                break;
            }

            bytes.Add(c);
        }

        return [.. bytes];
    }

    private void Escape(ReadOnlySpan<byte> span, List<byte> bytes)
    {
        if (++Position >= span.Length) return;
        var c = span[Position];
        if (c is >= (byte)'0' and <= (byte)'7')
        {
            var value = 0;
            var digits = 0;
            for (; digits < 3 && Position + digits < span.Length && span[Position + digits] is >= (byte)'0' and <= (byte)'7'; digits++) value = (value * 8) + span[Position + digits] - '0';
            Position += digits - 1;
            bytes.Add((byte)value);
        }
        else if (c == '\r')
        {
            if (Position + 1 < span.Length && span[Position + 1] == '\n') Position++;
        }
        else if (c != '\n')
        {
            bytes.Add(c switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => c });
        }
    }

    private byte[] HexString()
    {
        var span = Span;
        var bytes = new List<byte>();
        var high = -1;
        for (Position++; Position < span.Length; Position++)
        {
            var c = (char)span[Position];
            if (c == '>')
            {
                Position++;
                break;
            }

            if (!char.IsAsciiHexDigit(c)) continue;
            var digit = char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
            if (high < 0) high = digit;
            else
            {
                bytes.Add((byte)((high << 4) | digit));
                high = -1;
            }
        }

        if (high >= 0) bytes.Add((byte)(high << 4));
        return [.. bytes];
    }

    private object NumberOrReference()
    {
        var number = Number();
        if (number < 0 || number > int.MaxValue || number != Math.Floor(number)) return number;
        var after = Position;
        var span = Span;
        if (SkipOne(span) && Position < span.Length && char.IsAsciiDigit((char)span[Position]))
        {
            var generation = Number();
            if (generation is >= 0 and <= 65535 && generation == Math.Floor(generation) && SkipOne(span) && Position < span.Length && span[Position] == 'R'
                && (Position + 1 == span.Length || !IsRegular(span[Position + 1])))
            {
                Position++;
                return new PdfReference((int)number, (int)generation);
            }
        }

        Position = after;
        return number;
    }

    private bool SkipOne(ReadOnlySpan<byte> span)
    {
        var start = Position;
        while (Position < span.Length && span[Position] is 0 or 9 or 10 or 12 or 13 or 32) Position++;
        return Position > start;
    }

    private double Number()
    {
        var span = Span;
        var start = Position;
        while (Position < span.Length && Position - start < LongestToken && span[Position] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'+' or (byte)'-') Position++;
        var raw = span[start..Position];
        if (double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        while (raw is [(byte)'-', (byte)'-', ..]) raw = raw[1..]; // "--5" and "5-3" are written by broken producers
        var dash = raw.Length > 1 ? raw[1..].IndexOf((byte)'-') : -1;
        return double.TryParse(dash < 0 ? raw : raw[..(dash + 1)], NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? number : 0;
    }

    private object? Keyword()
    {
        var span = Span;
        var start = Position;
        while (Position < span.Length && Position - start < LongestToken && IsRegular(span[Position])) Position++;
        if (Position == start) Position++; // a delimiter out of place
        return Encoding.Latin1.GetString(span[start..Position]) switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            var word => new PdfKeyword(word),
        };
    }

    private static bool IsRegular(byte c) =>
        c is not (0 or 9 or 10 or 12 or 13 or 32 or (byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%');
}
