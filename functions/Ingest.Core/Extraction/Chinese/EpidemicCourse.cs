using System.Buffers;
using System.Globalization;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>A period in which a report must have been written, since it holds words that were used then.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Weight">3: then only; 2: mostly then; 1: only the borders are certain.</param>
internal readonly record struct WritingPeriod(DateOnly First, DateOnly Last, int Weight);

/// <summary>What the words of a report tell about when it was written.</summary>
internal static class EpidemicCourse
{
    private static readonly Dictionary<string, WritingPeriod[]> Periods = DataFile.Lines(typeof(EpidemicCourse), "epidemic-course.txt").Select(l => l.Split('\t'))
        .GroupBy(p => p[0], p => new WritingPeriod(Day(p[1]), Day(p[2]), int.Parse(p[3], CultureInfo.InvariantCulture))).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly Dictionary<string, WritingPeriod[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = Periods.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<string> Words = SearchValues.Create([.. Periods.Keys], StringComparison.Ordinal);
    private static readonly int Longest = Periods.Keys.Max(w => w.Length);

    /// <summary>For each of the table's words that a text holds, the periods of which one must fit.</summary>
    public static IReadOnlyList<WritingPeriod[]> Read(ReadOnlySpan<char> text)
    {
        var found = new HashSet<WritingPeriod[]>();
        for (var at = 0; text[at..].IndexOfAny(Words) is var next and >= 0; at++)
        {
            at += next;
            for (var length = Math.Min(Longest, text.Length - at); length > 1; length--)
            {
                if (Lookup.TryGetValue(text.Slice(at, length), out var period))
                {
                    found.Add(period);
                }
            }
        }

        Outbreaks.Read(text, found);
        return [.. found];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
