using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Tests.Extraction.Segmenting;

public sealed class DocumentOutlineTests
{
    private const string Prose = "2月3日,市总工会向一线职工拨付慰问资金10万元,送去口罩500只。";

    private static LineKind KindOf(string line, string before = Prose + "\n", string after = "\n" + Prose)
    {
        var outline = DocumentOutline.Of(before + line + after);
        return outline.Lines[before.Count(c => c == '\n')].Kind;
    }

    [Theory]
    [InlineData("返回顶部", LineKind.Boilerplate)]
    [InlineData("相关推荐", LineKind.Boilerplate)]
    [InlineData("扫码关注某某网公众号", LineKind.Boilerplate)]
    [InlineData("上一篇:某文", LineKind.Boilerplate)]
    [InlineData("版权所有:某省总工会", LineKind.Boilerplate)]
    [InlineData("京ICP备00000000号-1", LineKind.Boilerplate)]
    [InlineData("声明:转载此文是出于传递更多信息之目的。", LineKind.Boilerplate)]
    [InlineData("------分隔线------", LineKind.Boilerplate)]
    [InlineData("您现在所在的位置:首页>新闻中心>基层工会动态", LineKind.Boilerplate)]
    [InlineData("微信截图_20200313110836.png", LineKind.Boilerplate)]
    [InlineData("分享到:", LineKind.Boilerplate)]
    [InlineData("武威日报 2020-02-24 18:34 大字", LineKind.Source)]
    [InlineData("[作者:某区总工会 发布时间:2022-07-21 09:54来源:某区人民政府]", LineKind.Source)]
    [InlineData("□记者张三", LineKind.Byline)]
    [InlineData("王鑫 方大丰", LineKind.Byline)]
    [InlineData("| — |", LineKind.Boilerplate)]
    [InlineData("陕西 西安", LineKind.Heading)]
    [InlineData("武汉", LineKind.Heading)]
    [InlineData("治疗牛皮癣哪家好 http://example.com/a.html", LineKind.Boilerplate)]
    [InlineData("《工人日报》(2020年03月25日 02版)", LineKind.Source)]
    [InlineData("工人日报 2020年03月25日 星期三", LineKind.Source)]
    [InlineData("来源:某某工人报", LineKind.Source)]
    [InlineData("时间:2023/4/4来源:本站原创作者:佚名", LineKind.Source)]
    [InlineData("(本报记者 张三 通讯员 李四)", LineKind.Byline)]
    [InlineData("责任编辑:张三", LineKind.Byline)]
    [InlineData("图为工会干部发放物资。", LineKind.Caption)]
    [InlineData("消费月活动现场,职工正在选购农产品。", LineKind.Caption)]
    [InlineData("大连市总工会", LineKind.Heading)]
    [InlineData("把温暖送到抗疫一线", LineKind.Heading)]
    [InlineData(Prose + "版权所有者也捐了款。", LineKind.Prose)]
    public void A_Line_Is_Told_By_Its_Words(string line, LineKind kind) => Assert.Equal(kind, KindOf(line));

    [Fact]
    public void A_Page_Is_Cut_Into_Articles_And_Sections()
    {
        const string text = $"甲市工会送温暖\n本报讯 (记者 张三) {Prose}\n为职工减负\n{Prose}其二。\n乙市工会办热线\n本报讯 (记者 李四) {Prose}其三。\n";
        var outline = DocumentOutline.Of(text);

        Assert.Equal(["甲市工会送温暖", "乙市工会办热线"], outline.Articles.Select(a => Assert.Single(a.Headlines).In(text)));
        Assert.Equal(2, outline.Articles[0].Sections.Count);
        Assert.Equal("为职工减负", Assert.Single(outline.Articles[0].Sections[1].Headings).In(text));
        Assert.Equal([0, 0, 0, 1, 1], outline.Sentences.Select(s => s.Article));
    }

    [Fact]
    public void An_Article_Without_Headline_Begins_At_Its_Opening_Words()
    {
        var outline = DocumentOutline.Of($"甲市工会送温暖\n本报讯 (记者 张三) {Prose}\n本报讯 (记者 李四) {Prose}再记。\n");

        Assert.Equal(2, outline.Articles.Count);
        Assert.Equal(1, outline.Sentences[^1].Article);
    }

    [Fact]
    public void What_Follows_A_Pages_Tail_Belongs_To_No_Article()
    {
        const string text = $"某市工会送温暖\n{Prose}其一。\n{Prose}其二。\n{Prose}其三。\n新闻推荐\n邻市林业局推进绿化\n邻市林业局2月1日投入5万元。\n";

        Assert.DoesNotContain(DocumentOutline.Of(text).Sentences, s => s.Span.In(text).Contains("林业局", StringComparison.Ordinal));
    }

    [Fact]
    public void An_Exclamation_May_Be_A_Headline()
    {
        const string text = $"疫情面前、有爱同行,某集团向一线捐赠!\n{Prose}\n";

        Assert.Single(Assert.Single(DocumentOutline.Of(text).Articles).Headlines);
    }

    [Fact]
    public void A_Sentence_Broken_By_A_Blank_Line_Goes_On()
    {
        const string text = "2月3日,市总工会向全市坚守在疫情防控第一线的医务人员、公安干警和社区工作者等一线职工拨付慰\n\n问资金10万元,送去口罩500只。\n";

        Assert.Single(DocumentOutline.Of(text).Sentences);
    }

    [Theory]
    [InlineData("投入1,170万元,组织8000人。", "投入1,170万元,|组织8000人。")]
    [InlineData("印发《关于关心、慰问,帮扶的通知》,要求落实。", "印发《关于关心、慰问,帮扶的通知》,|要求落实。")]
    [InlineData("时间为12:30,地点不变;另行通知。", "时间为12:30,|地点不变;|另行通知。")]
    [InlineData("送去“防疫包,暖心包”各10个,共20个。", "送去“防疫包,暖心包”各10个,|共20个。")]
    public void Clauses_Are_Cut_Outside_Short_Quotes_And_Numbers(string text, string expected)
    {
        var outline = DocumentOutline.Of(text);

        Assert.Equal(outline.Clauses.Count, Assert.Single(outline.Sentences).ClauseCount);
        Assert.Equal(expected, string.Join('|', outline.Clauses.Select(c => c.In(text))));
    }

    [Fact]
    public void Clauses_Cover_Their_Sentence()
    {
        const string text = $"  {Prose} “孩子作业有人管了,妈妈也能睡个踏实觉了,工会真是帮了我们大忙了。”队员家属说。{Prose}";
        var outline = DocumentOutline.Of(text);
        foreach (var sentence in outline.Sentences)
            Assert.Equal(sentence.Span.In(text), string.Concat(outline.Clauses.Skip(sentence.FirstClause).Take(sentence.ClauseCount).Select(c => c.In(text))));
    }

    [Fact]
    public void Text_That_Stands_Twice_Is_Marked_The_Second_Time()
    {
        var outline = DocumentOutline.Of($"{Prose}\n某某报 2020年2月4日 星期二\n标题一行\n2月3日, 市总工会 向一线职工拨付慰问资金10万元, 送去口罩500只。\n");

        Assert.Equal([false, true], outline.Sentences.Select(s => s.Repeated));
    }

    [Fact]
    public void Of_Tells_Sentences_Apart_That_Open_Alike()
    {
        const string Opening = "某县总工会在春节之前走访慰问";

        var outline = DocumentOutline.Of($"{Opening}环卫职工。{Opening}交通警察。{Opening}交通、警察!{Opening}环卫职工。{Opening}护士。");

        Assert.Equal([false, false, true, true, false], outline.Sentences.Select(s => s.Repeated));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("。")]
    [InlineData("“")]
    [InlineData("((((((((")]
    public void Odd_Texts_Are_Cut_Without_Fault(string text) => Assert.Equal(text, DocumentOutline.Of(text).Text);
}
