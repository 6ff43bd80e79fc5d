namespace Ingest.Local;

/// <summary>Installs what a package.json and its lock file pin, once.</summary>
internal static class Npm
{
    /// <summary>Runs npm in a folder unless what is pinned there is installed already.</summary>
    /// <exception cref="ToolException">npm failed; the message holds what it said.</exception>
    public static async Task EnsureAsync(string folder, CancellationToken cancellationToken)
    {
        if (IsInstalled(folder))
        {
            return;
        }

        // Two processes may come here at once: one installs, the other waits.
        var name = Path.GetFileName(folder).ToLowerInvariant();
        await using var turn = await FileTurn.TakeAsync(Path.Combine(Checkout.LocalFolder, $"npm-{name}.lock"), cancellationToken);
        if (!IsInstalled(folder))
        {
            if (!Console.IsErrorRedirected)
            {
                await Terminal.ErrorAsync($"installing what {Path.GetRelativePath(Checkout.Root, folder)} pins, once…");
            }

            // On Windows npm is a script, which only a shell can start.
            string[] npm = OperatingSystem.IsWindows() ? ["cmd", "/c", "npm"] : ["npm"];
            await Tool.RunQuietlyAsync([.. npm, .. HasLock(folder) ? (string[])["ci"] : ["install", "--no-package-lock"], "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder, cancellationToken);
            File.Copy(Pins(folder), Mark(folder), overwrite: true);
        }
    }

    /// <summary>What was installed last, whole: times of files say nothing in a checkout.</summary>
    private static string Mark(string folder) => Path.Combine(folder, "node_modules", ".installed.json");

    private static bool IsInstalled(string folder) => File.Exists(Mark(folder)) && File.ReadAllText(Mark(folder)) == File.ReadAllText(Pins(folder));

    /// <summary>The lock file; without one package.json alone, where a registry lacks what other machines would need and npm therefore takes no lock.</summary>
    private static string Pins(string folder) => Path.Combine(folder, HasLock(folder) ? "package-lock.json" : "package.json");

    private static bool HasLock(string folder) => File.Exists(Path.Combine(folder, "package-lock.json"));
}
