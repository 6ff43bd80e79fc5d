using Azure.Data.Tables;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Mail;
using Ingest.Functions.Operations;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tests.Digests;
using Microsoft.AspNetCore.Http;

namespace Ingest.Functions.Tests.Operations;

public sealed class ForgettingTests(AzuriteFixture azurite)
{
    private const string Reader = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Forgets_Uses_Of_Forms_And_Events_Of_Mail_Once_They_Have_Served_Their_Time()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var start = app.Clock.Now;
        foreach (var day in Enumerable.Range(0, 33))
        {
            app.Clock.Now = start.AddDays(day);
            Assert.True(await app.Get<FormUse>().TryCountAsync(new DefaultHttpContext().Request, Stop));
            Assert.Equal(1, await app.Get<MailEvents>().HandleAsync([new MailEvent { Id = $"e{day}", Kind = "delivered", Digest = "2026-W47", Batch = "0001", Subscriber = Reader, Timestamp = app.Clock.Now.ToUnixTimeSeconds() }], Stop));
        }

        // Two days of the form stay and 31 of events: a day goes when the last of its hours has served.
        Assert.Equal([31, 2, 0], Forgotten(await app.Get<Forgetting>().RunAsync(Stop)));
        Assert.Equal([0, 0, 0], Forgotten(await app.Get<Forgetting>().RunAsync(Stop)));
        Assert.Equal(0, await app.Get<MailEvents>().HandleAsync([new MailEvent { Id = "e2", Kind = "delivered", Digest = "2026-W47", Batch = "0001", Subscriber = Reader, Timestamp = start.AddDays(2).ToUnixTimeSeconds() }], Stop));
        Assert.Equal(2, await app.Get<TableServiceClient>().GetTableClient(StorageNames.FormUseTable).QueryAsync<TableEntity>(cancellationToken: Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task Run_Forgets_Addresses_That_Were_Never_Confirmed_And_Nobody_Else()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("active@example.org");
        var left = await app.SubscribeAsync("left@example.org");
        var asked = await AskAsync(app, "asked@example.org");
        await app.Get<SubscribersTable>().ChangeAsync(left, s => LifeCycle.Ask(LifeCycle.Leave(s!, app.Clock.Now), s!.Id, s.Address, Choice.Default, app.Clock.Now), Stop);
        app.Clock.Now = app.Clock.Now.AddDays(6);
        await AskAsync(app, "lately@example.org");
        app.Clock.Now = app.Clock.Now.AddDays(2);

        Assert.Equal([0, 0, 1], Forgotten(await app.Get<Forgetting>().RunAsync(Stop)));

        Assert.Null(await app.Get<SubscribersTable>().FindAsync(asked, Stop));
        Assert.Equal(["active@example.org", "lately@example.org", "left@example.org"], (await app.Get<SubscribersTable>().AllAsync(Stop).ToListAsync(Stop)).Select(s => s.Address.Value).Order());
        Assert.NotNull(await app.Get<SubscribersTable>().FindAsync(await AskAsync(app, "asked@example.org"), Stop));
    }

    private static IEnumerable<int> Forgotten(IReadOnlyDictionary<string, int> rows) =>
        new[] { StorageNames.FormUseTable, StorageNames.MailEventsTable, StorageNames.SubscribersTable }.Select(table => rows[table]);

    private static async Task<string> AskAsync(DigestApp app, string address)
    {
        Assert.True(ReaderAddress.TryParse(address, out var parsed));
        var id = app.Get<SubscriptionKeys>().IdOf(parsed);
        await app.Get<SubscribersTable>().ChangeAsync(id, known => LifeCycle.Ask(known, id, parsed, Choice.Default, app.Clock.Now), Stop);
        return id;
    }
}
