using System.Text;

namespace Ingest.Core.Tests.Reading.Pdf;

public sealed class PdfFormatTests
{
    [Fact]
    public void Read_Reads_Column_By_Column_For_A_Page_In_Columns()
    {
        static IEnumerable<(string, double, double)> Column(string name, double x) => Enumerable.Range(0, 8).Select(i => ($"{name}栏第{"一二三四五六七八"[i]}行文字内容写满一行不留空", x, 700.0 - (i * 18)));
        var text = Read.Text(new PdfMaker().Page([("通栏标题横跨两栏的一行比较长的大标题文字放在这里的上方", 100, 760), .. Column("左", 60), .. Column("右", 310)]).Make()).Text;
        Assert.True(text.IndexOf("左栏第八行", StringComparison.Ordinal) < text.IndexOf("右栏第一行", StringComparison.Ordinal), text);
        Assert.StartsWith("通栏标题", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Joins_Lines_And_Drops_Running_Heads_And_Page_Numbers()
    {
        var pdf = new PdfMaker();
        for (var page = 1; page <= 3; page++)
        {
            pdf.Page(
                ("湖北省总工会工作简报", 200, 810),
                ("　　二月十日湖北省总工会下拨五百万元专项资金用于慰问奋战在", 72, 700),
                ("疫情防控一线的广大职工及其家属。", 72, 682),
                ($"— {page} —", 280, 30));
        }

        var text = Read.Text(pdf.Make()).Text;
        Assert.DoesNotContain("简报", text, StringComparison.Ordinal);
        Assert.DoesNotContain("—", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split('\n').Length);
        Assert.Contains("慰问奋战在疫情防控一线", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Refuses_As_Scanned_For_Pages_Of_Pictures() =>
        Assert.Equal("scanned-pdf", Read.Refusal(new PdfMaker().Raw("q 595 0 0 842 0 0 cm /Im1 Do Q").Make()).Code);

    [Fact]
    public void Read_Warns_For_Some_Pages_Of_Pictures() =>
        Assert.Contains(Read.Text(new PdfMaker().Page(["武汉市总工会慰问一线职工。"]).Raw("/Im1 Do").Make()).Warnings, w => w.Code == "some-pages-scanned");

    [Fact]
    public void Read_Refuses_As_Encrypted_For_A_Password() =>
        Assert.Equal("encrypted", Read.Refusal(new PdfMaker { Trailer = "/Encrypt<</Filter/Standard/V 4/R 4/O(x)/U(x)/P -1>>" }.Page(["工会"]).Make()).Code);

    [Theory]
    [InlineData("startxref", "startxxxx")]
    [InlineData("xref\n0", "xrof\n0")]
    [InlineData("trailer", "trainer")]
    public void Read_Finds_The_Objects_Again_For_A_Broken_Cross_Reference(string whole, string broken)
    {
        var pdf = Encoding.Latin1.GetString(new PdfMaker().Page(["武汉市总工会慰问一线职工。"]).Make());
        Assert.Equal("武汉市总工会慰问一线职工。", Read.Text(Encoding.Latin1.GetBytes(pdf.Replace(whole, broken, StringComparison.Ordinal))).Text);
    }

    [Fact]
    public void Read_Finds_The_Objects_Again_For_Offsets_That_Are_Off()
    {
        var pdf = Encoding.Latin1.GetString(new PdfMaker().Page(["武汉市总工会慰问一线职工。"]).Make());
        Assert.Equal("武汉市总工会慰问一线职工。", Read.Text(Encoding.Latin1.GetBytes("%PDF-1.4\n% a comment that a mail gateway put in\n" + pdf)).Text);
    }

    [Fact]
    public void Read_Refuses_As_Unmapped_For_Glyphs_Without_Characters() =>
        Assert.Equal("unmapped-fonts", Read.Refusal(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(new PdfMaker("Identity-H", Encoding.BigEndianUnicode).Page(["武汉市总工会慰问一线职工"]).Make()).Replace("(GB1)", "(XY1)", StringComparison.Ordinal))).Code);

    [Fact]
    public void Read_Knows_The_Order_Of_Adobe_Gb1_For_Identity_Codes()
    {
        // 工 is 0xB9A4 in GB 2312: row 9 from 0xB0, cell 3; 会 is 0xBBE1.
        var content = $"BT /F1 12 Tf 72 700 Td <{939 + (9 * 94) + 3:X4}{939 + (11 * 94) + 0x40:X4}> Tj ET";
        Assert.Equal("工会", Read.Text(new PdfMaker("Identity-H").Raw(content).Make()).Text);
    }
}
