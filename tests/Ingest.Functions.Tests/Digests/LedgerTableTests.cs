using Ingest.Functions.Digests;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Digests;

public class LedgerTableTests(AzuriteFixture azurite)
{
    private static readonly string[] Readers = ["anna", "bert"];

    [Fact]
    public async Task TryMove_Changes_No_Row_Once_Somebody_Else_Has_Claimed_The_Batch()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = await StartAsync(azurite.NewAccount(), new RememberingSender());
        var ledger = app.Get<LedgerTable>();
        await ledger.PlanAsync(Week.Id, new PlannedBatch("0001", "hans", "weekly-hans-0", Readers), stop);
        var slow = await ledger.TryMoveAsync(await ledger.BatchAsync(Week.Id, "0001", stop), BatchState.Claimed, stop);
        var quick = await ledger.TryMoveAsync(await ledger.BatchAsync(Week.Id, "0001", stop), BatchState.Claimed, stop);
        var rows = await ledger.DeliveriesAsync(Week.Id, "0001", stop);

        Assert.True(await ledger.TryMoveAsync(quick!, rows, DeliveryState.Sending, null, stop));
        Assert.True(await ledger.TryMoveAsync(quick!, rows, DeliveryState.Sent, null, stop));
        Assert.False(await ledger.TryMoveAsync(slow!, LedgerTable.PlannedDeliveries(Week.Id, "0001", Readers), DeliveryState.Sending, null, stop));

        Assert.All(await ledger.DeliveriesAsync(Week.Id, "0001", stop), row => Assert.Equal(DeliveryState.Sent, LedgerTable.StateOf(row)));
        Assert.NotNull(await ledger.TryMoveAsync(quick!, BatchState.Handed, stop));
    }
}
