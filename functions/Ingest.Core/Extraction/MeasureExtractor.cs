using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;
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

        // What stands on the page: one plain text, its numbers and dates, its articles and sentences, the names in it.
        var normal = NormalText.Of(report.Text);
        var scan = ChineseScan.Of(normal.Text);
        var masthead = Masthead.Read(normal.Text, scan.Dates);
        var outline = DocumentOutline.Of(normal.Text);
        cancellationToken.ThrowIfCancellationRequested();
        var names = DocumentNames.Of(outline, masthead.Source ?? report.Source);
        cancellationToken.ThrowIfCancellationRequested();

        // What it says: clauses, the acts they state, the measures that the acts make up.
        var clauses = ClauseReader.Read(normal.Text, outline, new Tokeniser(normal.Text, names, scan, WordBook.Standard), scan);
        var dates = DateResolver.Of(normal.Text, scan.Dates, masthead.Published ?? report.Published);
        var drafts = new DraftBuilder(outline, names, scan, dates).Build(clauses);
        var writer = new MeasureWriter(normal, scan, names);
        var measures = drafts.Select(writer.Write).OfType<Measure>().ToList();

        return new ExtractedReport(Retellings.Remove(measures))
        {
            Published = masthead.Published ?? report.Published,
            Source = masthead.Source ?? report.Source,
            Title = report.Title ?? outline.Articles.SelectMany(a => a.Headlines).Select(h => h.In(normal.Text)).FirstOrDefault(),
            Warnings = [.. report.Warnings, .. normal.Warnings],
        };
    }
}
