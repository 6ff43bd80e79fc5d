using System.CommandLine;

namespace Ingest.Local.Commands;

/// <summary><c>bench</c>: the figures that this program claims, measured here and now.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Benchmarks to run; all by default." };
        var command = new Command("bench", "Measure speed and memory, beside peers where there are any.") { names };
        command.SetAction((parsed, cancellationToken) => Tool.RunAsync(
            ["dotnet", "run", "--project", "tests/Ingest.Benchmarks", "-c", "Release", "-v", "quiet", "--", .. parsed.GetValue(names) ?? []], Checkout.Root, cancellationToken));
        return command;
    }
}
