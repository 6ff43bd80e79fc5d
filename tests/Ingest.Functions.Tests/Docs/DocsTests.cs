using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Functions.Storage;
using Ingest.Local;
using Ingest.Local.Commands;

namespace Ingest.Functions.Tests.Docs;

/// <summary>What the documents say is there is there.</summary>
public sealed partial class DocsTests
{
    public static TheoryData<string> Documents => new(
        "README.md", "functions/README.md", "functions/Ingest.Core/Reading/README.md", "functions/Ingest.Core/Extraction/Lexicon/README.md", "functions/Ingest.Functions/README.md",
        "functions/Standins/README.md", "infra/README.md", "infra/COST.md", "functions/NOTICE.md");

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_Command_In_A_Document_Exists_With_Its_Options(string document)
    {
        var root = CommandLine.Create();
        foreach (Match match in Command().Matches(Read(document)))
        {
            var words = match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var command = words.TakeWhile(IsName).Aggregate((Command)root, (parent, word) => parent.Subcommands.FirstOrDefault(child => child.Name == word) ?? parent);

            Assert.True(command != root && (command.Subcommands.Count == 0 || words.Length == 1), $"{document}: {match.Value} is no command.");
            foreach (var option in words.Where(word => word.StartsWith("--", StringComparison.Ordinal)))
            {
                Assert.True(Options(root, command).Contains(option), $"{document}: {match.Value} has no option {option}.");
            }
        }
    }

    [Fact]
    public void Readme_Names_Every_Command()
    {
        var readme = Read("README.md");

        Assert.All(CommandLine.Create().Subcommands, command => Assert.Contains($"`./ingest {command.Name}", readme, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_Link_To_A_File_Leads_Somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, document))!;

        Assert.All(Link().Matches(Read(document)), link =>
            Assert.True(Path.Exists(Path.Combine(folder, link.Groups["path"].Value)), $"{document}: {link.Groups["path"].Value} is missing."));
    }

    [Fact]
    public void Map_Names_Folders_And_Tables_That_Exist()
    {
        var map = Read("functions/README.md");
        var tables = typeof(StorageNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name.EndsWith("Table", StringComparison.Ordinal)).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(Folder().Matches(map), folder => Assert.True(
            Path.Exists(Path.Combine(Checkout.Root, "functions", folder.Groups["path"].Value)) || Path.Exists(Path.Combine(Checkout.Root, "tests", folder.Groups["path"].Value)),
            $"functions/README.md: {folder.Groups["path"].Value} is missing."));
        Assert.All(tables, table => Assert.Contains($"`{table}`", map, StringComparison.Ordinal));
    }

    private static bool IsName(string word) => word.All(char.IsAsciiLetterLower);

    private static IEnumerable<string> Options(Command root, Command command) =>
        command.Options.Concat(root.Subcommands.Where(parent => parent.Subcommands.Contains(command)).SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Select(option => option.Name);

    private static string Read(string document) => File.ReadAllText(Path.Combine(Checkout.Root, document));

    [GeneratedRegex(@"\./ingest(?<words>( [\w./*…-]+)+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(\]\(|src="")(?<path>[\w./-]+)(\)|"")", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>Ingest\.[\w./]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Folder();
}
