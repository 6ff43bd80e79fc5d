using Ingest.Local.Hosting;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class BlobPathTests
{
    [Theory]
    [InlineData("reports/{name}", "湖北/2020/a.txt", "name=湖北/2020/a.txt")]
    [InlineData("reports/{office}/{name}", "湖北/2020/a.txt", "name=a.txt office=湖北/2020")]
    [InlineData("reports/in/{name}.txt", "in/a.b.txt", "name=a.b")]
    [InlineData("reports", "x/y", "name=x/y")]
    [InlineData("reports/{office}/{name}", "a.txt", null)]
    [InlineData("reports/{name}.txt", "a.txt.gz", null)]
    public void Match_Gives_Parameters_As_The_Functions_Host_Does(string path, string blob, string? expected)
    {
        var values = new BlobPath(path).Match(blob);

        Assert.Equal(expected, values is null ? null : string.Join(' ', values.OrderBy(value => value.Key).Select(value => $"{value.Key}={value.Value}")));
    }

    [Fact]
    public void Fill_Puts_Values_In_And_Names_What_Is_Missing()
    {
        var path = new BlobPath("receipts/{name}.json");

        Assert.Equal("a/b.json", path.Fill(new Dictionary<string, object?> { ["name"] = "a/b" }));
        Assert.Contains("{name}", Assert.Throws<InvalidOperationException>(() => path.Fill(new Dictionary<string, object?>())).Message, StringComparison.Ordinal);
    }
}
