using Deque.AxeCore.Playwright;
using Ingest.Core.Outcomes;
using Ingest.Functions.Pages;
using Ingest.Functions.Tests.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Ingest.Functions.Tests.Pages;

/// <summary>The pages as people see them: in Chromium, light and dark, wide and narrow, and with script switched off.</summary>
public sealed class BrowserTests(AzuriteFixture azurite, ChromiumFixture chromium)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dashboard", false)]
    [InlineData("dashboard", true)]
    [InlineData("report", false)]
    [InlineData("report", true)]
    [InlineData("place", false)]
    [InlineData("upload", false)]
    [InlineData("upload", true)]
    public async Task Page_Is_Accessible_And_Fits_A_Telephone(string name, bool dark)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await IngestAsync(steps);
        var html = await HtmlAsync(steps, name, outcome);
        var page = await chromium.ShowAsync(html, dark);
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length == 0, string.Join('\n', violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}")));

        var narrow = await chromium.ShowAsync(html, dark, width: 375);
        Assert.Equal(375, await narrow.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
        await narrow.Context.CloseAsync();
    }

    [Fact]
    public async Task Link_Of_A_Mail_Leads_To_The_Passage_Without_Script()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await IngestAsync(steps);
        var last = (await steps.MeasuresAsync()).MaxBy(m => m.Measure.Span.Start)!.Measure;
        var page = await chromium.ShowAsync(await HtmlAsync(steps, "report", outcome), fragment: $"m-{last.Id}", script: false);
        var mark = await page.Locator($"#m-{last.Id}").BoundingBoxAsync();
        Assert.InRange(mark!.Y, 0, 800 - mark.Height);
        Assert.Equal(last.Quote, await page.Locator($"#m-{last.Id}").TextContentAsync());
        await page.Context.CloseAsync();
    }

    private static async Task<ReportOutcome> IngestAsync(ReportSteps steps)
    {
        var text = "关于慰问工作的报告\n" + string.Join('\n', Enumerable.Repeat("这一段没有举措，只是背景。", 200)) + "\n" + LineExtraction.Report(5) + "\n!这里少了数字";
        return (await steps.IngestAsync("湖北省总工会/周报.txt", text))!;
    }

    private static async Task<string> HtmlAsync(ReportSteps steps, string name, ReportOutcome outcome)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        IActionResult answer = name switch
        {
            "dashboard" => await steps.App.Make<ShowDashboard>().RunAsync(http.Request, Stop),
            "report" => await steps.App.Make<ShowReport>().RunAsync(http.Request, outcome.Id.Value, Stop),
            "place" => await steps.App.Make<ShowPlace>().RunAsync(http.Request, "110000", Stop),
            _ => steps.App.Make<ShowUpload>().Run(http.Request),
        };
        await answer.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
        return System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
    }
}
