using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Assembling;

public sealed class NamedEventsTests
{
    [Theory]
    [InlineData("2022年1月15日，许昌市总工会启动“同心抗疫”行动。市总工会干部为采样点送去口罩8000只。")]
    [InlineData("2022年1月15日，许昌市总工会启动“同心抗疫”行动。\n\n活动中，市总工会为采样点送去口罩8000只。")]
    public void Extract_Gives_The_Day_Of_A_Named_Event_To_What_Was_Done(string text)
    {
        var measure = Assert.Single(Measures(text));
        Assert.Equal(Category.Supplies, measure.Category);
        Assert.Equal("2022-01-15", measure.Date?.ToString());
    }

    [Fact]
    public void Extract_Keeps_The_Day_From_Another_Actor()
    {
        var measures = Measures("2022年1月15日，许昌市总工会启动“同心抗疫”行动。长葛市总工会为采样点送去口罩8000只。");
        Assert.Null(Assert.Single(measures).Date);
    }

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
