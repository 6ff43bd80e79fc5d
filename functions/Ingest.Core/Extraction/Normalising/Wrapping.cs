using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Tells a line wrap from the end of a paragraph. A block of lines without a blank one is wrapped when most of its
/// lines are about as long as its longest: then a full line that does not end a sentence goes on in the next.
/// </summary>
internal readonly record struct Wrapping(int Width)
{
    private const int LongestWrap = 120;

    /// <summary>Lists of names and amounts have lines of one length too, but none of these.</summary>
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",,。;;、");

    /// <summary>Lines narrower than this, in Chinese characters, are never taken for wrapped ones.</summary>
    public const int ShortestWrap = 10;

    /// <summary>A block whose lines all end paragraphs.</summary>
    public static Wrapping None => new(0);

    /// <summary>Measures the block that begins at <paramref name="at"/> and says where it ends (at a blank line or the end).</summary>
    public static Wrapping Measure(ReadOnlySpan<char> text, int at, out int blockEnd)
    {
        int longest = 0, lines = 0, prose = 0, start = at;
        var isTable = false;
        while (NextLine(text, start, out var line, out var next))
        {
            isTable |= text[start..next].TrimEnd().Contains('\t');
            prose += line.ContainsAny(ClauseMarks) ? 1 : 0;
            // One line too wide settles it: how wide the others are need not be counted.
            longest = longest > LongestWrap ? longest : Math.Max(longest, WidthOf(line));
            (lines, start) = (lines + 1, next);
        }

        blockEnd = start;
        if (isTable || prose * 3 < lines || lines < 3 || longest is < ShortestWrap or > LongestWrap)
        {
            return None;
        }

        var full = 0;
        for (start = at; start < blockEnd && NextLine(text, start, out var line, out var next); start = next)
        {
            full += IsFull(WidthOf(line), longest) ? 1 : 0;
        }

        return full * 2 >= lines ? new(longest) : None;
    }

    /// <summary>Whether a line of this width, in this block, goes on in the next line.</summary>
    public bool GoesOn(int width, char last) => Width > 0 && IsFull(width, Width) && !TextKind.IsTerminal(last);

    /// <summary>Visible width of a run in half-characters halved: a Chinese character counts one. Of a long line only that it is wider than any wrapped one.</summary>
    public static int WidthOf(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestWrap * 2 + 1)
        {
            return LongestWrap + 1;
        }

        var halves = 0;
        foreach (var c in line)
        {
            halves += c < 0x80 ? 1 : 2;
        }

        return halves / 2;
    }

    private static bool IsFull(int width, int longest) => width * 100 >= longest * 85 - 100;

    /// <summary>The next line of the block; false at a blank line or the end of the text.</summary>
    private static bool NextLine(ReadOnlySpan<char> text, int start, out ReadOnlySpan<char> line, out int next)
    {
        var rest = text[start..];
        var length = TextKind.BreakIn(rest);
        line = rest[..length].Trim();
        next = Math.Min(text.Length, start + length + (rest[length..].StartsWith("\r\n") ? 2 : 1));
        return line.Length > 0;
    }
}
