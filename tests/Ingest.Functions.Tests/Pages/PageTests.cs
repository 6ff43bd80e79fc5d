using Ingest.Functions.Pages;
using Ingest.Functions.Tests.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Ingest.Functions.Tests.Pages;

public sealed class PageTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_Page_Marks_The_Passage_Under_The_Anchor_That_Mails_Link_To()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await steps.IngestAsync("湖北/1.txt", LineExtraction.Report(2) + "\n!这里少了数字");
        var measure = (await steps.MeasuresAsync())[0].Measure;
        var (status, html) = await ShowReportAsync(steps, outcome!.Id.Value);
        Assert.Equal(200, status);
        Assert.Contains($"<mark id=\"m-{measure.Id}\">{measure.Quote}</mark>", html, StringComparison.Ordinal);
        Assert.Contains("这里少了数字", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_Page_Never_Passes_On_Markup_Of_A_Report()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        const string Hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        var outcome = await steps.IngestAsync($"a/1.txt", $"{Hostile}\n420100；{Hostile}；5000；{Hostile}\n!{Hostile}");
        var (_, html) = await ShowReportAsync(steps, outcome!.Id.Value);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        var dashboard = await DashboardAsync(steps, office: null);
        Assert.DoesNotContain("<script", dashboard, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("../secrets")]
    [InlineData("")]
    public async Task Report_Page_Says_Not_Found_For_An_Unknown_Report(string id)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        Assert.Equal(404, (await ShowReportAsync(steps, id)).Status);
    }

    [Fact]
    public async Task Dashboard_Adds_Up_Measures_And_Lists_Reports_Of_An_Office()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("甲市总工会/1.txt", LineExtraction.Report(2, title: "甲市的报告"));
        steps.Clock.Advance(TimeSpan.FromMinutes(5));
        await steps.IngestAsync("甲市总工会-乙/1.txt", LineExtraction.Report(2, from: 30, title: "乙区的报告"));

        var all = await DashboardAsync(steps, office: null);
        Assert.Contains("<strong>4</strong> 条", all, StringComparison.Ordinal);
        Assert.Contains("66万元", all, StringComparison.Ordinal);
        Assert.True(all.IndexOf("乙区的报告", StringComparison.Ordinal) < all.IndexOf("甲市的报告", StringComparison.Ordinal), "The newest report comes first.");

        var office = await DashboardAsync(steps, "甲市总工会");
        Assert.Contains("甲市的报告", office, StringComparison.Ordinal);
        Assert.DoesNotContain("乙区的报告", office, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_Page_Shows_A_City_Within_Its_Province_And_Not_Its_Neighbour()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", "报告\n420100；武汉市总工会；5000；慰问\n429004；仙桃市总工会；6000；慰问\n430100；长沙市总工会；7000；慰问\n；某工会；8000；慰问");
        steps.Clock.Advance(TimeSpan.FromDays(60));
        await steps.IngestAsync("b/2.txt", "报告\n420106；武昌区总工会；9000；慰问");

        var province = await PlaceAsync(steps, "420000");
        Assert.Equal(["武汉市总工会", "武昌区总工会", "仙桃市总工会"], new[] { "武汉市总工会", "武昌区总工会", "仙桃市总工会", "长沙市总工会", "某工会" }.Where(org => province.Contains(org, StringComparison.Ordinal)));
        var city = await PlaceAsync(steps, "420100");
        Assert.Contains("武昌区总工会", city, StringComparison.Ordinal);
        Assert.DoesNotContain("仙桃市总工会", city, StringComparison.Ordinal);
        Assert.Contains("没有这个地区", await PlaceAsync(steps, "42"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_Puts_The_File_Into_The_Offices_Folder_Whatever_Its_Name_Claims()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var status = await UploadAsync(steps, "湖北省总工会", "../../other/周报.txt", LineExtraction.Report(1));
        Assert.Equal(202, status);
        Assert.Equal(1, (await steps.IngestAsync("湖北省总工会/周报.txt"))!.MeasureCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    public async Task Upload_Refuses_An_Office_That_Is_No_Folder(string office)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        Assert.Equal(400, await UploadAsync(steps, office, "1.txt", "x"));
    }

    [Fact]
    public async Task Pages_Carry_A_Policy_That_Allows_No_Script()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var http = await AnswerAsync(await steps.App.Make<ShowReport>().RunAsync(Request(), "x", Stop));
        Assert.StartsWith("default-src 'none'", http.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
    }

    private static async Task<(int Status, string Html)> ShowReportAsync(ReportSteps steps, string id)
    {
        var http = await AnswerAsync(await steps.App.Make<ShowReport>().RunAsync(Request(), id, Stop));
        return (http.Response.StatusCode, Body(http));
    }

    private static async Task<string> DashboardAsync(ReportSteps steps, string? office)
    {
        var request = Request();
        request.QueryString = office is null ? QueryString.Empty : QueryString.Create("office", office);
        return Body(await AnswerAsync(await steps.App.Make<ShowDashboard>().RunAsync(request, Stop)));
    }

    private static async Task<string> PlaceAsync(ReportSteps steps, string code) => Body(await AnswerAsync(await steps.App.Make<ShowPlace>().RunAsync(Request(), code, Stop)));

    private static async Task<int> UploadAsync(ReportSteps steps, string office, string name, string text)
    {
        var request = Request();
        request.ContentType = "multipart/form-data; boundary=x";
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        request.Form = new FormCollection(
            new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["office"] = office },
            new FormFileCollection { new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", name) });
        return (await AnswerAsync(await steps.App.Make<AcceptUpload>().RunAsync(request, Stop))).Response.StatusCode;
    }

    private static HttpRequest Request() => new DefaultHttpContext().Request;

    private static async Task<HttpContext> AnswerAsync(IActionResult answer)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await answer.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
        return http;
    }

    private static string Body(HttpContext http) => System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
}
