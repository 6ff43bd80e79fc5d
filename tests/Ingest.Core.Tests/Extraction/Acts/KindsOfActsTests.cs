using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Acts;

public sealed class KindsOfActsTests
{
    [Theory]
    [InlineData("3月5日，许昌市总工会累计接收40余家单位和个人捐赠的价值60万元物资，联络12家企业直接向医院捐助了20万元防疫物资。")]
    [InlineData("3月5日，河南省五一劳动奖章获得者、许昌瑞丰纺织集团董事长李建国得知口罩短缺，先后捐赠口罩2万只。")]
    [InlineData("3月5日，中原银行许昌分行得知这项活动后，拿出50万元支持活动。")]
    [InlineData("3月5日，建安区餐饮业商会为防控卡口送去盒饭300份。")]
    [InlineData("3月5日，许昌市红十字会发布接受社会捐赠的公告。")]
    public void Extract_Takes_What_Others_Give_For_A_Donation(string text) => Assert.Equal(Category.Donation, Assert.Single(Measures(text)).Category);

    [Fact]
    public void Extract_Takes_Goods_That_A_Station_Hands_Out_For_Goods() =>
        Assert.Equal(Category.Supplies, Assert.Single(Measures("3月5日，许昌市妇女儿童发展基金会为200名护士发放“安心包”，里面有毛巾、护手霜。")).Category);

    [Fact]
    public void Extract_Takes_Helpers_Told_Of_Right_Before_For_Those_Who_Help()
    {
        var measure = Assert.Single(Measures("3月15日，许昌市总工会的26名志愿者来到采样点。他们辅助医护人员完成检测4300人次。"));
        Assert.Equal(Category.Volunteer, measure.Category);
    }

    [Fact]
    public void Extract_Takes_A_Contract_For_The_Way_To_What_It_Brings()
    {
        var measure = Assert.Single(Measures("1月9日，许昌市总工会联系3家配餐企业，为采样人员每天供应盒饭2600份。"));
        Assert.Equal(Category.Supplies, measure.Category);
    }

    [Theory]
    [InlineData("许昌市总工会召开会议。先后接待过全国21个省份的来客。")]
    [InlineData("许昌市总工会发布消息。参加活动的215家商户经过资质审核。")]
    public void Extract_Finds_No_Help_Where_A_Number_Stands_Without_Actor_Or_Trouble(string text) => Assert.Empty(Measures(text));

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
