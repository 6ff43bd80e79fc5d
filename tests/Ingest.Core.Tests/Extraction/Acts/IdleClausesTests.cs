using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Acts;

public sealed class IdleClausesTests
{
    [Theory]
    [InlineData("自去年9月启动“安康行”志愿服务活动以来，许昌市总工会受到职工欢迎。")]
    [InlineData("许昌市总工会干部积极参与志愿服务。")]
    [InlineData("许昌市总工会向奋战在一线的医务人员致以诚挚的慰问！")]
    [InlineData("许昌市总工会“夏送清凉”活动已连续开展8年。")]
    [InlineData("许昌市总工会送温暖活动现场推进会在建安区召开。")]
    [InlineData("《许昌晚报》以《工会送来及时雨》为题报道了许昌市总工会慰问一线职工的做法。")]
    public void Extract_Finds_Nothing_In_Settings_Zeal_And_Regards(string text) => Assert.Empty(Measures(text));

    [Theory]
    [InlineData("许昌市总工会组织25名志愿者积极参与核酸检测点志愿服务。", Category.Volunteer)]
    [InlineData("自2月3日以来，许昌市总工会为一线医务人员送去牛奶200箱。", Category.Supplies)]
    public void Extract_Keeps_What_Is_Said_With_A_Figure(string text, Category category) => Assert.Equal(category, Assert.Single(Measures(text)).Category);

    [Fact]
    public void Extract_Makes_One_Gift_Of_A_Firms_Visit_And_What_It_Brought()
    {
        var measure = Assert.Single(Measures("8月2日，许昌市瑞丰商贸有限公司走访环卫工人，送去矿泉水60箱。"));
        Assert.Equal(Category.Donation, measure.Category);
    }

    [Fact]
    public void Extract_Takes_Relief_Money_Of_A_Hospital_For_No_Gift()
    {
        var measure = Assert.Single(Measures("许昌市中心医院走访援沪医务人员家庭，为每户送上慰问金800元。"));
        Assert.Equal(Category.Funds, measure.Category);
    }

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
