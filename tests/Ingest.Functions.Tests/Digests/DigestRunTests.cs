using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Mail;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Digests;

public class DigestRunTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Run_Sends_Each_Reader_One_Mail_With_What_Is_New()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org");
        await app.SubscribeAsync("wang@example.org", Choice.Default with { Filter = new DigestFilter { Places = ["420000"] } });
        await app.SubscribeAsync("zhao@example.org", Choice.Default with { Filter = new DigestFilter { Places = ["110000"] } });
        await app.StoreAsync(Measure("黄冈市总工会", Week.From.AddDays(1)), Measure("武汉市总工会", Week.To, place: "420100"));

        await app.RunAsync(Week);
        await app.RunAsync(Week);

        Assert.Equal(["li@example.org", "wang@example.org"], app.Sender.Addresses.Order());
        var mail = app.Sender.Taken.First();
        Assert.Contains("黄冈市总工会", mail.Content.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("武汉市总工会", mail.Content.Html, StringComparison.Ordinal);
        Assert.Contains("新增举措1项", mail.Content.Subject, StringComparison.Ordinal);
        Assert.Contains("103万元", mail.Content.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Tells_Late_Measures_In_The_Next_Window_And_Corrected_Ones_Never()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org");
        var next = DigestWindow.Week(Week.LastDay.AddDays(1));
        await app.StoreAsync(Measure("黄冈市总工会", Week.From.AddDays(1), report: "a.txt"));
        await app.RunAsync(Week);

        app.Clock.Now = next.To.AddHours(8.5);
        await app.StoreAsync(
            Measure("孝感市总工会", Week.From.AddDays(2), report: "late.txt"),
            Measure("黄冈市总工会", Week.From.AddDays(1), yuan: 1_040_000, report: "a.txt"));
        // The correction replaced the first row of report a.
        await RemoveAsync(app, Measure("黄冈市总工会", Week.From.AddDays(1), report: "a.txt"));
        await app.RunAsync(next);

        Assert.Equal(2, app.Sender.Taken.Count);
        Assert.Contains("孝感市总工会", app.Sender.Taken.Last().Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("黄冈市总工会", app.Sender.Taken.Last().Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Skips_Who_Left_After_The_Run_Was_Planned()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        var id = await app.SubscribeAsync("li@example.org");
        await app.SubscribeAsync("wang@example.org");
        await app.StoreAsync(Measure("黄冈市总工会", Week.From));
        await app.Get<Ingest.Functions.Digests.DigestComposition>().ComposeAsync(Week, TestContext.Current.CancellationToken);

        await app.Get<Functions.Subscriptions.SubscribersTable>().ChangeAsync(id, s => LifeCycle.Leave(s!, app.Clock.Now), TestContext.Current.CancellationToken);
        await app.DrainAsync();

        Assert.Equal(["wang@example.org"], app.Sender.Addresses);
    }

    [Fact]
    public async Task Run_Sends_To_The_Others_Where_The_Provider_Will_Not_Take_One_Address()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org");
        await app.SubscribeAsync("bad@example.org");
        await app.StoreAsync(Measure("黄冈市总工会", Week.From));
        app.Sender.Answer = batch => batch.Recipients.ToList().FindIndex(r => r.Address == "bad@example.org") is >= 0 and var i
            ? new SendOutcome(SendKind.Refused, "sendgrid 400") { Faulty = [i] }
            : null;

        await app.RunAsync(Week);
        await app.RunAsync(Week);

        Assert.Equal(["li@example.org"], app.Sender.Addresses);
        Assert.Equal(2, app.Sender.Requests);
    }

    private static async Task RemoveAsync(DigestApp app, StoredMeasure measure) =>
        await app.Get<Azure.Data.Tables.TableServiceClient>().GetTableClient(Functions.Storage.StorageNames.TimelineTable)
            .DeleteEntityAsync(Functions.Tables.TableKeys.Month(measure.FirstSeen), Functions.Tables.TableKeys.Seen(measure.FirstSeen, measure.Measure.Id.Value), cancellationToken: TestContext.Current.CancellationToken);
}
