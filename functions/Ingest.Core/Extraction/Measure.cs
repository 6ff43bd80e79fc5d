using Ingest.Core.Reading;

namespace Ingest.Core.Extraction;

/// <summary>
/// A relief measure: one concrete act that an organisation did, is doing or has decided to do.
/// The fields are those of the annotation guideline (tests/Ingest.Core.Tests/Extraction/annotation.md).
/// </summary>
/// <param name="Span">The passage that states the act, in the report's text.</param>
/// <param name="Category">What kind of act.</param>
public sealed record Measure(TextSpan Span, Category Category)
{
    /// <summary>The passage itself, exactly as it stands in the report.</summary>
    public required string Quote { get; init; }

    /// <summary>Who acted: official names, simplified Chinese, in order of mention.</summary>
    public IReadOnlyList<string> Orgs { get; init; } = [];

    /// <summary>GB/T 2260 code (six digits) of the place the measure serves; <c>100000</c> is nationwide; null if it can't be known.</summary>
    public string? Place { get; init; }

    /// <summary>The day or period of the act, or null.</summary>
    public MeasureDate? Date { get; init; }

    /// <summary>Amounts of money.</summary>
    public IReadOnlyList<Money> Money { get; init; } = [];

    /// <summary>Goods that have a number.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>Who is helped.</summary>
    public IReadOnlyList<Beneficiaries> People { get; init; } = [];

    /// <summary>Other countable commitments or results.</summary>
    public IReadOnlyList<Quantity> Numbers { get; init; } = [];

    /// <summary>Name of the rule that made the measure.</summary>
    public string Rule { get; init; } = "";

    /// <summary>How sure the extractor is, 0–1, calibrated on the annotated reports.</summary>
    public double Confidence { get; internal set; } = 1;

    /// <summary>Doubts about this measure, e.g. an amount that lost digits.</summary>
    public IReadOnlyList<ReportWarning> Warnings { get; init; } = [];

    /// <summary>Identity by facts: the same measure told in two reports has the same id.</summary>
    public MeasureId Id => MeasureId.Of(this);
}

/// <summary>An amount of money.</summary>
/// <param name="Cny">Yuan.</param>
/// <param name="Role">What the amount is.</param>
public sealed record Money(decimal Cny, MoneyRole Role)
{
    /// <summary>True for an amount that is contained in another amount of the same measure ("其中…"); totals leave it out.</summary>
    public bool PartOf { get; init; }

    /// <summary>True for a running total ("累计", "截至…共"), which may contain amounts of other measures.</summary>
    public bool Cumulative { get; init; }
}

/// <summary>Goods with a number.</summary>
/// <param name="Name">What it is, simplified Chinese.</param>
/// <param name="Quantity">How many of the unit.</param>
/// <param name="Unit">Measure word or unit, simplified Chinese.</param>
public sealed record Item(string Name, decimal Quantity, string Unit);

/// <summary>A group that is helped.</summary>
/// <param name="Group">As the text names it, simplified Chinese.</param>
/// <param name="Count">How many people (households, units), or null where no number is given.</param>
public sealed record Beneficiaries(string Group, decimal? Count);

/// <summary>Another countable commitment or result: stations, posts, sessions, companies.</summary>
/// <param name="What">What is counted, simplified Chinese.</param>
/// <param name="Amount">How many.</param>
/// <param name="Unit">Measure word, simplified Chinese.</param>
public sealed record Quantity(string What, decimal Amount, string Unit);
