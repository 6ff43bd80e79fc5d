using Ingest.Core.Digests;
using Ingest.Core.Extraction;

namespace Ingest.Functions.Reports;

/// <summary>
/// Finds the first-seen day that a measure inherits when its facts have changed but its passage is an old one: a corrected
/// amount, or a better extractor, must not announce as new what was told long ago.
/// </summary>
internal static class CarriedDays
{
    /// <summary>Share of the shorter passage's character pairs that must stand in the other one, where an actor is the same.</summary>
    private const double Alike = 0.6;

    /// <summary>The same where no actor is: "甲区总工会拨付5万元" and "乙区总工会拨付6万元" are alike, and two measures.</summary>
    private const double AlmostTheSame = 0.85;

    /// <summary>Passages further apart than this in the order of the report are not compared, so that a table of thousands of rows stays cheap.</summary>
    private const int Reach = 40;

    /// <summary>The days that new measures inherit, by measure id.</summary>
    /// <param name="fresh">Measures that the report did not tell before.</param>
    /// <param name="before">All that it told before.</param>
    /// <param name="gone">Ids of those among <paramref name="before"/> that it no longer tells.</param>
    /// <param name="sameText">Whether the text is the same as before, so that offsets are comparable.</param>
    public static IReadOnlyDictionary<string, DateTimeOffset> Find(
        IReadOnlyList<Measure> fresh, IReadOnlyCollection<StoredMeasure> before, IReadOnlySet<string> gone, bool sameText)
    {
        var days = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        if (sameText)
        {
            foreach (var measure in fresh)
            {
                if (before.Where(b => b.Measure.Span.Overlaps(measure.Span)).Select(b => (DateTimeOffset?)b.FirstSeen).Min() is { } day)
                {
                    days[measure.Id.Value] = day;
                }
            }

            return days;
        }

        var left = before.Where(b => gone.Contains(b.Measure.Id.Value)).OrderBy(b => b.Measure.Span.Start).Select(b => (Stored: b, Pairs: Pairs(b.Measure.Quote))).ToList();
        foreach (var measure in fresh.OrderBy(m => m.Span.Start))
        {
            var pairs = Pairs(measure.Quote);
            var best = left.Take(Reach)
                .Select((old, index) => (Index: index, Likeness: Likeness(pairs, old.Pairs), Needed: SameActor(measure, old.Stored.Measure) ? Alike : AlmostTheSame))
                .Where(o => o.Likeness >= o.Needed)
                .DefaultIfEmpty((Index: -1, Likeness: 0, Needed: 0))
                .MaxBy(o => o.Likeness);
            if (best.Index >= 0)
            {
                days[measure.Id.Value] = left[best.Index].Stored.FirstSeen;
                left.RemoveAt(best.Index);
            }
        }

        return days;
    }

    private static bool SameActor(Measure one, Measure other) => one.Orgs.Intersect(other.Orgs, StringComparer.Ordinal).Any();

    private static double Likeness(HashSet<(char, char)> one, HashSet<(char, char)> other)
    {
        var shorter = Math.Min(one.Count, other.Count);
        return shorter == 0 ? 0 : (double)one.Count(other.Contains) / shorter;
    }

    private static HashSet<(char First, char Second)> Pairs(string passage)
    {
        var characters = passage.Where(char.IsLetterOrDigit).ToArray();
        return [.. characters.Zip(characters.Skip(1))];
    }
}
