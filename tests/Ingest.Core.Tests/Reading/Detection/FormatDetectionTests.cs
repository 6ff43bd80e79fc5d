using System.Text;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Reading.Detection;

public sealed class FormatDetectionTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("20 0D 0A 00", "empty")]
    [InlineData("89 50 4E 47 0D 0A 1A 0A 00", "image")]
    [InlineData("FF D8 FF E0 00 10 4A 46", "image")]
    [InlineData("52 61 72 21 1A 07 01 00 33", "rar")]
    [InlineData("37 7A BC AF 27 1C 00 04", "seven-zip")]
    [InlineData("1F 8B 08 00 00 00 00 00", "archive")]
    [InlineData("4D 5A 90 00 03 00 00 00", "not-a-document")]
    [InlineData("01 02 03 04 05 06 07 08 09 0E 0F 10 11 12", "unknown-format")]
    [InlineData("50 4B 03 04 14 00 00 00", "damaged")]
    public void Read_Refuses_With_Advice_For_Bytes_That_Hold_No_Report(string hex, string code)
    {
        var refusal = Read.Refusal(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(code, refusal.Code);
        Assert.NotEmpty(refusal.Message);
        Assert.NotEmpty(refusal.Advice);
    }

    [Theory]
    [InlineData("<html><body><p>武汉市总工会慰问一线职工，发放口罩一百个。</p></body></html>", ReportFormat.Html)]
    [InlineData("单位,金额(万元)\n武汉市总工会,100\n黄冈市总工会,80\n孝感市总工会,60\n", ReportFormat.Csv)]
    [InlineData("1月30日,省总工会下拨500万元,用于慰问职工。\n2月1日,市总工会下拨,慰问医护人员,保障物资供应。\n", ReportFormat.Text)]
    [InlineData("2月3日,县总工会走访卡点,送去牛奶20箱。\n2月4日,市总工会走访医院,送去口罩30箱。\n2月5日,省总工会走访企业,送去手套40箱。\n", ReportFormat.Text)]
    public void Read_Goes_By_The_Bytes_For_Text_Of_Any_Kind(string text, ReportFormat format) =>
        Assert.Equal(format, Read.Text(Encoding.UTF8.GetBytes(text)).Format);

    [Fact]
    public void Read_Warns_For_A_Name_That_Contradicts_The_Bytes()
    {
        var report = Read.Text(Encoding.UTF8.GetBytes("武汉市总工会慰问一线职工。"), "报告.docx");
        Assert.Contains(report.Warnings, w => w.Code == "format-mismatch");
        Assert.Equal(ReportFormat.Text, report.Format);
    }
}
