using System.Text.RegularExpressions;

namespace Ingest.Functions.Tests.Local.Commands;

public sealed partial class DemoCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-demo-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Demo_Stores_And_Sends_Once_And_Says_So_The_Second_Time()
    {
        var outbox = Path.Combine(_folder.FullName, "outbox");
        var environment = new Dictionary<string, string> { ["Mail__Folder"] = outbox };
        string[] demo = ["demo", "--data", Path.Combine(_folder.FullName, "data")];

        var first = await CommandRun.RunAsync(demo, environment);
        var second = await CommandRun.RunAsync(demo, environment);

        Assert.Equal((0, "", 0, ""), (first.Code, first.Errors, second.Code, second.Errors));
        Assert.InRange(int.Parse(Stored().Match(first.Output).Groups["measures"].Value, null), 80, 200);
        Assert.Contains("sent to 1 reader", first.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing new to store", second.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing new to send", second.Output, StringComparison.Ordinal);
        Assert.Equal([".eml", ".html"], Directory.GetFiles(outbox).Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(outbox), mail => Assert.Contains(Path.GetFileName(mail), first.Output, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"5 of 5 reports stored, (?<measures>\d+) measures", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stored();
}
