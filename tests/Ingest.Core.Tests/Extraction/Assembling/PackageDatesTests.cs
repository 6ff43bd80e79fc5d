using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Assembling;

public sealed class PackageDatesTests
{
    [Fact]
    public void Extract_Gives_The_Day_Of_A_Package_To_Its_Points_And_To_Nothing_Behind_Them()
    {
        var measures = Measures("""
            2022年3月8日,洛阳市总工会出台关爱一线职工的五条措施。
            一、开通心理热线。开通24小时心理热线2条。
            二、安排疗休养。列支专项资金60万元,安排一线职工疗休养。
            此前,洛阳市总工会已向6家医院工会下拨慰问金30万元。
            """);
        Assert.Equal(["2022-03-08", "2022-03-08", "2022-03-08", null], measures.Select(m => m.Date?.ToString()));
    }

    [Fact]
    public void Extract_Gives_The_Day_Of_A_Package_To_Paragraphs_That_Open_With_A_Topic()
    {
        var measures = Measures("""
            2022年1月16日,洛阳市总工会出台“留洛过年七条意见”。
            设立专项资金送温暖。设立260万元专项资金,对困难职工家庭开展走访慰问。
            丰富节日生活。组织书法家进企业活动30场,为职工写春联。
            孟津区总工会向一线职工发放慰问金20万元。
            """);
        Assert.Equal(["2022-01-16", "2022-01-16", "2022-01-16", null], measures.Select(m => m.Date?.ToString()));
    }

    [Fact]
    public void Extract_Gives_The_Day_Of_Counted_Measures_To_The_Sentences_That_Tell_Them()
    {
        var measures = Measures("2022年8月16日,洛阳市总工会印发《助力疫情防控十条措施》。向在档困难职工每户发放生活补助1000元。开通24小时心理热线2条。孟津区总工会向一线职工发放慰问金20万元。");
        Assert.Equal(["2022-08-16", "2022-08-16", "2022-08-16", null], measures.Select(m => m.Date?.ToString()));
    }

    [Theory]
    [InlineData("2022年5月18日,洛阳市总工会出台15条助企工作措施,其中明确:为300家小微企业返还工会经费;为8000名农民工提供免费技能培训。", 3, "2022-05-18")]
    [InlineData("2021年2月8日,洛阳市人社局、洛阳市总工会印发通知,部署就业援助月活动。\n一是组织招聘。举办招聘会26场。\n二是政策宣传。印发《政策明白卡》3万份。", 3, "2021-02-08")]
    [InlineData("2020年3月9日,洛阳市总工会出台“助企复工”行动方案。洛阳市总工会将投入150万元,开展技能竞赛20场。", 2, "2020-03-09")]
    public void Extract_Gives_The_Day_Of_A_Plan_To_All_That_It_Holds(string text, int measures, string day) =>
        Assert.Equal(Enumerable.Repeat(day, measures), Measures(text).Select(m => m.Date?.ToString()));

    [Fact]
    public void Extract_Dates_A_Notice_By_Its_Signature()
    {
        var measures = Measures("""
            洛阳市总工会关于做好关心关爱职工工作的通知

            各县区总工会:

            为做好关心关爱工作,现就有关事项通知如下:
            一、慰问一线。安排专项资金90万元,用于慰问一线医务人员。

            洛阳市总工会
            2022年4月14日
            """);
        Assert.All(measures, m => Assert.Equal("2022-04-14", m.Date?.ToString()));
        Assert.Contains(measures, m => m.Category == Category.Funds && m.Orgs is ["洛阳市总工会"]);
    }

    [Fact]
    public void Extract_Reads_A_Notice_That_Names_Its_Activity_And_Its_Period()
    {
        var measures = Measures("""
            关于做好夏送清凉工作的通知

            各县区总工会:

            经研究,洛阳市总工会决定在全市开展“夏送清凉”活动。现将有关事项通知如下:

            一、活动时间
            2022年6月20日至9月10日

            二、活动内容
            (一)市总工会安排专项资金46万元,慰问高温岗位职工。
            (二)安排60名一线职工赴栾川疗休养。

            洛阳市总工会
            2022年6月15日
            """);
        Assert.Equal([Category.Policy, Category.Funds, Category.Recuperation], measures.Select(static m => m.Category));
        Assert.All(measures, m => Assert.Equal("2022-06-15", m.Date?.ToString()));
    }

    [Theory]
    [InlineData("3月18日,洛阳市总工会启动“暖岗”行动,将投入300万元实施3个项目。\n\n这3个项目包括:组织400名一线职工疗休养;举办技能培训班20期。", "2022-03-18")]
    [InlineData("3月18日,洛阳市总工会启动“暖岗”行动,将投入300万元实施3个项目。\n\n这6个项目包括:组织400名一线职工疗休养;举办技能培训班20期。", null)]
    public void Extract_Gives_The_Day_Of_What_Was_Announced_To_The_List_That_Opens_With_Its_Number(string text, string? expected)
    {
        var measures = Measures("2022年3月20日\n\n" + text);

        Assert.Equal(3, measures.Count);
        Assert.All(measures.Skip(1), m => Assert.Equal(expected, m.Date?.ToString()));
    }

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
