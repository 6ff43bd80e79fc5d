using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Outcomes;

/// <summary>What a person should look at in a report: the doubts about its text and those about its measures, each place once.</summary>
public static class Doubts
{
    /// <summary>The doubts of the text, then those of the measures about other places.</summary>
    public static List<ReportWarning> Of(ExtractedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. report.Warnings.Concat(NotYetTold(report.Measures.SelectMany(measure => measure.Warnings), report.Warnings)).Distinct()];
    }

    private static IEnumerable<ReportWarning> NotYetTold(IEnumerable<ReportWarning> warnings, IReadOnlyList<ReportWarning> told)
    {
        var spans = told.Select(w => w.Span).OfType<TextSpan>().OrderBy(s => s.Start).ToArray();
        var starts = Array.ConvertAll(spans, s => s.Start);
        return warnings.Where(w => w.Span is not { } span || !IsNear(span));

        // The two neighbours tell: a report can be in doubt of a hundred thousand places.
        bool IsNear(TextSpan span)
        {
            var next = Array.BinarySearch(starts, span.Start) is var found && found >= 0 ? found : ~found;
            return (next < spans.Length && (spans[next] == span || spans[next].Overlaps(span))) || (next > 0 && spans[next - 1].Overlaps(span));
        }
    }
}
