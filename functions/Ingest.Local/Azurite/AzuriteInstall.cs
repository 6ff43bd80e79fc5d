using System.Diagnostics;

namespace Ingest.Local.Azurite;

/// <summary>Installs the pinned Azurite by <c>npm ci</c>, once, beside its package.json.</summary>
internal static class AzuriteInstall
{
    /// <summary>Where package.json, the lock file and run.cjs stand.</summary>
    public static string Folder { get; } = Path.Combine(Checkout.Root, "functions", "Ingest.Local", "Azurite");

    public static async Task EnsureAsync(CancellationToken cancellationToken)
    {
        // npm writes this file last; a broken install is therefore repeated.
        if (Path.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        // Two test assemblies may come here at once: one installs, the other waits.
        await using var turn = await FileTurn.TakeAsync(Path.Combine(Checkout.LocalFolder, "azurite-install.lock"), cancellationToken);
        if (!Path.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            await InstallAsync(cancellationToken);
        }
    }

    private static async Task InstallAsync(CancellationToken cancellationToken)
    {
        // On Windows npm is a script, which only a shell can start.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd") { ArgumentList = { "/c", "npm" } } : new ProcessStartInfo("npm");
        start.UseShellExecute = false;
        start.WorkingDirectory = Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var argument in (string[])["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new AzuriteException($"npm could not install Azurite; try `npm ci` in {Folder}. It said: {await errors}{await output}");
        }
    }
}
