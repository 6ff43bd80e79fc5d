using System.CommandLine;
using System.Globalization;

namespace Ingest.Local.Commands;

/// <summary><c>fuzz</c>: many more broken files than the tests read.</summary>
internal static class FuzzCommand
{
    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "How many broken files.", DefaultValueFactory = _ => 1_000_000 };
        var command = new Command("fuzz", "Read broken files of every format: no crash, no hang, an outcome for each.") { cases };
        command.SetAction((parsed, cancellationToken) =>
        {
            // FuzzTests takes the number from here.
            Environment.SetEnvironmentVariable("INGEST_FUZZ_CASES", parsed.GetValue(cases).ToString(CultureInfo.InvariantCulture));
            return Tool.RunAsync(
                ["dotnet", "test", "tests/Ingest.Core.Tests", "-c", "Release", "-nologo", "--filter", "FullyQualifiedName~FuzzTests", "--logger", "console;verbosity=detailed"],
                Checkout.Root,
                cancellationToken);
        });
        return command;
    }
}
