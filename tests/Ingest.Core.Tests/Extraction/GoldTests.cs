using System.Globalization;
using System.Text;
using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Scoring;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction;

/// <summary>Holds the figures on the annotated documents from falling, and prints them.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("seeds", 0.93)]
    [InlineData("tests/Ingest.Core.Tests/Extraction/reports", 0.88)]
    public void Extract_Reaches_The_Recorded_Figure_For_Annotated_Documents(string folder, double least)
    {
        var figures = Score(Path.Combine(RepositoryRoot.Path, folder));

        output.WriteLine(ScoreText.Write(figures));
        output.WriteLine(Reliability(figures));
        Assert.True(figures.Facts.F1 >= least, FormattableString.Invariant($"facts F1 fell to {figures.Facts.F1:0.000}"));
    }

    private static Figures Score(string folder) => new(
    [
        .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(gold =>
        {
            var name = Path.ChangeExtension(Path.GetFileName(gold), ".txt");
            var text = File.ReadAllText(Path.Combine(folder, name));
            var parsed = MeasureJson.Write(name, MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)));
            return Scorer.ScoreDocument(name, text, File.ReadAllText(gold), parsed);
        }),
    ]);

    /// <summary>How often the facts of measures are right, by the confidence that the extractor states.</summary>
    private static string Reliability(Figures figures)
    {
        var table = new StringBuilder("confidence  measures  facts right\n");
        foreach (var bin in figures.Documents.SelectMany(d => d.Pairs).GroupBy(p => Math.Min(9, (int)(p.Confidence * 10))).OrderBy(b => b.Key))
        {
            var share = (double)bin.Sum(p => p.Right) / bin.Sum(p => p.Facts);
            table.Append(CultureInfo.InvariantCulture, $"{bin.Key / 10.0:0.0}–{(bin.Key + 1) / 10.0:0.0}     {bin.Count(),8}  {share,11:0.00}\n");
        }

        return table.ToString();
    }
}
