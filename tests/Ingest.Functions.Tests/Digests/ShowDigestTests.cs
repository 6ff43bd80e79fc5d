using Ingest.Functions.Digests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Digests;

/// <summary>The page that a mail's "其余…条见网页" leads to.</summary>
public class ShowDigestTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Page_Shows_Everything_The_Mail_Left_Out_For_The_Same_Choice()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org");
        await app.StoreAsync(Enumerable.Range(0, 60).Select(i => Measure($"第{i}市总工会", Week.From.AddMinutes(i), place: i < 50 ? "421100" : "110105")));
        await app.RunAsync(Week);
        var mail = app.Sender.Taken.Single().Content.Html;
        Assert.Contains("其余20条见网页", mail, StringComparison.Ordinal);

        var all = await PageAsync(app, "");
        var hubei = await PageAsync(app, "?place=420000");

        Assert.Equal(60, Enumerable.Range(0, 60).Count(i => all.Contains($"第{i}市总工会", StringComparison.Ordinal)));
        Assert.Equal(50, Enumerable.Range(0, 60).Count(i => hubei.Contains($"第{i}市总工会", StringComparison.Ordinal)));
        Assert.DoesNotContain(".invalid", all, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_Of_No_Window_Is_Not_Found()
    {
        await using var app = await StartAsync(azurite.NewAccount());

        Assert.IsType<NotFoundResult>(await new ShowDigest(app.Get<DigestPreview>()).RunAsync(new DefaultHttpContext().Request, "2026-W99", TestContext.Current.CancellationToken));
    }

    private static async Task<string> PageAsync(DigestApp app, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        return Assert.IsType<ContentResult>(await new ShowDigest(app.Get<DigestPreview>()).RunAsync(request, Week.Id, TestContext.Current.CancellationToken)).Content!;
    }
}
