using Ingest.Core.Extraction;
using Ingest.Core.Subscriptions;

namespace Ingest.Core.Digests;

/// <summary>Makes a digest of measures: filters, sorts, groups and adds up. Pure; knows neither clock nor storage.</summary>
public static class DigestComposer
{
    /// <summary>How many measures a mail shows before it points to the web page.</summary>
    public const int MailLimit = 40;

    /// <summary>Composes.</summary>
    /// <param name="window">The time to tell of.</param>
    /// <param name="measures">What is new in it, told to none of the readers before.</param>
    /// <param name="before">What was new in the window before, or null not to compare.</param>
    /// <param name="filter">What the readers want to hear of.</param>
    /// <param name="limit">How many measures to show; the rest are counted.</param>
    public static Digest Compose(
        DigestWindow window, IEnumerable<StoredMeasure> measures, IEnumerable<StoredMeasure>? before, DigestFilter filter, int limit = MailLimit) =>
        Compose(window, RankedMeasures.Of(measures), before is null ? null : RankedMeasures.Of(before), filter, limit);

    /// <summary>Composes from measures that were ranked once for many filters.</summary>
    public static Digest Compose(DigestWindow window, RankedMeasures measures, RankedMeasures? before, DigestFilter filter, int limit = MailLimit)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(filter);
        var now = measures.Wanted(filter);
        var then = before?.Wanted(filter);
        var level = LevelOf(now);
        var shown = Largest(now, level, limit);
        return new Digest(window, filter)
        {
            Totals = Sum(now, level),
            Before = then is null ? null : Sum(then, level),
            Categories = Compare(now, then, level),
            Places =
            [
                .. now.GroupBy(m => PlaceAt(m.Measure.Place, level))
                    .Select(g => Section(g.Key, [.. g], shown, level))
                    .OrderBy(s => s.Code.Length == 0)
                    .ThenByDescending(s => s.Totals.Yuan)
                    .ThenByDescending(s => s.Totals.Measures)
                    .ThenBy(s => s.Code, StringComparer.Ordinal),
            ],
            Omitted = now.Count - shown.Count,
        };
    }

    /// <summary>Sums over measures, each once.</summary>
    /// <param name="measures">Different measures.</param>
    /// <param name="level">How many digits of the place code tell places apart.</param>
    internal static DigestTotals Sum(IReadOnlyCollection<StoredMeasure> measures, int level)
    {
        return new(measures.Count, Of(MoneyRole.Total), Of(MoneyRole.Raised), Of(MoneyRole.GoodsValue), Of(MoneyRole.Recovered))
        {
            Orgs = measures.SelectMany(m => m.Measure.Orgs).Distinct().Count(),
            Places = measures.Select(m => PlaceAt(m.Measure.Place, level)).Where(p => p.Length > 0).Distinct().Count(),
        };

        decimal Of(MoneyRole role) => measures.Sum(m => MeasureMoney.Counted(m.Measure, role));
    }

    // Provinces; where everything is in one province its cities; in one city (or municipality) its districts.
    private static int LevelOf(List<StoredMeasure> measures)
    {
        var places = measures.Select(m => m.Measure.Place).OfType<string>().Distinct().ToList();
        if (places.Count == 0 || places.Contains("100000") || places.Select(p => p[..2]).Distinct().Skip(1).Any())
        {
            return 2;
        }

        return places[0][..2] is "11" or "12" or "31" or "50" || !places.Select(p => p[..4]).Distinct().Skip(1).Any() ? 6 : 4;
    }

    private static string PlaceAt(string? place, int level) =>
        place is null ? "" : place == "100000" ? place : place[..level].PadRight(6, '0');

    // Every place shows its largest measure, as far as the limit goes; what room is left goes to the largest of all.
    private static HashSet<object?> Largest(List<StoredMeasure> sorted, int level, int limit)
    {
        var shown = sorted.DistinctBy(m => PlaceAt(m.Measure.Place, level)).Take(limit).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var measure in sorted)
        {
            if (shown.Count >= limit)
            {
                break;
            }

            shown.Add(measure);
        }

        return shown;
    }

    private static PlaceSection Section(string code, List<StoredMeasure> measures, HashSet<object?> shown, int level) =>
        new(code, Sum(measures, level), [.. measures.Where(m => shown.Contains(m)).GroupBy(m => m.Measure.Category).Select(g => new KindSection(g.Key, [.. g]))]);

    private static List<CategoryLine> Compare(List<StoredMeasure> now, List<StoredMeasure>? then, int level)
    {
        var nowBy = now.ToLookup(m => m.Measure.Category);
        var thenBy = then?.ToLookup(m => m.Measure.Category);
        return
        [
            .. Enum.GetValues<Category>()
                .Where(c => nowBy.Contains(c) || thenBy?.Contains(c) == true)
                .Select(c => new CategoryLine(c, Sum([.. nowBy[c]], level), thenBy is null ? null : Sum([.. thenBy[c]], level)))
                .OrderByDescending(l => l.Now.Measures)
                .ThenByDescending(l => l.Now.Yuan)
                .ThenBy(l => l.Category),
        ];
    }
}
