using System.Globalization;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>A period in which a report must have been written, since it holds words that were used then.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Weight">3: then only; 2: mostly then; 1: only the borders are certain.</param>
internal readonly record struct WritingPeriod(DateOnly First, DateOnly Last, int Weight);

/// <summary>What the words of a report tell about when it was written.</summary>
internal static class EpidemicCourse
{
    private static readonly Trie<WritingPeriod[]> Periods = new(DataFile.Lines(typeof(EpidemicCourse), "epidemic-course.txt").Select(l => l.Split('\t'))
        .GroupBy(p => p[0], p => new WritingPeriod(Day(p[1]), Day(p[2]), int.Parse(p[3], CultureInfo.InvariantCulture)))
        .Select(g => KeyValuePair.Create(g.Key, g.ToArray())));

    // One walk over the text serves both tables.
    private static readonly CharacterSet Beginnings = new(CharacterSet.All.Where(static c => Periods.Beginnings.Contains(c) || Outbreaks.MayBeginWith(c)));

    /// <summary>For each of the table's words that a text holds, the periods of which one must fit.</summary>
    public static WritingPeriod[][] Read(ReadOnlySpan<char> text)
    {
        var found = new HashSet<WritingPeriod[]>();
        for (var at = Beginnings.Next(text, 0); at < text.Length; at = Beginnings.Next(text, at + 1))
        {
            // Words inside longer ones count too, 新冠肺炎疫情 holds 新冠肺炎; those of a word met before were found with it.
            var length = Periods.Longest(text, at, out var period);
            while (length > 1 && found.Add(period!))
                length = Periods.Longest(text[..(at + length - 1)], at, out period);
            Outbreaks.ReadAt(text, at, found);
        }

        return [.. found];
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
