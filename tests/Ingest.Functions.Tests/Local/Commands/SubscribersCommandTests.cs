namespace Ingest.Functions.Tests.Local.Commands;

public sealed class SubscribersCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-subscribers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Reader_Can_Be_Imported_Exported_Moved_And_Erased()
    {
        var (list, moved) = (Path.Combine(_folder.FullName, "list.csv"), Path.Combine(_folder.FullName, "moved.csv"));
        await File.WriteAllTextAsync(list, "address,consented,places,words\nreader@example.org,2026-11-01,110000,\"口罩 消毒液\"\n", TestContext.Current.CancellationToken);

        Assert.Contains("1 added", (await RunAsync("import", list)).Output, StringComparison.Ordinal);
        Assert.Contains("\"state\": \"active\"", (await RunAsync("export", "reader@example.org")).Output, StringComparison.Ordinal);
        Assert.Contains("1 readers", (await RunAsync("export", "--all", moved)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("erase", "Reader@Example.org")).Code);
        Assert.Equal(1, (await RunAsync("export", "reader@example.org")).Code);
        Assert.Contains("1 added", (await RunAsync("import", moved)).Output, StringComparison.Ordinal);
        var again = (await RunAsync("export", "reader@example.org")).Output;
        Assert.Contains("110000", again, StringComparison.Ordinal);
        Assert.Contains("2026-11-01", again, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        CommandRun.RunAsync(["subscribers", .. arguments, "--data", Path.Combine(_folder.FullName, "data")]);
}
