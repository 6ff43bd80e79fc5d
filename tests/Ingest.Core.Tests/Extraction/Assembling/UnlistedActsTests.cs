using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Assembling;

public sealed class UnlistedActsTests
{
    [Theory]
    [InlineData("2021年8月,扬州市总工会腾挪出冰柜12台,摆到各采样点。", Category.Supplies)]
    [InlineData("2022年4月6日,扬州市总工会6名干部轮着替社区老人拎菜上楼,一天跑了80多户。", Category.Volunteer)]
    [InlineData("扬州市总工会用大喇叭滚动喊话,每天6遍。", Category.Publicity)]
    public void Extract_Takes_A_Sentence_With_Actor_And_Figure_For_An_Act(string text, Category category) => Assert.Equal(category, Assert.Single(Measures(text)).Category);

    [Theory]
    [InlineData("2020年2月8日,扬州市总工会机关有党员36名,35名已在社区。")]
    [InlineData("2020年2月8日,扬州市总工会召开党组会议,研究10项工作。")]
    [InlineData("扬州石化集团2020年前两个月加工原油86万吨,全厂6000名职工坚守岗位。")]
    [InlineData("据扬州市总工会统计,全市共有职工54万人,其中农民工21万人。")]
    public void Extract_Takes_How_Things_Stand_For_No_Act(string text) => Assert.Empty(Measures(text));

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
