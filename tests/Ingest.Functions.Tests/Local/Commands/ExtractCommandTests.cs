using System.Text.Json.Nodes;
using Ingest.Local;
using Ingest.Local.Commands;

namespace Ingest.Functions.Tests.Local.Commands;

public sealed class ExtractCommandTests : IDisposable
{
    private static readonly string Seeds = Path.Combine(Checkout.Root, "seeds");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-extract-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Json_Has_A_File_A_Report_With_Passages_That_Stand_In_The_Text()
    {
        var seeds = Directory.GetFiles(Seeds, "*.txt");

        var run = await CommandRun.RunAsync(["extract", .. seeds, "--json", _folder.FullName]);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal(seeds.Select(Path.GetFileNameWithoutExtension).Order(), _folder.GetFiles().Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order());
        foreach (var seed in seeds)
        {
            var text = await File.ReadAllTextAsync(seed, Token);
            var json = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, Path.GetFileNameWithoutExtension(seed) + ".json"), Token))!;
            Assert.Equal(Path.GetFileName(seed), (string?)json["doc"]);
            Assert.NotEmpty(json["measures"]!.AsArray());
            Assert.All(json["measures"]!.AsArray(), measure => Assert.Equal((string?)measure!["quote"], text[(int)measure["start"]!..(int)measure["end"]!]));
        }
    }

    [Fact]
    public async Task Output_Scores_As_The_Guideline_Counts()
    {
        await CommandRun.RunAsync(["extract", .. Directory.GetFiles(Seeds, "*.txt"), "--json", _folder.FullName]);

        var run = await CommandRun.RunAsync(["score", Seeds, _folder.FullName]);

        Assert.Equal(0, run.Code);
        Assert.Matches(@"\nfacts     P 0\.\d{3}  R 0\.\d{3}  F1 0\.\d{3}\n$", run.Output);
    }

    [Fact]
    public async Task Unreadable_File_Is_Told_With_Advice_And_Leaves_The_Others_Alone()
    {
        var empty = Path.Combine(_folder.FullName, "空.txt");
        var good = Path.Combine(_folder.FullName, "好.txt");
        await File.WriteAllTextAsync(empty, "", Token);
        await File.WriteAllTextAsync(good, "2020年2月8日,北京市总工会向一线职工发放慰问金100万元。", Token);
        var output = Path.Combine(_folder.FullName, "out");

        var run = await CommandRun.RunAsync(["extract", empty, good, "--json", output]);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("空.txt: ", run.Errors, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(output, "空.json"), Token))!["refused"]!["advice"]);
        Assert.Single(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(output, "好.json"), Token))!["measures"]!.AsArray());
    }

    [Fact]
    public async Task Missing_File_Is_An_Error_That_Names_It()
    {
        var run = await CommandRun.RunAsync(["extract", "nowhere.txt"]);

        Assert.NotEqual(0, run.Code);
        Assert.Contains("nowhere.txt", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonNames_Never_Gives_A_Name_Twice()
    {
        var names = new JsonNames();

        Assert.Equal(
            ["a.json", "a.docx.json", "a.docx.2.json", "b.json"],
            ((string[])["a.txt", "a.docx", "x/a.docx", "../b.txt"]).Select(names.Next));
    }
}
