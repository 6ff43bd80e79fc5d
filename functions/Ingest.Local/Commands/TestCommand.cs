using System.CommandLine;
using System.Xml.Linq;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary><c>test</c>: everything that must hold, as CI runs it.</summary>
internal static class TestCommand
{
    private static readonly string Results = Path.Combine(Checkout.LocalFolder, "test-results");

    public static Command Create()
    {
        var filter = new Option<string?>("--filter") { Description = "Run only tests that match, as `dotnet test --filter` takes it." };
        var command = new Command("test", "Install what the tests need, check the formatting, build and run all tests.") { filter };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(filter), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? filter, CancellationToken cancellationToken)
    {
        await Npm.EnsureAsync(Path.Combine(Checkout.Root, "functions", "Ingest.Local", "Azurite"), cancellationToken);
        await Npm.EnsureAsync(Path.Combine(Checkout.Root, "tests"), cancellationToken);
        await Browser.EnsureAsync(cancellationToken);

        var solution = Path.Combine(Checkout.Root, "Ingest.sln");
        // Style and analyzers are errors of the build; what it does not see is the layout of files.
        string[][] steps =
        [
            ["build", solution, "-c", "Release", "-v", "quiet", "-nologo", "-clp:NoSummary"],
            ["format", "whitespace", solution, "--verify-no-changes", "--no-restore"],
            ["test", solution, "-c", "Release", "--no-build", "-nologo", "--logger", "trx", "--results-directory", Results, .. filter is null ? [] : (string[])["--filter", filter]],
        ];
        if (Directory.Exists(Results))
        {
            Directory.Delete(Results, recursive: true);
        }

        foreach (var step in steps)
        {
            Terminal.Line($"[grey]dotnet {step[0]}[/]");
            var code = await Tool.RunAsync(["dotnet", .. step], Checkout.Root, cancellationToken);
            if (code != 0)
            {
                Summarise();
                await Terminal.ErrorAsync($"dotnet {step[0]} failed.");
                return code;
            }
        }

        return Summarise() ? 0 : 1;
    }

    /// <summary>The last line: figures over all test assemblies.</summary>
    /// <returns>Whether at least one test ran and none failed.</returns>
    private static bool Summarise()
    {
        var counters = (Directory.Exists(Results) ? Directory.EnumerateFiles(Results, "*.trx") : [])
            .Select(file => XDocument.Load(file).Descendants().First(element => element.Name.LocalName == "Counters"))
            .ToList();
        int Sum(string name) => counters.Sum(counter => (int?)counter.Attribute(name) ?? 0);
        var (passed, failed, skipped) = (Sum("passed"), Sum("failed") + Sum("error") + Sum("timeout") + Sum("aborted"), Sum("total") - Sum("executed"));
        Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
        return passed > 0 && failed == 0;
    }
}
