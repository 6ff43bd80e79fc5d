using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Acts;

public sealed class DonorsTests
{
    [Theory]
    [InlineData("2月3日，退休教师陈桂兰捐款2000元。", "陈桂兰")]
    [InlineData("石桥村村民王德顺、李秀珍共捐款8000元。", "王德顺,李秀珍")]
    [InlineData("致富带头人赵长河给卡点送去牛奶30箱。", "赵长河")]
    [InlineData("退伍老兵罗志强自费购买口罩500只，送到社区卡点。", "罗志强")]
    [InlineData("金桥大酒店每天为隔离点免费提供盒饭300份。", "金桥大酒店")]
    [InlineData("省劳模、新店镇石家村党支部书记李国强带领村民把挂面40箱送到防控点。", "李国强")]
    [InlineData("市劳动模范、恒达服饰厂厂长孙丽捐赠口罩3000只。", "孙丽")]
    [InlineData("东关镇晨光秧歌队捐款3200元。", "东关镇晨光秧歌队")]
    [InlineData("永兴门窗厂捐赠口罩5000只。", "永兴门窗厂")]
    [InlineData("其中，宏达汽修部捐赠酒精40桶。", "宏达汽修部")]
    [InlineData("柳河镇党总支主动捐款1.5万元。", "柳河镇党总支")]
    public void Extract_Names_A_Donor_Without_Legal_Form(string text, string donors)
    {
        var measure = Assert.Single(Measures(text));
        Assert.Equal(Category.Donation, measure.Category);
        Assert.Equal(donors, string.Join(',', measure.Orgs));
    }

    [Theory]
    [InlineData("护士陈桂兰收到慰问金500元。")]
    [InlineData("市民王德顺领取了口罩10只。")]
    public void Extract_Takes_Nobody_For_A_Donor_Who_Receives(string text) => Assert.DoesNotContain(Measures(text), m => m.Category == Category.Donation);

    [Theory]
    [InlineData("许昌市总工会向定点医院捐赠口罩5000只。", Category.Supplies)]
    [InlineData("许昌钢铁公司工会向定点医院捐赠口罩5000只。", Category.Donation)]
    [InlineData("许昌市红十字会已拨付捐款18万元。", Category.Funds)]
    [InlineData("许昌市红十字会接收捐款18万元。", Category.Donation)]
    public void Extract_Tells_A_Gift_From_What_A_Public_Body_Hands_On(string text, Category category) => Assert.Equal(category, Assert.Single(Measures(text)).Category);

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
