using System.Diagnostics;
using Ingest.Local;

namespace Ingest.Functions.Tests.Infra;

/// <summary>Syntax, types, properties and symbols of infra/, by a checker that needs no Bicep compiler.</summary>
public sealed class BicepCheckTests
{
    [Fact]
    public async Task Bicep_Has_No_Finding_But_Types_That_The_Checker_Does_Not_Know()
    {
        using var check = new Process();
        check.StartInfo = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests/Ingest.Functions.Tests/Infra/bicep/check.mjs"), Deployment.Folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.Root,
        };
        Assert.SkipUnless(Starts(check), "node is missing.");
        var errors = check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Exit code 2: the parser (two npm packages) could not be installed, so nothing was looked at.
        Assert.SkipWhen(check.ExitCode == 2, $"The Bicep checker could not run: {await errors}");
        var findings = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1);
        Assert.DoesNotContain(findings, finding => !finding.Contains("its provider is not in the types at hand", StringComparison.Ordinal));
        Assert.Equal(0, check.ExitCode);
    }

    private static bool Starts(Process process)
    {
        try
        {
            return process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
