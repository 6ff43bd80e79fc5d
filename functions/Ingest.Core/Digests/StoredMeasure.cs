using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Digests;

/// <summary>A measure as storage knows it: what digests, feeds and pages are made of.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Report">The report in which it was first seen.</param>
/// <param name="FirstSeen">When it was first seen in any report, UTC; survives corrected uploads.</param>
public sealed record StoredMeasure(Measure Measure, ReportId Report, DateTimeOffset FirstSeen)
{
    /// <summary>The office that uploaded the report: first segment of its path.</summary>
    public string Office { get; init; } = "";

    /// <summary>Headline of the report, or its file name.</summary>
    public string ReportTitle { get; init; } = "";

    /// <summary>The paper or site the report names as its source, or null.</summary>
    public string? ReportSource { get; init; }
}
