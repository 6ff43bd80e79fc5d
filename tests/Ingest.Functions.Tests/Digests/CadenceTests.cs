using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Digests;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;
using Microsoft.Azure.Functions.Worker;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Digests;

/// <summary>Weekly, daily and at once, and what a reader hears who goes from one to another.</summary>
public class CadenceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AtOnce_Tells_Within_A_Minute_And_Never_Twice()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org", Choice.Default with { Cadence = Cadence.AtOnce });
        await MinuteAsync(app);
        await app.StoreAsync(Measure("黄冈市总工会", app.Clock.Now.AddSeconds(20)));
        for (var minute = 0; minute < 12; minute++)
        {
            await MinuteAsync(app);
        }

        await app.StoreAsync(Measure("孝感市总工会", app.Clock.Now.AddSeconds(5), report: "b.txt"));
        await MinuteAsync(app);

        Assert.Equal(2, app.Sender.Taken.Count);
        Assert.DoesNotContain("黄冈市总工会", app.Sender.Taken.Last().Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_Who_Goes_From_Daily_To_Weekly_Hears_Nothing_Twice_And_Misses_Nothing()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        var id = await app.SubscribeAsync("li@example.org", Choice.Default with { Cadence = Cadence.Daily });
        await app.SubscribeAsync("wang@example.org");
        var tuesday = DigestWindow.Day(Week.FirstDay.AddDays(1));
        await app.StoreAsync(Measure("黄冈市总工会", tuesday.From.AddHours(9)), Measure("孝感市总工会", tuesday.To.AddHours(9), report: "b.txt"));
        app.Clock.Now = tuesday.To.AddHours(8.5);
        await app.RunAsync(tuesday);

        app.Clock.Now = tuesday.To.AddHours(10);
        await app.Get<SubscribersTable>().ChangeAsync(id, s => LifeCycle.Choose(s!, Choice.Default, app.Clock.Now), TestContext.Current.CancellationToken);
        app.Clock.Now = Week.To.AddHours(8.5);
        await app.RunAsync(Week);

        var mails = app.Sender.Taken.SelectMany(b => b.Recipients.Select(r => (r.Address, b.Id, b.Content.Text))).ToList();
        Assert.Equal([("li@example.org", tuesday.Id), ("li@example.org", Week.Id), ("wang@example.org", Week.Id)], mails.Select(m => (m.Address, m.Id)).Order());
        var switched = mails.Single(m => m.Address == "li@example.org" && m.Id == Week.Id).Text;
        Assert.DoesNotContain("黄冈市总工会", switched, StringComparison.Ordinal);
        Assert.Contains("孝感市总工会", switched, StringComparison.Ordinal);
        Assert.Contains("黄冈市总工会", mails.Single(m => m.Address == "wang@example.org").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_That_Was_Missed_Is_Told_With_The_Next()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org");
        await app.StoreAsync(Measure("武汉市总工会", Week.Before.From.AddDays(1)), Measure("黄冈市总工会", Week.From.AddDays(1), report: "b.txt"));
        await app.RunAsync(Week.Before);
        var after = DigestWindow.Week(Week.LastDay.AddDays(8));
        app.Clock.Now = after.To.AddHours(8.5);

        await app.RunAsync(DigestWindow.Week(Week.LastDay.AddDays(1)));

        Assert.Equal(2, app.Sender.Taken.Count);
        Assert.Contains("黄冈市总工会", app.Sender.Taken.Last().Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_New_Sends_Nothing()
    {
        await using var app = await StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org");

        await app.RunAsync(Week);

        Assert.Empty(app.Sender.Taken);
    }

    private static async Task MinuteAsync(DigestApp app)
    {
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await new TellAtOnce(app.Get<MeasuresTable>(), app.Get<DigestQueues>(), app.Clock).RunAsync(new TimerInfo(), TestContext.Current.CancellationToken);
        await app.DrainAsync();
    }
}
