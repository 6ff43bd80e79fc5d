using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction;

/// <summary>Finds the relief measures in a report's text. The second stage of the pipeline; pure and thread-safe.</summary>
public static class MeasureExtractor
{
    /// <summary>Extracts in one linear pass.</summary>
    /// <param name="report">The report as read.</param>
    /// <param name="cancellationToken">Stops between stages.</param>
    public static ExtractedReport Extract(ReportText report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var reading = ReportReading.Of(report, cancellationToken);
        var writer = new MeasureWriter(reading);
        var measures = reading.Drafts.Select(writer.Write).OfType<Measure>();
        return new ExtractedReport(Retellings.Remove(measures))
        {
            Published = reading.Published,
            Source = reading.Source,
            Title = report.Title ?? Headline(reading),
            Warnings = [.. report.Warnings, .. reading.Normal.Warnings],
        };
    }

    private static string? Headline(ReportReading reading) =>
        reading.Outline.Articles.SelectMany(a => a.Headlines).Select(h => h.In(reading.Normal.Text)).FirstOrDefault();
}
