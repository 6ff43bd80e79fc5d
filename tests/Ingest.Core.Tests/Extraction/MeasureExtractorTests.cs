using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Explaining;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction;

/// <summary>What counts as one measure, on sentences written for these tests.</summary>
public sealed class MeasureExtractorTests
{
    [Fact]
    public void Extract_Joins_A_Visit_And_What_Was_Given_At_It()
    {
        var measure = Assert.Single(Measures("2022年3月8日,洛阳市总工会走访慰问货车司机83名,为他们送去方便面20箱、牛奶15箱。"));

        Assert.Equal(Category.Supplies, measure.Category);
        Assert.Equal(["洛阳市总工会"], measure.Orgs);
        Assert.Equal("410300", measure.Place);
        Assert.Equal("2022-03-08", measure.Date?.ToString());
        Assert.Equal([("方便面", 20m), ("牛奶", 15m)], measure.Items.Select(i => (i.Name, i.Quantity)));
        Assert.Contains(measure.People, p => p.Count == 83);
    }

    [Fact]
    public void Extract_Reads_A_Text_That_Ends_With_A_Day() =>
        Assert.Single(Measures("洛阳市总工会走访慰问货车司机83名,为他们送去方便面20箱。2022年3月8日"));

    [Fact]
    public void Extract_Parts_Acts_Of_Different_Kinds_In_One_Sentence()
    {
        var categories = Measures("洛阳市总工会为12家企业返还工会经费8万元;为10名职工追回拖欠工资9万元;举办网上招聘会5场。").Select(m => m.Category);

        Assert.Equal([Category.Enterprise, Category.Rights, Category.Employment], categories);
    }

    [Fact]
    public void Extract_Leaves_Out_What_Is_Asked_Of_Others()
    {
        var measures = Measures("洛阳市总工会主席强调,各级工会要深入一线走访慰问,发放慰问金,开展心理疏导,举办招聘会。");

        Assert.Empty(measures);
    }

    [Fact]
    public void Extract_Leaves_Out_Speech_And_Praise()
    {
        var measures = Measures("“感谢工会给我们送来了口罩和牛奶,我们心里很温暖。”一名司机激动地说。洛阳市总工会用实际行动彰显了娘家人的担当。");

        Assert.Empty(measures);
    }

    [Fact]
    public void Extract_Keeps_A_Total_And_Its_Parts_In_One_Measure_And_Marks_The_Parts()
    {
        var measure = Assert.Single(Measures("台州市总工会下拨救灾资金200万元,其中临海市80万元、温岭市120万元。"));

        Assert.Equal([(2_000_000m, false), (800_000m, true), (1_200_000m, true)], measure.Money.Select(m => (m.Cny, m.PartOf)));
    }

    [Fact]
    public void Extract_Warns_And_States_No_Amount_Where_Digits_Were_Lost()
    {
        var measure = Assert.Single(Measures("洛阳市总工会向定点医院下拨?00万元专项资金,用于慰问一线医护人员。"));

        Assert.Empty(measure.Money);
        Assert.Contains(measure.Warnings, w => w.Code == "lost-digits");
    }

    [Fact]
    public void Extract_Counts_A_Passage_That_Stands_Twice_Once()
    {
        const string Passage = "2022年3月8日,洛阳市总工会向8家定点医院拨付防疫慰问金80万元,用于慰问奋战在一线的医护人员。";

        Assert.Single(Measures(Passage + "\n\n" + Passage));
    }

    [Fact]
    public void Extract_Names_The_Rule_And_A_Confidence_For_Every_Measure()
    {
        var measures = Measures("洛阳市总工会开通职工心理援助热线。涧西区总工会投入35万元,新建职工书屋3家。");

        Assert.Equal(2, measures.Count);
        Assert.All(measures, m => Assert.NotEqual("", m.Rule));
        Assert.All(measures, m => Assert.InRange(m.Confidence, 0.05, 0.98));
    }

    [Theory]
    [InlineData("下一步,洛阳市总工会将为困难职工发放慰问金。")]
    [InlineData("洛阳市总工会送温暖金额比上年增加53.8万元,慰问户数同比增长两成。")]
    [InlineData("洛阳市总工会将发放慰问物资纳入重点工作。")]
    [InlineData("基层工会还可提前发放清明节慰问品。")]
    [InlineData("洛阳市总工会开展的义务理发、心理咨询等服务丰富多彩。")]
    [InlineData("洛阳市总工会详细询问企业是否备足防疫物资。")]
    [InlineData("活动分为慰问、宣讲、演出、义诊四个部分。")]
    [InlineData("洛阳市总工会坚持服务先行、保障先行“两个先行”。")]
    [InlineData("洛阳市总工会通过发放慰问金、开展心理疏导、组织志愿服务等方式关心职工。")]
    [InlineData("社会各界爱心人士纷纷慷慨解囊,踊跃捐款捐物。")]
    public void Extract_Leaves_Out_Intentions_Comparisons_Ways_And_Mottos(string text) => Assert.Empty(Measures(text));

    [Theory]
    [InlineData("记者了解到,两家单位共安排慰问资金140万元。", Category.Funds)]
    [InlineData("由洛阳市总工会采购的1300份蔬菜送到了一线职工家中。", Category.Supplies)]
    [InlineData("洛阳市总工会给奋战在一线的医护人员写去慰问信。", Category.Publicity)]
    [InlineData("洛阳市总工会机关全体干部职工捐款5.6万元。", Category.Donation)]
    [InlineData("洛阳市总工会发动爱心企业捐赠口罩3万只。", Category.Donation)]
    [InlineData("洛阳市总工会向市第二人民医院捐赠防护服200套。", Category.Supplies)]
    [InlineData("洛阳市总工会23名干部职工到社区报到,在检测点维持秩序。", Category.Volunteer)]
    [InlineData("洛阳银行推出“复工贷”,为小微企业发放贷款2.3亿元。", Category.Enterprise)]
    [InlineData("洛阳市总工会将于5月下旬启动“送清凉”活动,预计投入150万元。", Category.Funds)]
    [InlineData("洛阳市总工会为赴湖北医护人员家庭免费保洁62次。", Category.Family)]
    public void Extract_Tells_What_Kind_Of_Act_It_Is(string text, Category category) =>
        Assert.Equal(category, Assert.Single(Measures(text)).Category);

    [Fact]
    public void Extract_Counts_What_Each_Gets_And_Every_Kind_Of_A_List()
    {
        var share = Assert.Single(Measures("洛阳市总工会为70名环卫工人发放慰问品,每人一条围巾。"));
        var list = Assert.Single(Measures("洛阳市总工会为防汛人员送去大米、牛奶各200件。"));

        Assert.Equal([("围巾", 1m)], share.Items.Select(i => (i.Name, i.Quantity)));
        Assert.Equal([("大米", 200m), ("牛奶", 200m)], list.Items.Select(i => (i.Name, i.Quantity)));
    }

    [Fact]
    public void Extract_Counts_Those_Who_Serve_Or_Give_Apart_From_Those_Who_Are_Helped()
    {
        var sent = Assert.Single(Measures("洛阳市总工会选派13名环卫员工进驻方舱医院,负责清洁消毒。"));
        var gave = Assert.Single(Measures("洛阳市涧西区总工会组织65名党员捐款13000元。"));

        Assert.Equal([13m], sent.Numbers.Select(n => n.Amount));
        Assert.Equal([65m], gave.Numbers.Select(n => n.Amount));
        Assert.DoesNotContain(sent.People.Concat(gave.People), p => p.Count is not null);
    }

    [Fact]
    public void Extract_Parts_Money_And_Goods_That_A_Semicolon_Parts()
    {
        var measures = Measures("慰问中,洛阳市总工会给20名困难职工发放慰问金2万元;健康讲座中,免费发放价值3万元的药品。");

        Assert.Equal([Category.Funds, Category.Supplies], measures.Select(m => m.Category));
    }

    [Theory]
    [InlineData("2022年3月8日,洛阳市总工会举办“学雷锋”志愿服务活动。活动现场,志愿者们为群众义诊,发放宣传资料500份。", Category.Volunteer)]
    [InlineData("2022年3月8日,洛阳市总工会主席一行来到市人民医院,亲切慰问医护人员。他感谢大家的付出。市总工会为医护人员送上了牛奶、面包等慰问品。", Category.Supplies)]
    [InlineData("洛阳市总工会马上慰问职工。一是陆续给隔离职工寄去慰问品100份,共计投入10万元。", Category.Supplies)]
    [InlineData("洛阳市总工会为检测人员送来了“及时雨”:矿泉水50箱、面包30箱、雨衣100件。", Category.Supplies)]
    [InlineData("洛阳市总工会由23名干部组成4个小组,收集企业诉求112个。", Category.Policy)]
    [InlineData("洛阳市总工会启用新建成的职工服务中心。", Category.Facility)]
    public void Extract_Takes_An_Event_And_What_Was_Done_At_It_For_One(string text, Category category) =>
        Assert.Equal(category, Assert.Single(Measures(text)).Category);

    [Fact]
    public void Extract_Parts_Dated_Items_Of_A_List()
    {
        var measures = Measures("2022年3月18日,洛阳市总工会给环卫工人送去口罩2000只;3月20日,给农民工送去方便面200箱。");

        Assert.Equal(["2022-03-18", "2022-03-20"], measures.Select(m => m.Date?.ToString()));
    }

    [Fact]
    public void Extract_Counts_Vehicles_That_Carry_People_Apart_From_Goods()
    {
        var measure = Assert.Single(Measures("洛阳市总工会协调18辆大巴,接回返岗职工560人。"));

        Assert.Empty(measure.Items);
        Assert.Contains(measure.Numbers, n => n.Amount == 18);
    }

    [Fact]
    public void Extract_Keeps_Parts_Of_A_Sum_That_Have_Verbs_Of_Their_Own()
    {
        var measure = Assert.Single(Measures("洛阳市总工会系统累计投入专项资金300万元,其中市总工会拨付100万元,各县区总工会配套200万元。"));

        Assert.Equal([3_000_000m, 1_000_000m, 2_000_000m], measure.Money.Select(m => m.Cny));
    }

    [Fact]
    public void Extract_Tells_Three_Hundred_Yuan_From_Three_Hundred_People()
    {
        var measures = Measures("洛阳市总工会为每名职工发放300元消费券。2022年3月20日,洛阳市总工会安排120万元,组织300名医务人员分批疗休养。");

        Assert.Equal([Category.Consumption, Category.Recuperation], measures.Select(m => m.Category));
    }

    [Theory]
    [InlineData("洛阳市总工会为600名保供超市、药店员工购买意外伤害保险。", 600)]
    [InlineData("洛阳市总工会慰问快递小哥、外卖骑手等800余人。", 800)]
    [InlineData("洛阳市总工会慰问外地员工320名。", 320)]
    public void Extract_Counts_People_Wherever_Their_Name_Stands(string text, int count) =>
        Assert.Contains(Assert.Single(Measures(text)).People, p => p.Count == count);

    [Fact]
    public void Extract_Reads_A_Text_That_Breaks_Off_Anywhere()
    {
        const string Text = "为保障企业用工,3月2日,洛阳市总工会党组书记带队到涧西区慰问,送去口罩3000只、慰问金5万元。市总工会还将开展“春风行动”,全年将举办招聘会3场;联合市红十字会向8家医院捐赠价值12.6万元的物资……其中,洛宁县150万元、嵩县80万元,每户500元。截至3月5日";

        for (var from = 0; from < Text.Length; from++)
        {
            for (var to = from; to <= Text.Length; to++)
                Assert.NotNull(MeasureExtractor.Extract(new ReportText(Text[from..to], ReportFormat.Text), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Explanation_Shows_Rule_And_Tokens_Of_The_Clause_That_States_The_Act()
    {
        var text = Explanation.Write(new ReportText("洛阳市总工会开通职工心理援助热线。", ReportFormat.Text), TestContext.Current.CancellationToken);

        Assert.Contains("● 洛阳市总工会开通职工心理援助热线", text, StringComparison.Ordinal);
        Assert.Contains("心理服务 (service-started)", text, StringComparison.Ordinal);
        Assert.Contains("开通/Launch", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_Shows_What_Was_Left_Out_As_Too_Unsure()
    {
        var text = Explanation.Write(new ReportText("许昌市总工会召开会议。今年工会送出了各式礼包。", ReportFormat.Text), TestContext.Current.CancellationToken);

        Assert.Matches("今年工会送出了各式礼包[^●]+把握 0\\.\\d\\d,不取", text);
    }

    private static IReadOnlyList<Measure> Measures(string text) =>
        MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text), TestContext.Current.CancellationToken).Measures;
}
