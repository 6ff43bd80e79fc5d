using Ingest.Core.Extraction.Scoring;

namespace Ingest.Core.Tests.Extraction;

public sealed class ScorerTests
{
    private const string Text = "甲市总工会拨付10万元。乙县总工会送去口罩200个。";

    private const string Gold = """
        {"published": "2020-02-01", "measures": [
          {"quote": "甲市总工会拨付10万元", "orgs": ["甲市总工会"], "place": "110000", "date": null, "category": "funds",
           "money": [{"cny": 100000, "role": "total"}], "items": [], "people": [{"group": "职工", "count": null}], "numbers": []},
          {"quote": "乙县总工会送去口罩200个", "orgs": ["乙县总工会"], "place": null, "date": null, "category": "supplies",
           "money": [], "items": [{"name": "口罩", "quantity": 200, "unit": "个"}], "people": [], "numbers": []}]}
        """;

    [Fact]
    public void ScoreDocument_Is_Perfect_For_Gold_Itself()
    {
        var figures = Scorer.ScoreDocument("a.txt", Text, Gold, Gold);

        Assert.Equal(new Agreement(7, 7, 7), figures.Facts);
        Assert.Equal((true, true), figures.Published);
    }

    [Fact]
    public void ScoreDocument_Loses_Every_Fact_Of_A_Measure_Without_A_Partner()
    {
        var parsed = """{"measures": [{"start": 11, "end": 23, "orgs": ["乙县总工会"], "category": "supplies", "items": [{"name": "医用口罩", "quantity": 200, "unit": "个"}]}]}""";

        var figures = Scorer.ScoreDocument("a.txt", Text, Gold, parsed);

        Assert.Equal(new Agreement(1, 2, 1), figures.Measures);
        Assert.Equal(new Agreement(3, 7, 3), figures.Facts);
        Assert.Equal(["甲市总工会拨付10万元"], figures.Missed);
    }

    [Fact]
    public void ScoreDocument_Does_Not_Align_Passages_That_Merely_Touch()
    {
        var parsed = """{"measures": [{"start": 9, "end": 14, "category": "funds"}]}""";

        var figures = Scorer.ScoreDocument("a.txt", Text, Gold, parsed);

        Assert.Equal(0, figures.Measures.Hits);
    }

    [Fact]
    public void ScoreDocument_Aligns_By_Facts_Where_Two_Agree_For_Another_Format()
    {
        var parsed = """{"measures": [{"start": 0, "end": 1, "category": "funds", "orgs": ["甲市总工会"], "money": [{"cny": 100000}]}]}""";

        Assert.Equal(3, Scorer.ScoreDocument("a.txt", Text, Gold, parsed, byFacts: true).Facts.Hits);
    }
}
