using Ingest.Core.Extraction;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;

namespace Ingest.Functions.Reports;

/// <summary>A report as read and understood, before anything is stored.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">Its text, or null where there is none.</param>
/// <param name="Measures">Its measures, each id once.</param>
public sealed record ParsedReport(ReportOutcome Outcome, ReportText? Text, IReadOnlyList<Measure> Measures);

/// <summary>An upload as read and understood.</summary>
/// <param name="Main">The upload itself: for a zip without text and measures of its own.</param>
/// <param name="Entries">The reports inside a zip.</param>
/// <param name="Duration">Time of reading and extracting.</param>
public sealed record ParsedUpload(ParsedReport Main, IReadOnlyList<ParsedReport> Entries, TimeSpan Duration)
{
    /// <summary>The upload, then the reports inside it.</summary>
    public IEnumerable<ParsedReport> All => Entries.Prepend(Main);
}
