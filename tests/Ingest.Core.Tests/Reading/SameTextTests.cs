using System.Text;

namespace Ingest.Core.Tests.Reading;

/// <summary>The same report gives the same text, and so the same measures, whatever it came as.</summary>
public sealed class SameTextTests
{
    [Theory]
    [InlineData("r01", "docx")]
    [InlineData("r01", "doc")]
    [InlineData("r01", "rtf")]
    [InlineData("r01", "html")]
    [InlineData("r01", "pdf")]
    [InlineData("r05", "docx")]
    [InlineData("r05", "doc")]
    [InlineData("r05", "rtf")]
    [InlineData("r05", "html")]
    [InlineData("r05", "pdf")]
    [InlineData("000", "docx")]
    [InlineData("000", "doc")]
    [InlineData("000", "rtf")]
    public void Read_Gives_The_Text_Of_The_Plain_Report_For_Format(string report, string extension)
    {
        var read = Read.Text(TestFiles.Bytes($"{report}.{extension}"), $"{report}.{extension}");
        Assert.Equal(TestFiles.Folded(TestFiles.Report(report)), TestFiles.Folded(read.Text));
        Assert.Empty(read.Warnings);
    }

    [Theory]
    [InlineData("r05", "pdf")]
    [InlineData("r05", "doc")]
    [InlineData("r05", "docx")]
    [InlineData("r05", "rtf")]
    [InlineData("r05", "html")]
    public void Read_Keeps_Paragraphs_For_Format(string report, string extension)
    {
        var want = TestFiles.Report(report).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(want, Read.Text(TestFiles.Bytes($"{report}.{extension}")).Text.Split('\n'));
    }

    [Theory]
    [InlineData("GBK-EUC-H", "gb18030")]
    [InlineData("GBKp-EUC-H", "gb18030")]
    [InlineData("GBK2K-H", "gb18030")]
    [InlineData("GB-EUC-H", "gb2312")]
    [InlineData("UniGB-UCS2-H", "utf-16BE")]
    [InlineData("UniGB-UTF16-H", "utf-16BE")]
    [InlineData("UniCNS-UTF16-H", "utf-16BE")]
    [InlineData("ETen-B5-H", "big5")]
    public void Read_Gives_The_Text_For_A_Pdf_With_A_Predefined_Map(string map, string encoding)
    {
        _ = TestFiles.Gb18030;
        const string text = "武漢市各級工會2月10日前完成3000萬元慰問金。";
        var read = Read.Text(new PdfMaker(map, Encoding.GetEncoding(encoding)).Page([text]).Make());
        Assert.Equal(encoding == "gb2312" ? Encoding.GetEncoding(encoding).GetString(Encoding.GetEncoding(encoding).GetBytes(text)) : text, read.Text);
    }

    [Fact]
    public void Read_Gives_The_Text_Of_The_Plain_Report_For_Ofd_And_Mht()
    {
        var report = TestFiles.Report("r01");
        Assert.Equal(TestFiles.Folded(report), TestFiles.Folded(Read.Text(Making.Ofd([report])).Text));
        var page = "<html><head><title>武汉市总工会网</title></head><body>" + string.Concat(report.Split('\n').Select(p => $"<p>{p}</p>")) + "</body></html>";
        Assert.Equal("武汉市总工会网" + TestFiles.Folded(report), TestFiles.Folded(Read.Text(Making.Mht(page)).Text));
    }
}
