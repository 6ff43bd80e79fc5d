using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Reading;

public sealed class TableFormatsTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("doc")]
    [InlineData("rtf")]
    public void Read_Gives_Rows_And_Cells_For_A_Table_In(string extension)
    {
        var read = Read.Text(TestFiles.Bytes("table." + extension));
        Assert.Equal("物资发放情况如下：\n单位\t口罩（个）\t方便面（箱）\n武汉市总工会\t3000\t20\n黄冈市总工会\t\t15\n以上物资均已发放到位。", read.Text);
        Assert.Equal(["黄冈市总工会", "", "15"], Assert.Single(read.Tables).Rows[2].Select(c => c.In(read.Text)));
    }

    [Theory]
    [InlineData("csv", ReportFormat.Csv, "2020-02-05")]
    [InlineData("xls", ReportFormat.Xls, "2020年2月5日")]
    [InlineData("xlsx", ReportFormat.Xlsx, "2020年2月5日")]
    public void Read_Gives_Rows_And_Cells_For_A_Sheet_In(string extension, ReportFormat format, string day)
    {
        var read = Read.Text(TestFiles.Bytes("allocation." + extension), "拨款表." + extension);
        Assert.Equal(format, read.Format);
        var table = Assert.Single(read.Tables);
        Assert.Equal("2020年疫情防控专项慰问资金拨款表", table.Caption);
        Assert.Equal(["序号", "单位", "拨款金额(万元)", "慰问人数", "拨付日期"], table.Rows[0].Select(c => c.In(read.Text)));
        Assert.Equal(["1", "武汉市总工会", "300", "12000", day], table.Rows[1].Select(c => c.In(read.Text)));
        Assert.Contains("黄冈市总工会\t120.5\t4800", read.Text, StringComparison.Ordinal);
        Assert.Equal(6, table.Rows.Count);
        Assert.Empty(read.Warnings);
    }
}
