using Ingest.Core.Subscriptions;
using Ingest.Local;

namespace Ingest.Functions.Tests.Subscriptions;

/// <summary>The pages in a browser: with INGEST_PICTURES=1 drawn anew, to be looked at.</summary>
public class SubscriptionPageTests(ChromiumFixture chromium)
{
    [Theory]
    [InlineData(375, false)]
    [InlineData(900, true)]
    public async Task Form_Works_Without_Script_And_Fits(int width, bool dark)
    {
        var choice = Choice.Default with { Filter = new DigestFilter { Places = ["420000", "420106"], LeastYuan = 15_000, Words = ["口罩"] } };
        var page = await chromium.ShowAsync(await SubscriberPages.PreferencesAsync("t", choice, isPaused: false, "已保存。", []), dark, width, script: false);

        Assert.Equal("武昌区", await page.InputValueAsync("input[name=places]"));
        Assert.Equal("1.5", await page.InputValueAsync("input[name=least]"));
        Assert.True(await page.IsCheckedAsync("input[name=place][value='420000']"));
        Assert.Equal(0, await page.Locator("input:not([type=hidden])").EvaluateAllAsync<int>("all => all.filter(i => !i.labels.length).length"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        if (Environment.GetEnvironmentVariable("INGEST_PICTURES") == "1")
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "tests/Ingest.Functions.Tests/Subscriptions/pictures", $"preferences-{width}.png"), FullPage = true });
        }
    }
}
