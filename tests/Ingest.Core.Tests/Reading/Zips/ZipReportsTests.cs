using System.Text;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Reading.Zips;

public sealed class ZipReportsTests
{
    private static readonly byte[] Report = Encoding.UTF8.GetBytes("武汉市总工会慰问一线职工，发放口罩一百个。");

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public void Read_Gives_Each_Entry_With_Its_Name_For_Names_In(string encoding)
    {
        _ = TestFiles.Gb18030;
        var entries = Entries(Making.Zip(Encoding.GetEncoding(encoding), ("武汉市/慰问情况.txt", Report), ("黄冈市/拨款.txt", Report)));
        Assert.Equal(["武汉市/慰问情况.txt", "黄冈市/拨款.txt"], entries.Select(e => e.Path));
        Assert.All(entries, e => Assert.NotNull(e.Content.Text));
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "etc/passwd.txt")]
    [InlineData("/absolute.txt", "absolute.txt")]
    [InlineData("C:\\windows\\..\\x.txt", "windows/x.txt")]
    [InlineData("a/./b//c.txt", "a/b/c.txt")]
    public void Read_Brings_Paths_To_Plain_Form_For_Names_That_Climb(string name, string path) =>
        Assert.Equal(path, Assert.Single(Entries(Making.Zip((name, Report)))).Path);

    [Fact]
    public void Read_Keeps_The_Other_Entries_For_One_That_Cannot_Be_Read()
    {
        var entries = Entries(Making.Zip(("a.png", [0x89, 0x50, 0x4E, 0x47, 0, 0]), ("b.txt", Report), ("空.txt", [])));
        Assert.Equal(["image", null, "empty"], entries.Select(e => e.Content.Refusal?.Code));
    }

    [Fact]
    public void Read_Leaves_Out_What_Systems_Leave_Behind()
    {
        var entries = Entries(Making.Zip(("__MACOSX/._a.txt", Report), (".DS_Store", Report), ("~$a.docx", Report), ("a.txt", Report), ("空目录/", [])));
        Assert.Equal("a.txt", Assert.Single(entries).Path);
    }

    [Fact]
    public void Read_Gives_Paths_Of_Their_Own_For_Entries_Of_One_Name() =>
        Assert.Equal(["a.txt", "a.txt#2"], Entries(Making.Zip(("a.txt", Report), ("a.txt", Report))).Select(e => e.Path));

    [Fact]
    public void Read_Follows_A_Zip_In_A_Zip_Up_To_The_Limit()
    {
        var inner = Making.Zip(("c.txt", Report));
        var twice = Making.Zip(("b.zip", inner));
        Assert.Equal("b.zip/c.txt", Assert.Single(Entries(twice)).Path);
        Assert.Equal("nested-too-deep", Assert.Single(Entries(Making.Zip(("a.zip", twice)))).Content.Refusal?.Code);
    }

    [Fact]
    public void Read_Refuses_As_Empty_For_A_Zip_Of_Nothing() =>
        Assert.Equal("empty", Read.Refusal(Making.Zip()).Code);

    private static IReadOnlyList<ReportEntry> Entries(byte[] zip) =>
        Assert.IsType<ReadResult.Read>(ReportReader.Read(zip, "a.zip", TestContext.Current.CancellationToken)).Entries;
}
