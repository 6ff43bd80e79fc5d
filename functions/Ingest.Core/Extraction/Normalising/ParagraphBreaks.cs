using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>Where paragraphs end although the text says otherwise: breaks that cut a clause, and indents whose break was dropped.</summary>
internal static class ParagraphBreaks
{
    /// <summary>Longest line, in characters, that may be a heading.</summary>
    private const int LongestHeading = 48;

    /// <summary>Within so many characters a label or the number of a clause shows its mark.</summary>
    private const int LabelLength = 6;

    private static readonly SearchValues<char> LabelMarks = SearchValues.Create("::、..》|");

    /// <summary>Of the two ideographic spaces by which Chinese print opens a paragraph, in half-characters.</summary>
    private const int IndentWidth = 4;

    /// <summary>Shorter runs beside an indent are words set apart, as in a letterhead.</summary>
    private const int ShortestRun = 8;

    /// <summary>
    /// Whether the break behind a paragraph is a stray one: the paragraph holds a whole sentence or is longer than any
    /// heading, stops in the middle of a clause, and what follows is neither a numbered clause nor a label with a colon.
    /// </summary>
    /// <param name="paragraph">The paragraph as normalised so far.</param>
    /// <param name="next">The text behind the break, not empty.</param>
    public static bool IsStray(ReadOnlySpan<char> paragraph, ReadOnlySpan<char> next)
    {
        if (paragraph.IsEmpty || !StopsInClause(paragraph[^1]) || paragraph.Length <= LongestHeading && !paragraph.Contains('。')) return false;
        var label = next[..Math.Min(LabelLength, next.Length)];
        return (TextKind.IsHan(label[0]) || TextKind.IsDigit(CharacterTable.Plain(label[0]))) && !label.ContainsAny(LabelMarks);
    }

    /// <summary>Whether spaces of this width are the indent of a next paragraph: behind a sentence, or between a headline and its text.</summary>
    /// <param name="paragraph">The paragraph as normalised so far.</param>
    /// <param name="width">Width of the spaces in half-characters.</param>
    /// <param name="rest">Length of the rest of the line.</param>
    public static bool IsIndent(ReadOnlySpan<char> paragraph, int width, int rest) =>
        width >= IndentWidth && rest >= ShortestRun && !paragraph.IsEmpty
        && (paragraph[^1] is '。' or '!' or '?' or '”' or ')' || TextKind.IsHan(paragraph[^1]) && paragraph.Length >= ShortestRun);

    private static bool StopsInClause(char last) => TextKind.IsHan(last) || TextKind.IsDigit(last) || last is ',' or '、';
}
