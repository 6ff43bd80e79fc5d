using System.Globalization;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>A period in which a report must have been written, since it holds words that were used then.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Weight">3: then only; 2: mostly then; 1: only the borders are certain.</param>
internal readonly record struct WritingPeriod(DateOnly First, DateOnly Last, int Weight);

/// <summary>What the words of a report tell about when it was written.</summary>
internal static class EpidemicCourse
{
    // One walk over a text finds both the words of a time and the places whose outbreaks were news.
    private static readonly Trie<(WritingPeriod[]? Word, Outbreak? Outbreak)> Signs = Read();

    /// <summary>So often a report names the place that it is about.</summary>
    private const int OftenNamed = 3;

    private const int FirstYear = 2020;

    /// <summary>For each of the table's words that a text holds, and each outbreak that it tells of, the periods of which one must fit.</summary>
    public static WritingPeriod[][] Read(ReadOnlySpan<char> text)
    {
        var found = new HashSet<WritingPeriod[]>();
        var named = new Dictionary<Outbreak, int>();
        for (var at = Signs.Next(text, 0); at < text.Length; at = Signs.Next(text, at + 1))
        {
            // Words inside longer ones count too: 新冠肺炎疫情 holds 新冠肺炎.
            for (var length = Signs.Longest(text, at, out var sign); length > 1; length = Signs.Longest(text[..(at + length - 1)], at, out sign))
            {
                if (sign.Word is { } word)
                    found.Add(word);
                if (sign.Outbreak is not { } outbreak)
                    continue;
                named[outbreak] = named.GetValueOrDefault(outbreak) + 1;
                if (!found.Contains(outbreak.Told) && Outbreaks.IsToldAt(text, at))
                    found.Add(outbreak.Told);
            }
        }

        if (named.Count > 0 && named.MaxBy(static n => n.Value) is { Value: >= OftenNamed } place && !found.Contains(place.Key.Told) && found.Any(static p => p[0].First.Year >= FirstYear))
            found.Add(place.Key.Named);

        return [.. found];
    }

    private static Trie<(WritingPeriod[]? Word, Outbreak? Outbreak)> Read()
    {
        var words = DataFile.Lines(typeof(EpidemicCourse), "epidemic-course.txt").Select(l => l.Split('\t'))
            .GroupBy(p => p[0], p => new WritingPeriod(Day(p[1]), Day(p[2]), int.Parse(p[3], CultureInfo.InvariantCulture))).ToDictionary(g => g.Key, g => g.ToArray());
        return new(words.Keys.Union(Outbreaks.Places.Keys).Select(w => KeyValuePair.Create(w, (words.GetValueOrDefault(w), Outbreaks.Places.GetValueOrDefault(w)))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
