using Azure.Core.Pipeline;
using Ingest.Functions.Digests;
using Microsoft.Extensions.DependencyInjection;
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
        var slow = await ledger.BatchAsync(Week.Id, "0001", stop);
        var quick = await ledger.TryMoveAsync(slow, Moves(DeliveryState.Sending), BatchState.Claimed, BatchState.Handed, stop);
        quick = await ledger.TryMoveAsync(quick!, Moves(DeliveryState.Sent), BatchState.Taken, BatchState.Taken, stop);

        Assert.Null(await ledger.TryMoveAsync(slow, Moves(DeliveryState.Sending), BatchState.Claimed, BatchState.Handed, stop));

        Assert.All(await ledger.DeliveriesAsync(Week.Id, "0001", stop), row => Assert.Equal(DeliveryState.Sent, LedgerTable.StateOf(row)));
        Assert.NotNull(await ledger.TryMoveAsync(quick!, [], BatchState.Taken, BatchState.Done, stop));
    }

    [Fact]
    public async Task Plan_Adds_What_A_First_Try_Was_Stopped_Before()
    {
        var stop = TestContext.Current.CancellationToken;
        var calls = new StorageCalls();
        await using var app = await StartAsync(azurite.NewAccount(), new RememberingSender(), replace: services => services.AddSingleton<HttpPipelinePolicy>(calls));
        var batch = new PlannedBatch("0001", "hans", "weekly-hans-0", [.. Enumerable.Range(100, 250).Select(i => $"reader{i}")]);
        calls.Reset(failAtCall: 1);
        await Assert.ThrowsAsync<CrashException>(() => app.Get<LedgerTable>().PlanAsync(Week.Id, batch, stop));
        calls.Reset();

        await app.Get<LedgerTable>().PlanAsync(Week.Id, batch, stop);

        Assert.Equal(batch.Subscribers, (await app.Get<LedgerTable>().DeliveriesAsync(Week.Id, "0001", stop)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task TryMove_Moves_The_Batch_On_Only_With_The_Last_Of_Its_Rows()
    {
        var stop = TestContext.Current.CancellationToken;
        var calls = new StorageCalls();
        await using var app = await StartAsync(azurite.NewAccount(), new RememberingSender(), replace: services => services.AddSingleton<HttpPipelinePolicy>(calls));
        var ledger = app.Get<LedgerTable>();
        List<string> readers = [.. Enumerable.Range(100, 250).Select(i => $"reader{i}")];
        await ledger.PlanAsync(Week.Id, new PlannedBatch("0001", "hans", "weekly-hans-0", readers), stop);
        var planned = await ledger.BatchAsync(Week.Id, "0001", stop);
        calls.Reset(failAtCall: 2);

        await Assert.ThrowsAsync<CrashException>(() => ledger.TryMoveAsync(planned, Moves(DeliveryState.Sending, readers), BatchState.Claimed, BatchState.Handed, stop));

        calls.Reset();
        Assert.Equal(BatchState.Claimed, (await ledger.BatchAsync(Week.Id, "0001", stop)).State);
        Assert.Equal(198, (await ledger.DeliveriesAsync(Week.Id, "0001", stop)).Count(row => LedgerTable.StateOf(row) == DeliveryState.Sending));
    }

    [Fact]
    public async Task TryMove_Knows_Its_Own_Writing_Again_Where_The_Answer_Was_Lost()
    {
        var stop = TestContext.Current.CancellationToken;
        var calls = new StorageCalls();
        await using var app = await StartAsync(azurite.NewAccount(), new RememberingSender(), replace: services => services.AddSingleton<HttpPipelinePolicy>(calls));
        var ledger = app.Get<LedgerTable>();
        await ledger.PlanAsync(Week.Id, new PlannedBatch("0001", "hans", "weekly-hans-0", Readers), stop);
        var planned = await ledger.BatchAsync(Week.Id, "0001", stop);
        calls.ResetAndInterrupt(0);

        var handed = await ledger.TryMoveAsync(planned, Moves(DeliveryState.Sending), BatchState.Claimed, BatchState.Handed, stop);

        Assert.Equal(3, calls.Calls.Count);
        Assert.Equal(BatchState.Handed, handed!.State);
        Assert.NotNull(await ledger.TryMoveAsync(handed, Moves(DeliveryState.Sent), BatchState.Taken, BatchState.Done, stop));
    }

    private static IEnumerable<DeliveryMove> Moves(DeliveryState state, IReadOnlyList<string>? readers = null) =>
        LedgerTable.PlannedDeliveries(Week.Id, "0001", readers ?? Readers).Select(row => new DeliveryMove(row, state));
}
