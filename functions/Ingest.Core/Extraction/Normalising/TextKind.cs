using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>What kind of character a UTF-16 unit is, as far as spacing and line wraps care.</summary>
internal static class TextKind
{
    private static readonly SearchValues<char> Terminal = SearchValues.Create("。!?;:…!?;:");

    /// <summary>Spaces that are no line breaks: ASCII, no-break, ideographic, en, em… A tab is none, it parts cells.</summary>
    public static SearchValues<char> Spaces { get; } = SearchValues.Create([.. CharacterSet.All.Where(IsSpace)]);

    /// <summary>Index of the first line break, of any convention; the length of the text where there is none.</summary>
    public static int BreakIn(ReadOnlySpan<char> text)
    {
        // Two searches for what the processor can compare at once are faster than one for a set.
        var line = text.IndexOfAnyInRange('\n', '\r') is var at and >= 0 ? text[..at] : text;
        return line.IndexOfAny('\u0085', '\u2028', '\u2029') is var rare and >= 0 ? rare : line.Length;
    }

    /// <summary>A Chinese character (also the ideographic zero and iteration mark).</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '〇' or '々' || char.IsSurrogate(c);

    /// <summary>Whether it is one of <see cref="Spaces"/>.</summary>
    public static bool IsSpace(char c) => c <= '\u3000' && c is ' ' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u1680';

    /// <summary>A character nobody sees: zero-width, soft hyphen, byte order mark, control characters but tab and line breaks.</summary>
    public static bool IsInvisible(char c) =>
        c is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or '\u00AD' or '\u180E'
            or (< ' ' and not ('\t' or '\n' or '\v' or '\f' or '\r')) or (>= '\u007F' and <= '\u009F' and not '\u0085');

    /// <summary>ASCII digit.</summary>
    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    /// <summary>A mark that ends a clause or sentence, so that a line that ends with it is not wrapped inside a word.</summary>
    public static bool IsTerminal(char c) => Terminal.Contains(c);

    /// <summary>A mark beside which a space says nothing.</summary>
    public static bool IsChineseMark(char c) => c is ',' or '。' or '、' or ';' or ':' or '!' or '?' or '(' or ')' or '“' or '”' or '‘' or '’' or '《' or '》' or '〔' or '〕' or '【' or '】' or '…' or '—';

    /// <summary>Width of a space in half-characters.</summary>
    public static int SpaceWidth(char space) => space is '\u3000' or '\u2003' ? 2 : 1;
}
