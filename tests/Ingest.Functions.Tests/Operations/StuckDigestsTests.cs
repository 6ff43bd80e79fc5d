using Azure.Data.Tables;
using Azure.Storage.Queues;
using Ingest.Functions.Digests;
using Ingest.Functions.Operations;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Digests;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Operations;

public sealed class StuckDigestsTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_Has_Batches_Sent_Whose_Message_Was_Lost_And_Then_Forgets_The_Window(bool rowsToo)
    {
        await using var app = await PlannedAsync(rowsToo);
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

    // Composed, and then every message lost; or stopped before even the rows were written.
    private async Task<DigestApp> PlannedAsync(bool rowsToo)
    {
        var app = await StartAsync(azurite.NewAccount(), new RememberingSender { MostRecipients = 2 });
        await app.SubscribeAsync("li@example.org");
        await app.SubscribeAsync("wang@example.org");
        await app.SubscribeAsync("zhao@example.org");
        await app.StoreAsync(Measure("黄冈市总工会", Week.From));
        await app.Get<DigestComposition>().ComposeAsync(Week, Stop);
        await app.Get<QueueServiceClient>().GetQueueClient(StorageNames.DigestsQueue).ClearMessagesAsync(Stop);
        foreach (var batch in rowsToo ? (string[])["0001", "0002"] : [])
        {
            var rows = await app.Get<TableServiceClient>().GetTableClient(StorageNames.DigestLedgerTable).QueryAsync<TableEntity>(row => row.PartitionKey == LedgerTable.Partition(Week.Id, batch), cancellationToken: Stop).ToListAsync(Stop);
            await app.Get<TableServiceClient>().GetTableClient(StorageNames.DigestLedgerTable).SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)), Stop);
        }

        return app;
    }

    private static StuckDigests Stuck(DigestApp app) => new(app.Get<LedgerTable>(), app.Get<DigestStore>(), app.Get<DigestQueues>(), app.Clock);
}
