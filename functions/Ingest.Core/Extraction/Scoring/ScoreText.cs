using System.Globalization;
using System.Text;

namespace Ingest.Core.Extraction.Scoring;

/// <summary>Prints figures for a terminal.</summary>
public static class ScoreText
{
    /// <summary>A line a document, a line a field, and the totals.</summary>
    /// <param name="figures">What was scored.</param>
    /// <param name="show">How many missed and spurious passages to list.</param>
    public static string Write(Figures figures, int show = 0)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var text = new StringBuilder();
        foreach (var d in figures.Documents)
            Line($"{Cut(d.Document, 40),-40} gold {d.Measures.Gold,3}  parsed {d.Measures.Parsed,3}  aligned {d.Measures.Hits,3}  fact F1 {d.Facts.F1:0.000}");
        foreach (var line in figures.Documents
            .SelectMany(d => d.Missed.Select(m => $"missed   {d.Document} {m}").Concat(d.Spurious.Select(s => $"spurious {d.Document} {s}"))).Take(show))
            Line($"{Cut(line.ReplaceLineEndings(" "), 110)}");
        foreach (var field in Enum.GetValues<FactField>())
        {
            var a = figures.Of(field);
            Line($"{Enum.GetName(field)!.ToLowerInvariant(),-9} P {a.Precision:0.000}  R {a.Recall:0.000}  F1 {a.F1:0.000}   ({a.Hits} of {a.Gold} gold, {a.Parsed} parsed)");
        }

        var (measures, facts) = (figures.Measures, figures.Facts);
        var published = figures.Documents.Where(d => d.Published.Stated).ToList();
        Line($"measures  P {measures.Precision:0.000}  R {measures.Recall:0.000}  F1 {measures.F1:0.000}   published {published.Count(d => d.Published.Found)}/{published.Count}");
        Line($"facts     P {facts.Precision:0.000}  R {facts.Recall:0.000}  F1 {facts.F1:0.000}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
