using System.Text;

namespace Ingest.Core.Tests.Reading.Html;

public sealed class HtmlFormatTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>武汉市总工会下拨专项资金-荆楚网</title>
        <meta name="ArticleTitle" content="武汉市总工会下拨专项资金"><meta name="PubDate" content="2020-02-10 09:30"><meta name="ContentSource" content="湖北日报"></head>
        <body><div class="header nav"><a href="/">首页</a><a href="/x">新闻</a></div><div id="wrap"><div class="article">
        <h1>武汉市总工会下拨专项资金</h1><p>2月10日，武汉市总工会
        下拨<b>500</b>万元专项资金，用于慰问奋战在疫情防控一线的职工。</p><p>另购买口罩3万个，<br>全部送到一线。</p>
        <script>var a = "广告";</script><div style="display: none">隐藏内容</div></div>
        <div class="related"><ul><li><a href="1">相关新闻一条很长很长的标题在这里</a></li></ul></div></div>
        <div class="footer">版权所有 荆楚网</div></body></html>
        """;

    [Fact]
    public void Read_Gives_The_Article_And_Its_Metadata_For_A_News_Page()
    {
        var read = Read.Text(Encoding.UTF8.GetBytes(Page));
        Assert.Equal("武汉市总工会下拨专项资金\n2月10日，武汉市总工会下拨500万元专项资金，用于慰问奋战在疫情防控一线的职工。\n另购买口罩3万个，\n全部送到一线。", read.Text);
        Assert.Equal("武汉市总工会下拨专项资金", read.Title);
        Assert.Equal(new DateOnly(2020, 2, 10), read.Published);
        Assert.Equal("湖北日报", read.Source);
    }

    [Fact]
    public void Read_Distrusts_The_Stated_Charset_For_Bytes_That_Speak_Against_It()
    {
        var read = Read.Text(TestFiles.Gb18030.GetBytes(Page));
        Assert.Contains("武汉市总工会下拨500万元", read.Text, StringComparison.Ordinal);
        Assert.Contains(read.Warnings, w => w.Code == "charset-mismatch");
    }

    [Fact]
    public void Read_Honours_The_Stated_Charset_For_Bytes_That_Fit_It()
    {
        var read = Read.Text(TestFiles.Gb18030.GetBytes(Page.Replace("utf-8", "gb2312", StringComparison.Ordinal)));
        Assert.Contains("武汉市总工会下拨500万元", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void Read_Gives_Rows_For_A_Table_With_Merged_Cells()
    {
        var read = Read.Text(Encoding.UTF8.GetBytes("<html><body><table><tr><td rowspan=2>武汉市</td><td>江岸区</td><td>10</td></tr><tr><td>武昌区</td><td>20</td></tr><tr><td colspan=2>合计</td><td>30</td></tr></table></body></html>"));
        Assert.Equal("武汉市\t江岸区\t10\n武汉市\t武昌区\t20\n合计\t\t30", read.Text);
    }
}
