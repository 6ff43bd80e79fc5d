using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Tells the spaces that optical recognition and line joining leave inside words from those that part names and
/// headings. Judged once a paragraph, and once for the document: prose that is cut every few characters, or at regular line widths, is noisy.
/// </summary>
internal readonly record struct Spacing(int Length, bool IsProse, int Wraps, int Single, int Names)
{
    private const int WrapGap = 6;
    private const int ShortestProse = 25;
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",。;");

    /// <summary>Whether these spaces are more often cuts than separators.</summary>
    public bool IsNoise => Single >= 4 && Single * 2 > Names || IsProse && Wraps >= 2 && Wraps >= Names;

    /// <summary>Whether a paragraph with these spaces is noise, in a document that is noisy or not: prose then is, headings are not.</summary>
    public bool IsNoiseIn(bool noisyDocument) => IsNoise || noisyDocument && (IsProse || Length >= ShortestProse) && Wraps >= Names;

    /// <summary>Counts the spaces between Chinese characters by the distance to the one before.</summary>
    public static Spacing Of(ReadOnlySpan<char> paragraph)
    {
        int wraps = 0, single = 0, names = 0, last = -1;
        var seen = false;
        for (var i = 0; i < paragraph.Length && paragraph[i..].IndexOfAny(TextKind.Spaces) is var next and >= 0; i++)
        {
            i += next;
            var gap = i - last - 1;
            last = i;
            if (gap > 0 && i + 1 < paragraph.Length && IsInWord(paragraph[i - 1], paragraph[i + 1]))
            {
                single += seen && gap == 1 ? 1 : 0;
                names += seen && gap is > 1 and < WrapGap ? 1 : 0;
                wraps += gap >= WrapGap ? 1 : 0;
                seen = true;
            }
        }

        return new(paragraph.Length, paragraph.ContainsAny(ClauseMarks), wraps, single, names);
    }

    private static bool IsInWord(char before, char after) =>
        (TextKind.IsHan(before) || TextKind.IsDigit(before)) && (TextKind.IsHan(after) || TextKind.IsDigit(after));
}
