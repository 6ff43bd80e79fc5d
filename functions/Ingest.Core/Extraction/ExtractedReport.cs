using Ingest.Core.Reading;

namespace Ingest.Core.Extraction;

/// <summary>What <see cref="MeasureExtractor"/> found in one report.</summary>
/// <param name="Measures">The measures in the order of the text.</param>
public sealed record ExtractedReport(IReadOnlyList<Measure> Measures)
{
    /// <summary>The day the report prints as its own, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The paper or site the report prints as its source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The report's headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Warnings of reading and extraction together.</summary>
    public IReadOnlyList<ReportWarning> Warnings { get; init; } = [];
}
