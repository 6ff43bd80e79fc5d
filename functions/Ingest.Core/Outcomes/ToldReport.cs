using Ingest.Core.Extraction;

namespace Ingest.Core.Outcomes;

/// <summary>A report as its receipt and its page tell of it.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">Its text as decoded, or null.</param>
/// <param name="Measures">Its measures in the order of the text.</param>
public sealed record ToldReport(ReportOutcome Outcome, string? Text, IReadOnlyList<Measure> Measures);
