using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Assembling;

/// <summary>Small reports with one fact of each of their measures; the corpora stand beside this file.</summary>
public sealed class FactCorpusTests
{
    public static TheoryData<string, string> Places => Read("places-served.tsv");

    public static TheoryData<string, string> Dates => Read("act-dates.tsv");

    public static TheoryData<string, string> Figures => Read("act-figures.tsv");

    public static TheoryData<string, string> Actors => Read("act-actors.tsv");

    public static TheoryData<string, string> Counted => Read("counted-names.tsv");

    [Theory]
    [MemberData(nameof(Counted))]
    public void Extract_Names_Who_Is_Helped_And_What_Is_Counted(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Measures(text).SelectMany(m => m.People.Select(p => $"{p.Group}={p.Count}").Concat(m.Numbers.Select(n => $"{n.What}={n.Amount}")))));

    [Theory]
    [MemberData(nameof(Actors))]
    public void Extract_States_Who_Acts(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Measures(text).Select(m => string.Join('、', m.Orgs))));

    [Theory]
    [MemberData(nameof(Places))]
    public void Extract_States_The_Place_That_An_Act_Serves(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Measures(text).Select(m => m.Place ?? "null")));

    [Theory]
    [MemberData(nameof(Dates))]
    public void Extract_States_The_Day_Of_An_Act(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Measures(text).Select(m => m.Date?.ToString() ?? "null")));

    [Theory]
    [MemberData(nameof(Figures))]
    public void Extract_States_What_An_Act_Counts(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Measures(text).Select(Described)));

    [Fact]
    public void Extract_Points_Into_The_Text_Wherever_It_Was_Cut()
    {
        foreach (var row in Counted.Concat(Figures))
        {
            for (var at = 1; at < row.Data.Item1.Length; at++)
            {
                var cut = row.Data.Item1[at..];
                Assert.All(Measures(cut), m => Assert.InRange(m.Span.End, m.Span.Start + 1, cut.Length));
            }
        }
    }

    private static string Described(Measure measure) => FormattableString.Invariant(
        $"{Join("people", measure.People.Select(p => p.Count))}{Join("items", measure.Items.Select(i => (decimal?)i.Quantity))}{Join("numbers", measure.Numbers.Select(n => (decimal?)n.Amount))}{Join("yuan", measure.Money.Select(m => (decimal?)m.Cny))}").Trim();

    private static string Join(string name, IEnumerable<decimal?> values) =>
        values.Where(v => v is not null).ToList() is { Count: > 0 } told ? $"{name} {string.Join(',', told)} " : "";

    private static IReadOnlyList<Measure> Measures(string text) =>
        MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;

    private static TheoryData<string, string> Read(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Ingest.Core.Tests", "Extraction", "Assembling", file)))
        {
            if (line.Split('\t') is [var text, var expected] && text[0] != '#')
                data.Add(text.Replace("\\n", "\n", StringComparison.Ordinal), expected);
        }

        return data;
    }
}
