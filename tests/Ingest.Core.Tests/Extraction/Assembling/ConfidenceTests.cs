using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Assembling;

public sealed class ConfidenceTests
{
    [Theory]
    [InlineData("许昌市总工会召开会议。今年工会送出了各式礼包。")]
    [InlineData("许昌市总工会召开会议。开展“永远跟党走”系列文化活动。")]
    public void Extract_Leaves_Out_What_Names_No_Figure_No_Day_And_Nobody(string text) => Assert.Empty(Measures(text));

    [Theory]
    [InlineData("许昌市总工会召开会议。今年工会给环卫工人送去各式礼包。", "许昌市总工会召开会议。今年工会给环卫工人送去礼包300份。")]
    [InlineData("许昌市总工会慰问了坚守岗位的环卫工人。", "2022年3月5日,许昌市总工会慰问了坚守岗位的环卫工人。")]
    [InlineData("许昌市总工会召开会议。今年下拨慰问金50万元。", "许昌市总工会下拨慰问金50万元。")]
    public void Extract_Is_Surer_Of_What_Says_More(string less, string more)
    {
        var sure = Assert.Single(Measures(more)).Confidence;

        Assert.True(Measures(less) is not [var unsure] || unsure.Confidence < sure);
    }

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
