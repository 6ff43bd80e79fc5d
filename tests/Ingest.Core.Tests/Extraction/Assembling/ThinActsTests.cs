using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Assembling;

public sealed class ThinActsTests
{
    [Theory]
    [InlineData("许昌市总工会召开会议。今年工会送出了各式礼包。")]
    [InlineData("许昌市总工会召开会议。开展“永远跟党走”系列文化活动。")]
    public void Extract_Leaves_Out_What_Names_No_Figure_No_Day_And_Nobody(string text) => Assert.Empty(Measures(text));

    [Theory]
    [InlineData("许昌市总工会召开会议。今年工会给环卫工人送去各式礼包。")]
    [InlineData("许昌市总工会召开会议。今年工会送出礼包300份。")]
    [InlineData("许昌市总工会召开会议。2022年3月5日,工会送出了各式礼包。")]
    public void Extract_Keeps_What_Names_One_Of_Them(string text) => Assert.Single(Measures(text));

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
