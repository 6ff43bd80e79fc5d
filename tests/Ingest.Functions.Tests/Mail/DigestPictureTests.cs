using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Reading;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Tests.Digests;
using Ingest.Local;
using Microsoft.Playwright;

namespace Ingest.Functions.Tests.Mail;

/// <summary>
/// A digest of the reports in seeds/ as a browser shows it: nothing runs off the side, every word stands out from its ground.
/// With INGEST_PICTURES=1 the pictures beside this file are drawn anew, to be looked at.
/// </summary>
public class DigestPictureTests(ChromiumFixture chromium)
{
    // In the page: the least contrast of any text against the nearest background behind it (WCAG 2), and how far anything runs off.
    private const string Measure = """
        () => {
          const parse = c => c.match(/[\d.]+/g).map(Number);
          const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
          let least = 99;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.replace(/\u00a0/g, ' ').trim() || getComputedStyle(e).display === 'none' || !e.offsetParent) continue;
            const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
            least = Math.min(least, (a + .05) / (b + .05));
          }
          return [least, document.documentElement.scrollWidth - innerWidth];
        }
        """;

    [Theory]
    [InlineData(680, ColorScheme.Light)]
    [InlineData(680, ColorScheme.Dark)]
    [InlineData(375, ColorScheme.Light)]
    [InlineData(375, ColorScheme.Dark)]
    public async Task Digest_Fits_And_Stands_Out_At_Every_Width_And_In_The_Dark(int width, ColorScheme scheme)
    {
        var rendered = await RenderAsync();
        var page = await chromium.ShowAsync(rendered.Html, dark: scheme == ColorScheme.Dark, width);

        var measured = await page.EvaluateAsync<double[]>(Measure);

        Assert.InRange(measured[0], 4.5, 21);
        Assert.True(measured[1] <= 0, $"The mail is {measured[1]} px wider than the window.");
        if (Environment.GetEnvironmentVariable("INGEST_PICTURES") == "1")
        {
            var path = Path.Combine(Checkout.Root, "tests/Ingest.Functions.Tests/Mail/pictures", $"digest-{width}-{scheme.ToString().ToLowerInvariant()}.png");
            await page.ScreenshotAsync(new() { Path = path, Clip = new() { X = 0, Y = 0, Width = width, Height = width > 500 ? 1500 : 2000 }, FullPage = true });
        }
    }

    private static Task<RenderedDigest> RenderAsync()
    {
        var week = DigestApp.Week;
        var now = Read(week.From.AddDays(2), Directory.GetFiles(Path.Combine(Checkout.Root, "seeds"), "*.txt"));
        var before = Read(week.Before.From, new[] { "r01", "r02", "r04", "r05", "r11" }.Select(r => Path.Combine(Checkout.Root, "tests/Ingest.Core.Tests/Extraction/reports", r + ".txt")));
        return new DigestRenderer(code => Gazetteer.Find(code)?.Name, new DigestLinks(new Uri("https://example.org/")))
            .RenderAsync(limit => DigestComposer.Compose(week, now, before, DigestFilter.Everything, limit), DigestLanguage.Hans);
    }

    private static List<StoredMeasure> Read(DateTimeOffset firstSeen, params IEnumerable<string> files) =>
    [
        .. files.Order().SelectMany(file =>
        {
            var read = Assert.IsType<ReadResult.Read>(ReportReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)));
            var extracted = MeasureExtractor.Extract(read.Entries[0].Content.Text!, TestContext.Current.CancellationToken);
            return extracted.Measures.Select(m => new StoredMeasure(m, ReportId.Of(file), firstSeen)
            {
                Office = "hubei",
                ReportTitle = extracted.Title ?? Path.GetFileName(file),
                ReportSource = extracted.Source,
            });
        }),
    ];
}
