using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Segmenting;

public sealed class BriefsTests
{
    [Fact]
    public void Extract_Reads_A_List_Of_Briefs_Though_One_Such_Mark_Opens_A_Caption()
    {
        const string Briefs = "简讯\n▲临海市总工会为环卫工人送去牛奶20箱。\n▲仙居县总工会为环卫工人送去面包30箱。";
        const string Caption = "临海市总工会慰问环卫工人,送去牛奶20箱。\n▲仙居县总工会为环卫工人送去面包30箱。";

        Assert.Equal(2, Count(Briefs));
        Assert.Equal(1, Count(Caption));
    }

    private static int Count(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures.Count;
}
