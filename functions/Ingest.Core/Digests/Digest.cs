using Ingest.Core.Extraction;
using Ingest.Core.Subscriptions;

namespace Ingest.Core.Digests;

/// <summary>A language that digests and pages are written in.</summary>
public enum DigestLanguage
{
    /// <summary>简体中文</summary>
    Hans,
    /// <summary>繁體中文</summary>
    Hant,
    /// <summary>English; names of bodies and places stay Chinese.</summary>
    En,
}

/// <summary>What a digest says, before it is put into words: new measures of a window that pass a filter, sorted and added up.</summary>
/// <param name="Window">The time it tells of.</param>
/// <param name="Filter">What it was composed for.</param>
public sealed record Digest(DigestWindow Window, DigestFilter Filter)
{
    /// <summary>Sums over all measures of the digest, shown or not.</summary>
    public required DigestTotals Totals { get; init; }

    /// <summary>Sums over the window before, same filter; null where it can't be compared (at once).</summary>
    public DigestTotals? Before { get; init; }

    /// <summary>Kinds of measure of this window or the one before, the one with most measures first.</summary>
    public IReadOnlyList<CategoryLine> Categories { get; init; } = [];

    /// <summary>Places, the largest first; a place none of whose measures fits into the limit has no entries.</summary>
    public IReadOnlyList<PlaceSection> Places { get; init; } = [];

    /// <summary>How many measures the limit leaves out.</summary>
    public int Omitted { get; init; }
}

/// <summary>Sums over measures; each measure counts once, however many reports tell of it.</summary>
/// <param name="Measures">How many measures.</param>
/// <param name="Allocated">Yuan allocated, given or spent.</param>
/// <param name="Raised">Yuan donated or collected.</param>
/// <param name="Goods">Worth of goods, yuan.</param>
/// <param name="Recovered">Yuan paid back or refunded.</param>
public sealed record DigestTotals(int Measures, decimal Allocated, decimal Raised, decimal Goods, decimal Recovered)
{
    /// <summary>How many different bodies acted.</summary>
    public int Orgs { get; init; }

    /// <summary>How many different places are served, at the level the digest is grouped by.</summary>
    public int Places { get; init; }

    /// <summary>All yuan together: what bars and sorting go by. Headlines name the roles apart.</summary>
    public decimal Yuan => Allocated + Raised + Goods + Recovered;
}

/// <summary>One kind of measure against the window before.</summary>
/// <param name="Category">The kind.</param>
/// <param name="Now">This window.</param>
/// <param name="Before">The window before, or null where it can't be compared.</param>
public sealed record CategoryLine(Category Category, DigestTotals Now, DigestTotals? Before);

/// <summary>The measures of one place.</summary>
/// <param name="Code">GB/T 2260 code, <c>100000</c> for nationwide, or empty where the place is unknown.</param>
/// <param name="Totals">Sums over all measures of the place.</param>
/// <param name="Kinds">The measures that fit, by kind, the largest first.</param>
public sealed record PlaceSection(string Code, DigestTotals Totals, IReadOnlyList<KindSection> Kinds)
{
    /// <summary>How many measures of the place the limit leaves out.</summary>
    public int Omitted => Totals.Measures - Kinds.Sum(k => k.Measures.Count);
}

/// <summary>The measures of one kind in one place, the largest first.</summary>
public sealed record KindSection(Category Category, IReadOnlyList<StoredMeasure> Measures);
