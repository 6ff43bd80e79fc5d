using System.Diagnostics;
using System.Text.Json;
using Ingest.Local;

namespace Ingest.Functions.Tests;

/// <summary>Runs a script that checks our output with somebody else's code; its packages are pinned in tests/package.json.</summary>
internal static class NodeScript
{
    /// <summary>Runs <c>node script arguments</c> and reads the JSON that it prints.</summary>
    /// <param name="script">Path below tests/Ingest.Functions.Tests.</param>
    /// <param name="arguments">Arguments, mostly files.</param>
    public static async Task<JsonElement> RunAsync(string script, params IEnumerable<string> arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await Npm.EnsureAsync(Path.Combine(Checkout.Root, "tests"), cancellationToken);
        using var node = new Process
        {
            StartInfo = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "Ingest.Functions.Tests", script), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        node.Start();
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        Assert.True(node.ExitCode == 0, $"{script}: {await errors}");
        return JsonDocument.Parse(output).RootElement.Clone();
    }
}
