using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Extraction.Tables;
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
        var told = Retellings.Remove(reading.Drafts(cancellationToken: cancellationToken).Select(writer.Write));
        told.RemoveAll(static m => m.Confidence < Confidence.Least);
        return new ExtractedReport(WithTables(told, AllocationTable.Measures(report, reading)))
        {
            Published = reading.Published,
            Source = reading.Source,
            Title = report.Title ?? Headline(reading),
            Warnings = [.. report.Warnings, .. reading.Normal.Warnings],
        };
    }

    /// <summary>What a table's rows say is told by the rows alone, not once more by words found in them.</summary>
    private static IReadOnlyList<Measure> WithTables(IReadOnlyList<Measure> told, IReadOnlyList<Measure> rows)
    {
        if (rows.Count == 0) return told;
        var covered = new TextSpan(rows[0].Span.Start, rows[^1].Span.End);
        return [.. told.Where(m => !m.Span.Overlaps(covered) || !rows.Any(r => r.Span.Overlaps(m.Span))).Concat(rows).OrderBy(m => m.Span.Start)];
    }

    private static string? Headline(ReportReading reading) =>
        reading.Outline.Articles.SelectMany(a => a.Headlines).Select(h => h.In(reading.Normal.Text)).FirstOrDefault();
}
