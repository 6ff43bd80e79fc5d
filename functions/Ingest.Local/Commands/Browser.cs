namespace Ingest.Local.Commands;

/// <summary>The browser that page tests drive, and the font that its screenshots need.</summary>
internal static class Browser
{
    private static readonly string[] Packages = ["chromium", "fonts-noto-cjk"];

    /// <summary>Installs what is missing where this is root on Debian; says elsewhere what to install.</summary>
    public static async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Tool.Exists("chromium") && Directory.Exists("/usr/share/fonts/opentype/noto"))
        {
            return;
        }

        if (!OperatingSystem.IsLinux() || !Tool.Exists("apt-get") || Environment.UserName != "root")
        {
            await Terminal.ErrorAsync($"tests of pages need {string.Join(" and ", Packages)} (on Debian: sudo apt-get install {string.Join(' ', Packages)}).");
            return;
        }

        await Tool.RunQuietlyAsync(["apt-get", "update", "-qq"], "/", cancellationToken);
        await Tool.RunQuietlyAsync(["apt-get", "install", "-y", "-qq", "--no-install-recommends", .. Packages], "/", cancellationToken);
    }
}
