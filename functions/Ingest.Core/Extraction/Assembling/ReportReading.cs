using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Everything that is known of a report before its measures are written down; the extractor and its explanation share it.</summary>
internal sealed class ReportReading
{
    private readonly DateResolver _dates;

    private ReportReading(ReportText report, CancellationToken cancellationToken)
    {
        // What stands on the page: one plain text, its numbers and dates, its articles and sentences, the names in it.
        Normal = NormalText.Of(report.Text);
        Scan = ChineseScan.Of(Normal.Text);
        Masthead = Masthead.Read(Normal.Text, Scan.Dates);
        Published = Masthead.Published ?? report.Published;
        Source = Masthead.Source ?? report.Source;
        Outline = DocumentOutline.Of(Normal.Text);
        cancellationToken.ThrowIfCancellationRequested();
        Names = DocumentNames.Of(Outline, Source);
        cancellationToken.ThrowIfCancellationRequested();
        _dates = DateResolver.Of(Normal.Text, Scan.Dates, Published);
        Published ??= Masthead.Dispatched is { } dispatched ? _dates.Resolve(dispatched, anchor: null)?.First : null;
    }

    /// <summary>The plain text and the way back.</summary>
    public NormalText Normal { get; }

    /// <summary>Numbers, amounts and dates.</summary>
    public ChineseScan Scan { get; }

    /// <summary>What the report prints about itself.</summary>
    public Masthead Masthead { get; }

    /// <summary>The day it was published, or null.</summary>
    public DateOnly? Published { get; }

    /// <summary>The paper or site it comes from, or null.</summary>
    public string? Source { get; }

    /// <summary>Articles and sentences.</summary>
    public DocumentOutline Outline { get; }

    /// <summary>Actors and places.</summary>
    public DocumentNames Names { get; }

    /// <summary>Reads a report.</summary>
    /// <param name="report">The report as read.</param>
    /// <param name="cancellationToken">Stops between stages.</param>
    public static ReportReading Of(ReportText report, CancellationToken cancellationToken = default) => new(report, cancellationToken);

    /// <summary>Reads what the page says: clauses, and the acts that they state, one by one, so that only the reader decides what to keep of them.</summary>
    /// <param name="clauses">A list for the clauses of running text, where more is wanted of them than the acts they state.</param>
    /// <param name="cancellationToken">Stops between clauses.</param>
    public IEnumerable<Draft> Drafts(List<Clause>? clauses = null, CancellationToken cancellationToken = default)
    {
        var read = ClauseReader.Read(Normal.Text, Outline, new Tokeniser(Normal.Text, Names, Scan, WordBook.Standard), Scan);
        return new DraftBuilder(Outline, Names, Scan, _dates).Build(Checked(read, clauses, cancellationToken));
    }

    private static IEnumerable<Clause> Checked(IEnumerable<Clause> clauses, List<Clause>? kept, CancellationToken cancellationToken)
    {
        foreach (var clause in clauses)
        {
            cancellationToken.ThrowIfCancellationRequested();
            kept?.Add(clause);
            yield return clause;
        }
    }
}
