using Azure.Data.Tables;
using Azure.Storage.Queues;
using Ingest.Functions.Digests;
using Ingest.Functions.Mail;
using Ingest.Functions.Operations;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Digests;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Operations;

public sealed class StuckDigestsTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Lost.Messages)]
    [InlineData(Lost.MessagesToWait)]
    [InlineData(Lost.SomeRows)]
    [InlineData(Lost.AllRows)]
    public async Task Run_Has_Batches_Sent_That_Nobody_Asks_For_Any_More_And_Then_Forgets_The_Window(Lost lost)
    {
        await using var app = await PlannedAsync(lost);
        Assert.Equal(0, await Stuck(app).RunAsync(mend: true, Stop));
        app.Clock.Now += TimeSpan.FromHours(3);

        Assert.Equal(2, await Stuck(app).RunAsync(mend: false, Stop));
        await app.DrainAsync();
        Assert.Empty(app.Sender.Taken);

        Assert.Equal(2, await Stuck(app).RunAsync(mend: true, Stop));
        await app.DrainAsync();
        Assert.Equal(["li@example.org", "wang@example.org", "zhao@example.org"], app.Sender.Addresses.Order());

        app.Clock.Now += TimeSpan.FromHours(3);
        Assert.Equal(0, await Stuck(app).RunAsync(mend: true, Stop));
        Assert.Empty(await app.Get<LedgerTable>().OpenAsync(app.Clock.Now, Stop).ToListAsync(Stop));
    }

    private async Task<DigestApp> PlannedAsync(Lost lost)
    {
        var app = await StartAsync(azurite.NewAccount(), new RememberingSender { MostRecipients = 2 });
        await app.SubscribeAsync("li@example.org");
        await app.SubscribeAsync("wang@example.org");
        await app.SubscribeAsync("zhao@example.org");
        await app.StoreAsync(Measure("黄冈市总工会", Week.From));
        await app.Get<DigestComposition>().ComposeAsync(Week, Stop);
        if (lost == Lost.MessagesToWait)
        {
            app.Sender.Answer = _ => new SendOutcome(SendKind.TryLater);
            await app.DrainAsync();
            app.Sender.Answer = _ => null;
        }

        await app.Get<QueueServiceClient>().GetQueueClient(StorageNames.DigestsQueue).ClearMessagesAsync(Stop);
        var ledger = app.Get<TableServiceClient>().GetTableClient(StorageNames.DigestLedgerTable);
        foreach (var batch in lost switch { Lost.AllRows => (string[])["0001", "0002"], Lost.SomeRows => ["0002"], _ => [] })
        {
            var partition = LedgerTable.Partition(Week.Id, batch);
            foreach (var row in await ledger.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: Stop).ToListAsync(Stop))
            {
                await ledger.DeleteEntityAsync(row, cancellationToken: Stop);
            }
        }

        return app;
    }

    private static StuckDigests Stuck(DigestApp app) => new(app.Get<LedgerTable>(), app.Get<DigestStore>(), app.Get<DigestQueues>(), app.Clock);

    /// <summary>What was lost when a process stopped and its message was poisoned or never written.</summary>
    public enum Lost
    {
        Messages,
        MessagesToWait,
        SomeRows,
        AllRows,
    }
}
