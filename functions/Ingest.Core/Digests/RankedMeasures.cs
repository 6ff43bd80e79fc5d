using Ingest.Core.Subscriptions;

namespace Ingest.Core.Digests;

/// <summary>Different measures, the largest first: sorted and told apart once, filtered for every choice of the readers.</summary>
public sealed class RankedMeasures
{
    private readonly List<StoredMeasure> _sorted;

    private RankedMeasures(List<StoredMeasure> sorted) => _sorted = sorted;

    /// <summary>Ranks: largest amount, then most people, most goods, earliest seen. One measure told in several reports counts once: the first report wins.</summary>
    public static RankedMeasures Of(IEnumerable<StoredMeasure> measures) => new(
    [
        .. measures.OrderBy(m => m.FirstSeen).Select(m => (Stored: m, m.Measure.Id, Size: MeasureMoney.Size(m.Measure), People: m.Measure.People.Max(p => p.Count) ?? 0))
            .DistinctBy(m => m.Id)
            .OrderByDescending(m => m.Size)
            .ThenByDescending(m => m.People)
            .ThenByDescending(m => m.Stored.Measure.Items.Count)
            .ThenBy(m => m.Stored.FirstSeen)
            .ThenBy(m => m.Id.Value, StringComparer.Ordinal)
            .Select(m => m.Stored),
    ]);

    /// <summary>Those that a filter lets pass.</summary>
    public List<StoredMeasure> Wanted(DigestFilter filter) => _sorted.FindAll(m => filter.Wants(m.Measure));

    /// <summary>Whether a filter lets any pass.</summary>
    public bool Any(DigestFilter filter) => _sorted.Exists(m => filter.Wants(m.Measure));
}
