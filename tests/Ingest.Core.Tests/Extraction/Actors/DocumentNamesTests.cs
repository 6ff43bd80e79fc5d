using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Tests.Extraction.Actors;

/// <summary>Who a document names, by official name and place.</summary>
public sealed class DocumentNamesTests
{
    private static DocumentNames Read(string text, string? source = null) => DocumentNames.Of(DocumentOutline.Of(text), source);

    private static IEnumerable<string> Names(string text, string? source = null) =>
        Read(text, source).Actors.SelectMany(m => m.Actors).Select(a => a.Name + " " + a.Place);

    [Theory]
    [InlineData("陕西省西安市总工会拨付资金10万元。", "西安市总工会 610100")]
    [InlineData("烟台市总设立专项资金。", "烟台市总工会 370600")]
    [InlineData("连云港总工会抽出资金。", "连云港市总工会 320700")]
    [InlineData("喀左县总工会配备帐篷。", "喀喇沁左翼蒙古族自治县总工会 211324")]
    [InlineData("全总下拨资金。", "中华全国总工会 100000")]
    [InlineData("全国总工会发出通知。", "中华全国总工会 100000")]
    [InlineData("峨边县总工会下拨资金。", "峨边彝族自治县总工会 511132")]
    [InlineData("威海各级工会开展活动。", "威海市各级工会 371000")]
    [InlineData("朔州市、县(市、区)两级工会拨付慰问金。", "朔州市各级工会 140600")]
    [InlineData("青海省能源化工机冶工会分发消毒液。", "青海省能源化工机冶工会 630000")]
    [InlineData("临朐县卫健局通报情况。", "临朐县卫生健康局 370724")]
    [InlineData("固安县委召开会议。", "中共固安县委 131022")]
    [InlineData("兰州市妇联捐赠物资。", "兰州市妇女联合会 620100")]
    [InlineData("沈阳市和平区总工会慰问职工。", "和平区总工会 210102")]
    [InlineData("天津市和平区总工会慰问职工。", "和平区总工会 120101")]
    [InlineData("白银市总工会慰问职工。", "白银市总工会 620400")]
    [InlineData("市中区总工会慰问职工,济南市其他单位跟进。", "市中区总工会 370103")]
    [InlineData("兵团总工会主办比赛。", "新疆生产建设兵团总工会 650000")]
    [InlineData("国网河北省电力有限公司工会送去物资。", "国网河北省电力有限公司工会 130000")]
    [InlineData("中国石油长庆油田分公司工会拨付资金。", "中国石油长庆油田分公司工会 610100")]
    [InlineData("莫旗总工会开展慰问。", "莫力达瓦达斡尔族自治旗总工会 150722")]
    [InlineData("番禺区南村镇总工会发放健康包。", "番禺区南村镇总工会 440113")]
    [InlineData("大理州总工会开展慰问。", "大理白族自治州总工会 532900")]
    [InlineData("宝山区大场镇总工会走访企业。", "宝山区大场镇总工会 310113")]
    [InlineData("深圳市宝安区福永街道总工会走访企业。", "宝安区福永街道总工会 440306")]
    [InlineData("东莞市虎门镇总工会开展慰问。", "虎门镇总工会 441900")]
    [InlineData("杭州市江干区总工会拨款。", "江干区总工会 330104")]
    [InlineData("南通市海门市总工会举办活动。", "海门市总工会 320684")]
    [InlineData("兰州市妇联直接接收和县区妇联汇缴的捐款。", "兰州市妇女联合会 620100")]
    [InlineData("中铁二局深圳公司推出活动。", "中铁二局深圳公司 440300")]
    [InlineData("中卫市和中宁县需要支援,宁夏自治区总工会筹措经费。", "宁夏回族自治区总工会 640000")]
    [InlineData("顺义区赵全营镇总工会走进校园。", "顺义区赵全营镇总工会 110113")]
    public void An_Organisation_Bears_Its_Official_Name(string text, string expected) => Assert.Contains(expected, Names(text));

    [Theory]
    [InlineData("丹东市总工会召开会议。市总工会拨付20万元。", "丹东市总工会 210600")]
    [InlineData("丹东市总工会召开会议。全市各级工会投入20万元。", "丹东市各级工会 210600")]
    [InlineData("丹东市总工会召开会议。省总工会拨付20万元。", "辽宁省总工会 210000")]
    [InlineData("丹东市总工会召开会议。省总拨付20万元。", "辽宁省总工会 210000")]
    [InlineData("朝阳市总工会联合市心理学会开通热线。", "朝阳市心理学会 211300")]
    [InlineData("石泉县总工会和县人社局领导到村里看望职工。", "石泉县人力资源和社会保障局 610922")]
    [InlineData("黄冈市总工会落实省委市委要求。", "中共黄冈市委 421100")]
    [InlineData("潍坊市奎文区成立“零工客栈”工会,向务工人员分发物资。", "奎文区“零工客栈”工会 370705")]
    [InlineData("法库县总工会发放慰问金。该县总工会还慰问家属。", "法库县总工会 210124")]
    [InlineData("法库县总工会发放慰问金。县人社局随后跟进。", "法库县人力资源和社会保障局 210124")]
    [InlineData("朔州市工青妇分头行动。", "共青团朔州市委员会 140600")]
    [InlineData("庄河市总工会慰问职工。市总工会随后拨款。", "庄河市总工会 210283")]
    [InlineData("南宁市总工会召开会议。全区各级工会行动起来。", "广西壮族自治区各级工会 450000")]
    [InlineData("宝鸡市总工会召开会议。市县两级工会发放慰问金。", "宝鸡市各级工会 610300")]
    [InlineData("广元市总工会召开会议。市、县工会筹集资金。", "广元市各级工会 510800")]
    [InlineData("市中区大观园街道总工会走访职工,济南市其他街道跟进。街道工会送去茶叶。", "市中区大观园街道总工会 370103")]
    [InlineData("葛洲坝水泥公司工会开展活动。公司工会送去药品。", "葛洲坝水泥公司工会 ")]
    [InlineData("顺义区赵全营镇总工会走进校园。镇总工会赠送用品,镇团委参与。", "共青团赵全营镇委员会 110113")]
    public void A_Short_Form_Takes_Its_Place_From_What_Went_Before(string text, string expected) =>
        Assert.Equal(expected, Names(text).First(n => n == expected));

    [Fact]
    public void A_Section_Heading_Sets_The_Place_For_What_Follows()
    {
        const string text = "沈阳市总工会\n\n市总工会2月3日拨付资金10万元,慰问一线职工。\n\n大连市总工会\n\n市总工会2月4日拨付资金20万元,慰问一线职工。\n";

        Assert.Equal(["沈阳市总工会 210100", "沈阳市总工会 210100", "大连市总工会 210200", "大连市总工会 210200"], Names(text));
    }

    [Theory]
    [InlineData("九江市总工会召开会议。武宁、修水县总工会开展慰问。", "武宁县总工会", "修水县总工会")]
    [InlineData("丹东市总工会召开会议。沈阳、大连和鞍山市总工会筹集资金。", "沈阳市总工会", "大连市总工会", "鞍山市总工会")]
    [InlineData("上城区总工会召开会议。湖滨街道、清波街道总工会走访家属。", "湖滨街道总工会", "清波街道总工会")]
    [InlineData("丹东市振兴区总工会召开会议。市、区总工会走访企业。", "丹东市总工会", "振兴区总工会")]
    [InlineData("丹东市振兴区总工会召开会议。丹东市、振兴区总工会走访企业。", "丹东市总工会", "振兴区总工会")]
    public void Places_Of_A_List_Share_The_Body_After_The_Last(string text, params string[] names) =>
        Assert.Equal(names, Read(text).Actors[^1].Actors.Select(a => a.Name));

    [Theory]
    [InlineData("镇总工会走访职工。薛家镇党委高度重视。", "薛家镇总工会")]
    [InlineData("集团工会购买口罩。《致百联集团全体职工的慰问信》同步下发。", "百联集团工会")]
    public void A_Short_Form_May_Come_Before_The_Name(string text, string name) => Assert.Equal(name, Read(text).Actors[0].Actors[0].Name);

    [Fact]
    public void A_Paragraph_Goes_Back_To_The_Place_Of_Its_Heading()
    {
        const string text = "营口市总工会\n\n鲅鱼圈区总工会2月3日为护士家属请来家政服务员,费用由工会承担。\n\n2月4日,物资由市总工会转送至各卡点,区总工会协助,送去苹果600箱。\n";
        var names = Read(text);

        Assert.Equal("210800", names.SettingAt(text.IndexOf("2月4日", StringComparison.Ordinal)).Narrowest?.Code);
        Assert.Equal("鲅鱼圈区总工会", names.Actors[^1].Actors[0].Name);
    }

    [Fact]
    public void The_Body_Above_The_One_That_Acts_Is_No_Actor() =>
        Assert.Equal(["北京市温暖基金会 110000"], Names("隶属北京市总工会的公募基金组织北京市温暖基金会启动项目。"));

    [Fact]
    public void A_Town_In_Several_Counties_Is_The_One_Of_The_Setting() =>
        Assert.Contains("石湾镇总工会 441322", Names("博罗县总工会召开会议。石湾镇总工会发放健康包。"));

    [Fact]
    public void The_Papers_Home_Tells_The_Province() =>
        Assert.Contains("河北省总工会 130000", Names("省总工会拨付资金10万元。", "河北工人报"));

    [Fact]
    public void The_Source_Line_Tells_The_County() =>
        Assert.Contains("霍邱县总工会 341522", Names("县总工会拨付资金\n来源:霍邱县政府网\n县总工会向一线职工拨付资金10万元。\n"));

    [Fact]
    public void A_Place_That_Is_Helped_Does_Not_Become_The_Setting() =>
        Assert.Contains("大连市总工会 210200", Names("大连市总工会驰援武汉市。市总工会还筹集物资。"));

    [Theory]
    [InlineData("涿鹿县总工会常务副主席耿天虹带领慰问组来到现场。", "常务副主席耿天虹")]
    [InlineData("饶阳县总工会党组书记、常务副主席赵宏欢一行慰问职工。", "党组书记、常务副主席赵宏欢一行")]
    [InlineData("和平区总工会干部慰问家属。", "干部")]
    [InlineData("右玉县总工会主席郝旭日与家属通话。", "主席郝旭日")]
    [InlineData("和平区总工会慰问家属。", "")]
    public void The_Subject_Reaches_Past_Titles_And_Names(string text, string tail)
    {
        var mention = Read(text).Actors[0];

        Assert.Equal(tail, text[mention.Span.End..mention.SubjectEnd]);
    }

    [Theory]
    [InlineData("省劳模李亚军捐了2000元。", "李亚军")]
    [InlineData("全国劳模欧阳建国捐赠口罩。", "欧阳建国")]
    [InlineData("安徽省劳动模范、富华服饰有限公司董事长文继兵捐款10万元。", "文继兵")]
    public void A_Credited_Person_Is_An_Actor(string text, string name) =>
        Assert.Contains(Read(text).Actors, m => m.Actors is [{ Kind: ActorKind.Person } person] && person.Name == name);

    [Theory]
    [InlineData("市民高度评价这项工作。")]
    [InlineData("要树立大局意识,开好局、起好步。")]
    [InlineData("职工凭工会会员卡申领。")]
    [InlineData("彰显工会组织力量,引导职工加入工会组织。")]
    [InlineData("为打赢歼灭战贡献工会力量。")]
    [InlineData("看工会的担当。")]
    [InlineData("全市110家工会参加。")]
    [InlineData("深受医院和学校欢迎。")]
    [InlineData("并保障医院2300余人的餐饮。")]
    [InlineData("要求16个镇街总工会精准使用资金。")]
    [InlineData("某劳务公司的张先生前来咨询。")]
    [InlineData("支持海南、西藏等四省(区)总工会。")]
    [InlineData("两级集团和公司党委提出要求。")]
    [InlineData("全会是十八届五次全委会。")]
    public void What_Only_Sounds_Like_A_Name_Is_None(string text) => Assert.Empty(Read(text).Actors);

    [Theory]
    [InlineData("山西教场坪能源集团有限公司捐款100万元。", "山西教场坪能源集团有限公司")]
    [InlineData("中铁济南局工会拨付资金。", "中铁济南局工会")]
    [InlineData("记者从建设银行北京市分行获悉。", "建设银行北京市分行")]
    [InlineData("阜平县总工会驻龙泉关镇龙泉关村工作组送去方便面。", "阜平县总工会驻龙泉关镇龙泉关村工作组")]
    [InlineData("道义街道尚郡社区联合工会委员会开展活动。", "道义街道尚郡社区联合工会委员会")]
    [InlineData("宝鸡市总工会十八届五次全委(扩大)会议召开。", "宝鸡市总工会")]
    [InlineData("门头沟区总工会职工文化艺术协会开展训练。", "门头沟区总工会职工文化艺术协会")]
    [InlineData("平鲁区后安煤矿集团公司捐款100万元。", "平鲁区后安煤矿集团公司")]
    [InlineData("由全国总工会应对新型冠状病毒感染肺炎疫情工作领导小组办公室编写。", "中华全国总工会应对新型冠状病毒感染肺炎疫情工作领导小组办公室")]
    public void A_Long_Name_Is_One_Name(string text, string name) => Assert.Equal(name, Assert.Single(Read(text).Actors).Actors[0].Name);

    [Fact]
    public void Joint_Actors_Are_Mentions_In_Order()
    {
        var names = Read("沈阳市总工会、市供销社等单位选派党员。").Actors;

        Assert.Equal(["沈阳市总工会", "沈阳市供销社"], names.Select(m => m.Actors[0].Name));
    }

    [Fact]
    public void Offsets_Point_At_The_Name_As_Written()
    {
        const string text = "近日,陕西省西安市总工会拨付资金。";

        Assert.Equal("陕西省西安市总工会", Assert.Single(Read(text).Actors).Span.In(text));
    }

    [Fact]
    public void SettingAt_Says_Where_The_Text_Plays()
    {
        const string text = "法库县总工会发放慰问金。大连市总工会筹集物资。";
        var names = Read(text);

        Assert.Equal("210124", names.SettingAt(5).Narrowest?.Code);
        Assert.Equal("210200", names.SettingAt(text.Length - 1).Narrowest?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("市")]
    [InlineData("总")]
    [InlineData("(((((((((((((((((")]
    public void Odd_Texts_Name_Nobody(string text) => Assert.Empty(Read(text).Actors);
}
