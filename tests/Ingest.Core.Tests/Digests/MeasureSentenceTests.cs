using Ingest.Core.Digests;
using Ingest.Core.Extraction;

namespace Ingest.Core.Tests.Digests;

public class MeasureSentenceTests(ITestOutputHelper output)
{
    [Fact]
    public void Chinese_Reads_As_A_Sentence_For_Every_Annotated_Measure()
    {
        foreach (var stored in SampleMeasures.Read(DateTimeOffset.UnixEpoch))
        {
            var line = MeasureSentence.Chinese(stored.Measure, 2026);
            output.WriteLine($"{stored.Measure.Category} {line}\n");
            Assert.EndsWith("。", line, StringComparison.Ordinal);
            Assert.DoesNotMatch("[,、。]{2}|[,,;] |\\n| [\\u4e00-\\u9fff]", line);
        }
    }

    [Theory]
    [InlineData("市总工会印发通知,部署关爱职工工作", "武汉市总工会印发通知\uFF0C部署关爱职工工作。")]
    [InlineData("近日,武汉市总前期走访企业136家,收集问题71个", "武汉市总工会前期走访企业136家\uFF0C收集问题71个。")]
    [InlineData("他们下发了关于困难职工帮扶的通知", "武汉市总工会下发了关于困难职工帮扶的通知。")]
    [InlineData("向定点医院的工会开通了绿色通道", "武汉市总工会向定点医院的工会开通了绿色通道。")]
    [InlineData("今年上半年,市总工会依托联盟举办创业沙龙14场", "武汉市总工会依托联盟举办创业沙龙14场。")]
    [InlineData("2月3日上午,一场网上招聘会在这里举行,提供岗位1260个", "武汉市总工会\uFF1A一场网上招聘会在这里举行\uFF0C提供岗位1260个。")]
    public void Chinese_Tells_An_Act_In_The_Passages_Words_With_Its_Actor_In_Full(string quote, string expected) =>
        Assert.Equal(expected, MeasureSentence.Chinese(new Measure(default, Category.Policy) { Quote = quote, Orgs = ["武汉市总工会"] }, 2026));

    [Theory]
    [InlineData("黃岡市總工會又緊急籌措103萬元疫情慰問專項資金", "2月1日\uFF0C黄冈市总工会筹措慰问资金103万元\uFF0C慰问一线职工。")]
    [InlineData("设立专项资金", "2月1日\uFF0C黄冈市总工会设立专项资金103万元\uFF0C用于帮助一线职工。")]
    public void Chinese_Tells_Money_By_Its_Figures_With_The_Passages_Verb(string quote, string expected)
    {
        var measure = new Measure(default, Category.Funds)
        {
            Quote = quote,
            Orgs = ["黄冈市总工会"],
            Date = MeasureDate.Day(new DateOnly(2026, 2, 1)),
            Money = [new(1_030_000, MoneyRole.Total)],
            People = [new("一线职工", null)],
        };

        Assert.Equal(expected, MeasureSentence.Chinese(measure, 2026));
    }

    [Fact]
    public void Chinese_Says_Until_When_A_Running_Total_Runs() => Assert.Equal(
        "截至2月8日\uFF0C北京市温暖基金会累计募集资金1,869万元。",
        MeasureSentence.Chinese(
            new Measure(default, Category.Donation)
            {
                Quote = "已收到捐款1869万元",
                Orgs = ["北京市温暖基金会"],
                Date = MeasureDate.Day(new DateOnly(2026, 2, 8)),
                Money = [new(18_690_000, MoneyRole.Raised) { Cumulative = true }],
            },
            2026));
}
