using System.Text;

namespace Ingest.Core.Tests.Reading.Texts;

public sealed class TextDecodingTests
{
    private const string Simplified = "2月10日，湖北省总工会追加下拨5000万元，专项用于慰问奋战在疫情防控一线的职工。";
    private const string Traditional = "2月10日，湖北省總工會追加下撥5000萬元，專項用於慰問奮戰在疫情防控一線的職工。";

    static TextDecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", Simplified)]
    [InlineData("gb18030", Simplified)]
    [InlineData("gb18030", Traditional)]
    [InlineData("big5", Traditional)]
    [InlineData("utf-16", Simplified)]
    [InlineData("utf-16BE", Traditional)]
    public void Read_Finds_Encoding_By_The_Bytes(string encoding, string text)
    {
        var report = Read.Text(Encoding.GetEncoding(encoding).GetBytes(text));
        Assert.Equal(text, report.Text);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    public void Read_Leaves_Out_The_Byte_Order_Mark(string encoding, string name)
    {
        var known = Encoding.GetEncoding(encoding);
        var report = Read.Text([.. known.GetPreamble(), .. known.GetBytes(Simplified)]);
        Assert.Equal(Simplified, report.Text);
        Assert.Equal(name, report.Encoding);
    }

    [Fact]
    public void Read_Keeps_The_Text_As_Decoded_For_Odd_Blanks()
    {
        const string odd = "  武汉市总工会\r\n\r\n　　2月10日\t慰问职工，发放口罩100个。 \n";
        Assert.Equal(odd, Read.Text(Encoding.UTF8.GetBytes(odd)).Text);
    }

    [Fact]
    public void Read_Warns_For_Damaged_Characters()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Simplified, 5)));
        bytes[^2] = 0x20;
        var report = Read.Text(bytes);
        Assert.Contains(report.Warnings, w => w.Code == "lost-characters");
        Assert.StartsWith(Simplified, report.Text, StringComparison.Ordinal);
    }
}
