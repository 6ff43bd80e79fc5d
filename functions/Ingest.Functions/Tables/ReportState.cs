using Azure;
using Ingest.Core.Digests;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;

namespace Ingest.Functions.Tables;

/// <summary>A measure as one report tells it.</summary>
/// <param name="Stored">The measure, with this report as its report.</param>
/// <param name="First">Whether this report is the one that stands for the measure in the timeline.</param>
public sealed record ReportedMeasure(StoredMeasure Stored, bool First);

/// <summary>What storage holds about a report at one moment: its partition of table Reports.</summary>
/// <param name="Id">The report.</param>
/// <param name="Outcome">How it ended last, or null where it is unknown.</param>
/// <param name="Version">Version of the outcome's row; writes hold it against the row, so that two runs never mix.</param>
/// <param name="Measures">Its measures by id.</param>
/// <param name="Pending">Ids of measures that an unfinished run may have announced.</param>
public sealed record ReportState(
    ReportId Id, ReportOutcome? Outcome, ETag? Version, IReadOnlyDictionary<string, ReportedMeasure> Measures, IReadOnlySet<string> Pending);
