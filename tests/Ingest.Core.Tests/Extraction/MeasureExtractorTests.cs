using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Explaining;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction;

/// <summary>What counts as one measure, on sentences written for these tests.</summary>
public sealed class MeasureExtractorTests
{
    [Fact]
    public void Extract_Joins_A_Visit_And_What_Was_Given_At_It()
    {
        var measure = Assert.Single(Measures("2022年3月8日,洛阳市总工会走访慰问货车司机83名,为他们送去方便面20箱、牛奶15箱。"));

        Assert.Equal(Category.Supplies, measure.Category);
        Assert.Equal(["洛阳市总工会"], measure.Orgs);
        Assert.Equal("410300", measure.Place);
        Assert.Equal("2022-03-08", measure.Date?.ToString());
        Assert.Equal([("方便面", 20m), ("牛奶", 15m)], measure.Items.Select(i => (i.Name, i.Quantity)));
        Assert.Contains(measure.People, p => p.Count == 83);
    }

    [Fact]
    public void Extract_Parts_Acts_Of_Different_Kinds_In_One_Sentence()
    {
        var categories = Measures("洛阳市总工会为12家企业返还工会经费8万元;为10名职工追回拖欠工资9万元;举办网上招聘会5场。").Select(m => m.Category);

        Assert.Equal([Category.Enterprise, Category.Rights, Category.Employment], categories);
    }

    [Fact]
    public void Extract_Leaves_Out_What_Is_Asked_Of_Others()
    {
        var measures = Measures("洛阳市总工会主席强调,各级工会要深入一线走访慰问,发放慰问金,开展心理疏导,举办招聘会。");

        Assert.Empty(measures);
    }

    [Fact]
    public void Extract_Leaves_Out_Speech_And_Praise()
    {
        var measures = Measures("“感谢工会给我们送来了口罩和牛奶,我们心里很温暖。”一名司机激动地说。洛阳市总工会用实际行动彰显了娘家人的担当。");

        Assert.Empty(measures);
    }

    [Fact]
    public void Extract_Keeps_A_Total_And_Its_Parts_In_One_Measure_And_Marks_The_Parts()
    {
        var measure = Assert.Single(Measures("台州市总工会下拨救灾资金200万元,其中临海市80万元、温岭市120万元。"));

        Assert.Equal([(2_000_000m, false), (800_000m, true), (1_200_000m, true)], measure.Money.Select(m => (m.Cny, m.PartOf)));
    }

    [Fact]
    public void Extract_Warns_And_States_No_Amount_Where_Digits_Were_Lost()
    {
        var measure = Assert.Single(Measures("洛阳市总工会向定点医院下拨?00万元专项资金,用于慰问一线医护人员。"));

        Assert.Empty(measure.Money);
        Assert.Contains(measure.Warnings, w => w.Code == "lost-digits");
    }

    [Fact]
    public void Extract_Counts_A_Passage_That_Stands_Twice_Once()
    {
        const string Passage = "2022年3月8日,洛阳市总工会向8家定点医院拨付防疫慰问金80万元,用于慰问奋战在一线的医护人员。";

        Assert.Single(Measures(Passage + "\n\n" + Passage));
    }

    [Fact]
    public void Extract_Names_The_Rule_And_A_Confidence_For_Every_Measure()
    {
        var measures = Measures("洛阳市总工会开通职工心理援助热线。涧西区总工会投入35万元,新建职工书屋3家。");

        Assert.Equal(2, measures.Count);
        Assert.All(measures, m => Assert.NotEqual("", m.Rule));
        Assert.All(measures, m => Assert.InRange(m.Confidence, 0.05, 0.98));
    }

    [Fact]
    public void Explanation_Shows_Rule_And_Tokens_Of_The_Clause_That_States_The_Act()
    {
        var text = Explanation.Write(new ReportText("洛阳市总工会开通职工心理援助热线。", ReportFormat.Text), TestContext.Current.CancellationToken);

        Assert.Contains("● 洛阳市总工会开通职工心理援助热线", text, StringComparison.Ordinal);
        Assert.Contains("心理服务 (service-started)", text, StringComparison.Ordinal);
        Assert.Contains("开通/Launch", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Measure> Measures(string text) =>
        MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text), TestContext.Current.CancellationToken).Measures;
}
