using Ingest.Functions.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]

namespace Ingest.Functions.Tests;

/// <summary>One Chromium for the whole assembly, the one that the machine has (<c>./ingest test</c> installs it), started when first needed.</summary>
public sealed class ChromiumFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page of a fresh profile that shows a document.</summary>
    /// <param name="html">The document.</param>
    /// <param name="dark">Whether the reader prefers a dark screen.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="fragment">The part of the address after the number sign, or empty.</param>
    /// <param name="script">Whether the reader allows script.</param>
    public async Task<IPage> ShowAsync(string html, bool dark = false, int width = 1000, string fragment = "", bool script = true)
    {
        var chromium = await BrowserAsync();
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            Offline = true,
        });
        var file = Path.Combine(Directory.CreateTempSubdirectory("ingest-page").FullName, "page.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri + (fragment.Length > 0 ? $"#{fragment}" : ""));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _turn.Dispose();
    }

    private async Task<IBrowser> BrowserAsync()
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Find(),
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Find() => Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing: apt-get install chromium fonts-noto-cjk (./ingest test does it where it may).");
}
