using Ingest.Local.Rehearsing;

namespace Ingest.Functions.Tests.Local.Rehearsing;

public sealed class PublishedFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-publish-");

    public PublishedFolderTests()
    {
        Write("Ingest.Functions.dll", "");
        Write("Ingest.Core.dll", "");
        Write("Ingest.Functions.runtimeconfig.json", "{}");
        Write("Ingest.Functions.deps.json", """{"targets":{"net10.0":{"Ingest.Core/1.0.0":{"runtime":{"lib/Ingest.Core.dll":{}}}}}}""");
        Write("host.json", """{"version":"2.0"}""");
        Write("worker.config.json", "{}");
        Write("extensions.json", "{}");
        Write("functions.metadata", """[{"name":"IngestReport"}]""");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Check_Finds_Nothing_Wrong_With_A_Whole_Folder() => Assert.All(Check(), check => Assert.True(check.Holds, check.Text));

    [Fact]
    public void Check_Names_A_Library_That_Is_Missing()
    {
        File.Delete(Path.Combine(_folder.FullName, "Ingest.Core.dll"));

        AssertWrong("Ingest.Core.dll");
    }

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData("Ingest.Local.dll")]
    [InlineData("certificates/site.pfx")]
    public void Check_Names_What_Does_Not_Belong_Into_A_Deployment(string file)
    {
        Write(file, "{}");

        AssertWrong(Path.GetFileName(file));
    }

    [Fact]
    public void Check_Finds_A_Key_In_A_Settings_File()
    {
        Write("appsettings.json", """{"Storage":"DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc="}""");

        AssertWrong("appsettings.json");
    }

    [Theory]
    [InlineData("host.json", null, "host.json")]
    [InlineData("host.json", "{\"version\":\"1.0\"}", "2.0")]
    [InlineData("host.json", "not json", "not JSON")]
    [InlineData("extensions.json", null, "extensions.json")]
    [InlineData("functions.metadata", """[{"name":"IngestReport"},{"name":"Gone"}]""", "Gone")]
    public void Check_Says_What_Is_Wrong_With_A_File_Of_The_Host(string file, string? content, string said)
    {
        File.Delete(Path.Combine(_folder.FullName, file));
        if (content is not null)
        {
            Write(file, content);
        }

        AssertWrong(said);
    }

    [Fact]
    public void Check_Leaves_Metadata_Open_When_Built_With_The_Standins()
    {
        Write("Worker.Standin.dll", "");

        Assert.Null(Assert.Single(Check(), check => check.Text.Contains("functions.metadata", StringComparison.Ordinal)).Holds);
    }

    [Fact]
    public void Check_Says_How_To_Make_A_Folder_That_Is_Not_There() =>
        Assert.Contains("dotnet publish", Assert.Single(new PublishedFolder(Path.Combine(_folder.FullName, "none")).Check([])).Text, StringComparison.Ordinal);

    private IReadOnlyList<FolderCheck> Check() => new PublishedFolder(_folder.FullName).Check(["IngestReport"]);

    private void AssertWrong(string said) =>
        Assert.Contains(said, Assert.Single(Check(), check => check.Holds is false).Text, StringComparison.Ordinal);

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
