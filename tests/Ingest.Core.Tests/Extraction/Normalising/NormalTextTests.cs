using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Tests.Extraction.Normalising;

public sealed class NormalTextTests
{
    [Theory]
    [InlineData("湖北省總工會慰問職工", "湖北省总工会慰问职工")]
    [InlineData("臺灣後勤麵條隻乾淨", "台湾后勤面条只干净")]
    [InlineData("朗朗乾坤,給予慰藉", "朗朗乾坤,给予慰藉")]
    [InlineData("瀋陽市、沈陽", "沈阳市、沈阳")]
    [InlineData("简体文字不变", "简体文字不变")]
    public void Of_Simplifies_Traditional_Characters(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Theory]
    [InlineData("1869.5万元,82%", "1869.5万元,82%")]
    [InlineData("(ABC);:!?", "(ABC);:!?")]
    [InlineData("「全总」『工会』", "“全总”‘工会’")]
    [InlineData("他说\"工会\"好", "他说“工会”好")]
    [InlineData("2020-02-08—09", "2020-02-08—09")]
    [InlineData("¥500", "¥500")]
    [InlineData("二○二○年", "二〇二〇年")]
    [InlineData("返还7066万元,,助力企业", "返还7066万元,助力企业")]
    [InlineData("得到肯定,。送去420盒。,让", "得到肯定。送去420盒。让")]
    [InlineData("⼀⼆⼯会", "一二工会")]
    public void Of_Unifies_Widths_And_Marks(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Theory]
    [InlineData("下发(fā)通知", "下发通知")]
    [InlineData("發(fā)揮聯(lián)系", "发挥联系")]
    [InlineData("奮戰(zhàn)在一線(xiàn)", "奋战在一线")]
    [InlineData("市總工會(huì )女工委", "市总工会女工委")]
    [InlineData("党组(扩大)会议", "党组(扩大)会议")]
    [InlineData("镇(街道)总工会", "镇(街道)总工会")]
    [InlineData("工会(union)", "工会(union)")]
    [InlineData("*党**员干部*", "党员干部")]
    [InlineData("**重点**工作", "重点工作")]
    [InlineData("3*5", "3*5")]
    [InlineData("工\u200B会\uFEFF慰\u00AD问", "工会慰问")]
    public void Of_Drops_What_Was_Injected(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Theory]
    [InlineData("1 月 1 8 日,工会慰问", "1月18日,工会慰问")]
    [InlineData("于 3 月 5 日送去 20 箱牛奶", "于3月5日送去20箱牛奶")]
    [InlineData("下拨 3780 万 元", "下拨3780万元")]
    [InlineData("增长 8 %", "增长8%")]
    [InlineData("陕西 西安", "陕西 西安")]
    [InlineData("(覃 兰 农立志)", "(覃 兰 农立志)")]
    [InlineData("首页 > 资料中心", "首页 > 资料中心")]
    [InlineData("来源:某报 作者:某人", "来源:某报 作者:某人")]
    [InlineData("hello world", "hello world")]
    [InlineData("  工会  ", "工会")]
    [InlineData("姓名\t金额\n张三\t500", "姓名\t金额\n张三\t500")]
    [InlineData("第 12 版 5 月", "第12版5月")]
    [InlineData("价值4. 6万元", "价值4.6万元")]
    [InlineData("价值4 .6万元", "价值4.6万元")]
    [InlineData("资金4 3.5万元", "资金43.5万元")]
    [InlineData("资金43 5万元", "资金43\uFFFD5万元")]
    [InlineData("干部 2 6 名", "干部26名")]
    [InlineData("附件1 2份", "附件1 2份")]
    [InlineData("1. 6名职工获助", "1. 6名职工获助")]
    [InlineData("王强 20 300元", "王强20 300元")]
    public void Of_Drops_Spaces_That_Mean_Nothing_And_Keeps_Those_That_Part(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Theory]
    [InlineData("&ldquo;送温暖&rdquo;活动", "“送温暖”活动")]
    [InlineData("慰问&nbsp;&nbsp;职工", "慰问 职工")]
    [InlineData("3&#46;5万元&#12290;", "3.5万元。")]
    [InlineData("AT&T公司;R&D;", "AT&T公司;R&D;")]
    [InlineData("a&nosuchname;b", "a&nosuchname;b")]
    public void Of_Reads_Entities_That_Were_Left_In_Text(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Fact]
    public void ToOriginal_Covers_A_Whole_Entity()
    {
        const string original = "开展&ldquo;送温暖&rdquo;活动";
        var normal = NormalText.Of(original);
        var span = normal.ToOriginal(2, 7);
        Assert.Equal("&ldquo;送温暖&rdquo;", original[span.Start..span.End]);
    }

    [Theory]
    [InlineData("市总工会拨款3.5万元.职工很高兴.", "市总工会拨款3.5万元。职工很高兴。")]
    [InlineData("县总工会慰问一线.共20人", "县总工会慰问一线。共20人")]
    [InlineData("工会主席阿里.买买提说。他说。", "工会主席阿里.买买提说。他说。")]
    [InlineData("登录gonghui.org了解。版本2.0", "登录gonghui.org了解。版本2.0")]
    public void Of_Takes_Dots_For_Full_Stops_Where_The_Author_Writes_No_Other(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Theory]
    [InlineData("市总工会下拨专款。县总工会为定\n点医院送去牛奶。", "市总工会下拨专款。县总工会为定点医院送去牛奶。")]
    [InlineData("市总工会下拨专款。共筹集善款1\n200元。", "市总工会下拨专款。共筹集善款1200元。")]
    [InlineData("市总工会下拨专款。为职工服务\n一、下拨专款。", "市总工会下拨专款。为职工服务\n一、下拨专款。")]
    [InlineData("市总工会下拨专款。为职工服务\n责任编辑:某人", "市总工会下拨专款。为职工服务\n责任编辑:某人")]
    [InlineData("县总工会\n送去牛奶。", "县总工会\n送去牛奶。")]
    public void Of_Mends_A_Break_That_Cuts_A_Clause(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Theory]
    [InlineData("市总工会下拨专款。　　县总工会送去牛奶和面包。", "市总工会下拨专款。\n县总工会送去牛奶和面包。")]
    [InlineData("市总工会慰问一线职工　　昨日,市总工会送去牛奶。", "市总工会慰问一线职工\n昨日,市总工会送去牛奶。")]
    [InlineData("市总工会下拨专款。　县总工会送去牛奶和面包。", "市总工会下拨专款。县总工会送去牛奶和面包。")]
    [InlineData("关于送温暖的　　通　　知", "关于送温暖的 通 知")]
    public void Of_Ends_A_Paragraph_Where_Only_Its_Indent_Was_Kept(string original, string expected) => Assert.Equal(expected, NormalText.Of(original).Text);

    [Fact]
    public void Of_Closes_Spaces_That_Recognition_Left_In_Prose()
    {
        const string original = "近日,市总工会决定下拨常态化送温 暖资金,用于支持各地工会开展对受 疫情影响职工家庭的慰问,帮助他们战 胜暂时的困难。";
        Assert.DoesNotContain(' ', NormalText.Of(original).Text);
        Assert.Equal("防控工作要抓好", NormalText.Of("防 控 工 作 要 抓 好").Text);
    }

    [Fact]
    public void Of_Joins_Hard_Wraps_And_Keeps_Paragraphs()
    {
        const string original = "慰问一线职工\n\n近日市总工会开展慰问活动为职工送去口罩和消毒液等防\n护用品共计三百余件让广大职工感受到来自工会组织的温\n暖和关怀。\n\n下一步工会将继续做好工作。";
        Assert.Equal("慰问一线职工\n近日市总工会开展慰问活动为职工送去口罩和消毒液等防护用品共计三百余件让广大职工感受到来自工会组织的温暖和关怀。\n下一步工会将继续做好工作。", NormalText.Of(original).Text);
    }

    [Theory]
    [InlineData("武汉\n为火神山医院建设保驾护航\n1月28日,市总工会全面负责物业运行,并保障医院餐饮。", 3)]
    [InlineData("第一条\n第二条\n第三条", 3)]
    [InlineData("单位一\t牛奶\t120箱\t7,200\n单位二\t口罩\t200个\t1,000\n单位三\t方便面\t85箱\t3,400", 3)]
    [InlineData("某某建设有限公司捐款十万元整\n某某医药有限公司捐款二万元整\n某某食品有限公司捐款三万元整", 3)]
    [InlineData("\n\n一\r\n二\n\n\n三\n", 3)]
    public void Of_Keeps_Lines_That_Are_Paragraphs(string original, int lines) => Assert.Equal(lines, NormalText.Of(original).Text.Split('\n').Length);

    [Fact]
    public void Of_Joins_A_Number_Cut_From_Its_Unit() => Assert.Contains("3780万元", NormalText.Of("此前全国总工会决定下拨专项资金3780万\n元用于慰问").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("送去个口罩、瓶免洗手消毒液和30箱方便面", "送去\uFFFD个口罩、\uFFFD瓶免洗手消毒液和30箱方便面")]
    [InlineData("方便面26箱,口罩个,火腿肠1箱", "方便面26箱,口罩\uFFFD个,火腿肠1箱")]
    [InlineData("职工代表余人参加", "职工代表\uFFFD余人参加")]
    [InlineData("慰问困难职工户、一线职工1300人次", "慰问困难职工\uFFFD户、一线职工1300人次")]
    [InlineData("投入?00万元", "投入\uFFFD00万元")]
    [InlineData("送来了价值3.75万元的份“暖心包”", "送来了价值3.75万元的\uFFFD份“暖心包”")]
    public void Of_Flags_Numbers_That_Were_Lost(string original, string expected)
    {
        var normal = NormalText.Of(original);
        Assert.Equal(expected, normal.Text);
        Assert.All(normal.Warnings, w => Assert.Equal("lost-digits", w.Code));
        Assert.Equal(expected.Count(c => c == NormalText.Lost), normal.Warnings.Count);
    }

    [Theory]
    [InlineData("其余人员返岗")]
    [InlineData("送去10个口罩、20瓶酒精、3箱面")]
    [InlineData("身份、省份、月份、客户、农户")]
    [InlineData("每个、各个、这个,整个。")]
    [InlineData("个人和个体、个别单位")]
    [InlineData("上千余人、百余户")]
    [InlineData("困难吗?5月会好")]
    [InlineData("文件、软件、手套、冰箱、饭盒、书本")]
    [InlineData("业余人士")]
    public void Of_Raises_No_False_Alarm_Of_Loss(string original) => Assert.Empty(NormalText.Of(original).Warnings);

    [Fact]
    public void Of_Repairs_A_Broken_Gloss_That_The_Report_Explains()
    {
        // 下撥第 had 聯(lián) put between the bytes of its characters; 聯(lián) stands sound elsewhere.
        var normal = NormalText.Of("聯(lián)系各地,下?lián)艿谌滦凸Y金1060萬元;又下?lián)?00萬元");
        Assert.StartsWith("联系各地,下拨□金1060万元", normal.Text, StringComparison.Ordinal);
        Assert.EndsWith("又下拨\uFFFD00万元", normal.Text, StringComparison.Ordinal);
        Assert.Equal(["lost-text", "lost-digits"], normal.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Of_Pairs_Shifted_Bytes_As_They_Were()
    {
        var normal = NormalText.Of("聯(lián)系各地,下?lián)芸挂邔m椯Y金,慰問135名勞模");
        Assert.Equal("联系各地,下拨抗疫专项资金,慰问135名劳模", normal.Text);
        Assert.Equal("lost-text", Assert.Single(normal.Warnings).Code);
    }

    [Fact]
    public void Of_Reads_The_One_Word_That_A_Broken_Gloss_Leaves_Open_And_No_Digit()
    {
        var normal = NormalText.Of("追加下?lián)?000萬元");
        Assert.Equal("追加下拨\uFFFD000万元", normal.Text);
        Assert.Contains("lost-digits", normal.Warnings.Select(w => w.Code));
    }

    [Fact]
    public void Of_Flags_A_Broken_Gloss_That_Nothing_Explains()
    {
        var normal = NormalText.Of("追加投?lián)?000萬元");
        Assert.Equal("追加投\uFFFD000万元", normal.Text);
        Assert.Single(normal.Warnings);
    }

    [Theory]
    [InlineData(1252, "市总工会下拨专项资金,用于慰问疫情防控一线职工。")]
    [InlineData(28591, "市总工会下拨专项资金,用于慰问疫情防控一线职工。")]
    [InlineData(936, "工会慰问工会服务职工关爱职工工会慰问")]
    public void Of_Undoes_Mojibake_That_Is_Sound_When_Written_Back(int codePage, string meant)
    {
        var wrong = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? System.Text.Encoding.GetEncoding(codePage);
        var original = wrong.GetString(System.Text.Encoding.UTF8.GetBytes(meant));

        var normal = NormalText.Of(original);

        Assert.Equal(meant.Replace(',', ','), normal.Text);
        Assert.Equal("mojibake-repaired", Assert.Single(normal.Warnings).Code);
        var at = normal.Text.IndexOf("慰问", StringComparison.Ordinal);
        var span = normal.ToOriginal(at, at + 2);
        Assert.Equal("慰问", System.Text.Encoding.UTF8.GetString(wrong.GetBytes(original[span.Start..span.End])));
    }

    [Fact]
    public void Of_Warns_Of_Mojibake_That_Cannot_Be_Undone()
    {
        var normal = NormalText.Of(string.Concat(Enumerable.Repeat("鐨勫伐浼氬拰锟斤拷鏄宸鑱", 5)));
        Assert.Contains(normal.Warnings, w => w.Code == "mojibake");
    }

    [Theory]
    [InlineData("湖北省總工會下發(fā)通知,慰問奮戰(zhàn)在一線的職工", "下发", "下發(fā)")]
    [InlineData("于 1 月 1 8 日慰问", "1月18日", "1 月 1 8 日")]
    [InlineData("*党**员干部*参加", "党员", "党**员")]
    [InlineData("共1869万元", "1869", "1869")]
    [InlineData("送去个口罩", "\uFFFD个", "个")]
    public void ToOriginal_Gives_The_Run_As_Uploaded(string original, string part, string expected)
    {
        var normal = NormalText.Of(original);
        var at = normal.Text.IndexOf(part, StringComparison.Ordinal);
        Assert.Equal(expected, normal.ToOriginal(at, at + part.Length).In(original));
    }

    [Fact]
    public void ToOriginal_Is_Monotonic_And_Inside_For_Every_Report()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "seeds"), "*.txt"))
        {
            var original = File.ReadAllText(file);
            var normal = NormalText.Of(original);
            var last = 0;
            for (var i = 0; i < normal.Text.Length; i++)
            {
                var span = normal.ToOriginal(i, i + 1);
                Assert.InRange(span.Start, last, span.End);
                Assert.InRange(span.End, span.Start, original.Length);
                last = span.Start;
            }
        }
    }

    [Fact]
    public void ToOriginal_Refuses_Offsets_Outside()
    {
        var normal = NormalText.Of("工会");
        Assert.Throws<ArgumentOutOfRangeException>(() => normal.ToOriginal(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => normal.ToOriginal(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => normal.ToOriginal(-1, 1));
        Assert.Equal(new(2, 2), normal.ToOriginal(2, 2));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("一")]
    [InlineData(" ")]
    [InlineData("1 ")]
    [InlineData("(")]
    [InlineData("(fā)")]
    [InlineData("下?lián)")]
    [InlineData("\n")]
    [InlineData("工\n")]
    [InlineData("*")]
    [InlineData("、个")]
    [InlineData("\uFFFD")]
    [InlineData("\uD840")]
    [InlineData("乾")]
    [InlineData("\"")]
    [InlineData("å·¥")]
    [InlineData("宸ヤ細")]
    [InlineData("\0")]
    public void Of_Stays_Within_Ten_Times_The_Text(string pattern)
    {
        _ = NormalText.Of("工会");
        var original = string.Concat(Enumerable.Repeat(pattern, 100_000 / pattern.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var normal = NormalText.Of(original);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (original.Length * sizeof(char) * 20L) + 100_000);
        Assert.InRange(normal.Warnings.Count, 0, 201);
    }
}
