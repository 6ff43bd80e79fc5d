using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Tells the spaces that optical recognition and line joining leave inside words from those that part names and
/// headings. Judged once a paragraph, and once for the document: prose that is cut every few characters, or at regular line widths, is noisy.
/// </summary>
internal readonly record struct Spacing(int Length, int Marks, int Wraps, int Single, int Names)
{
    private const int WrapGap = 6;
    private const int ShortestProse = 25;
    private static readonly SearchValues<char> SpacesAndMarks =
        SearchValues.Create([.. ",。,;;", .. Enumerable.Range(0, char.MaxValue + 1).Select(static c => (char)c).Where(TextKind.IsSpace)]);

    /// <summary>Whether these spaces are more often cuts than separators.</summary>
    public bool IsNoise => Single >= 4 && Single * 2 > Names || Marks > 0 && Wraps >= 2 && Wraps >= Names;

    /// <summary>Whether a paragraph with these spaces is noise, in a document that is noisy or not: prose then is, headings are not.</summary>
    public bool IsNoiseIn(bool noisyDocument) => IsNoise || noisyDocument && (Marks > 0 || Length >= ShortestProse) && Wraps >= Names;

    /// <summary>Counts the spaces between Chinese characters by the distance to the one before.</summary>
    public static Spacing Of(ReadOnlySpan<char> paragraph)
    {
        int marks = 0, wraps = 0, single = 0, names = 0, last = -1;
        var seen = false;
        for (var i = 0; paragraph[i..].IndexOfAny(SpacesAndMarks) is var next and >= 0; i++)
        {
            i += next;
            if (!TextKind.IsSpace(paragraph[i]))
            {
                marks++;
                continue;
            }

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

        return new(paragraph.Length, marks, wraps, single, names);
    }

    private static bool IsInWord(char before, char after) =>
        (TextKind.IsHan(before) || TextKind.IsDigit(before)) && (TextKind.IsHan(after) || TextKind.IsDigit(after));
}
