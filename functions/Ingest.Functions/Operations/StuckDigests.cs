using System.Collections.Concurrent;
using Ingest.Core.Digests;
using Ingest.Functions.Digests;

namespace Ingest.Functions.Operations;

/// <summary>Batches of digests that were planned and never done, because their message was lost or poisoned: asks for them again, which is no harm.</summary>
public sealed class StuckDigests(LedgerTable ledger, DigestStore store, DigestQueues queues, TimeProvider clock) : IReconciliationStep
{
    /// <summary>A batch is done in minutes; one that waits for its provider looks again every quarter of an hour.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public string Name => "digest batches not done";

    /// <inheritdoc/>
    public async Task<int> RunAsync(bool mend, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var window in await ledger.OpenAsync(clock.GetUtcNow() - Patience, cancellationToken).ToListAsync(cancellationToken))
        {
            var stuck = await StuckAsync(window, cancellationToken);
            count += stuck.Count;
            await (!mend ? Task.CompletedTask
                : stuck.IsEmpty ? ledger.CloseAsync(window, cancellationToken)
                : AskAsync(window, stuck, cancellationToken));
        }

        return count;
    }

    private async Task<ConcurrentDictionary<string, BatchState>> StuckAsync(string window, CancellationToken cancellationToken)
    {
        var stuck = new ConcurrentDictionary<string, BatchState>();
        var batches = (await store.ReadPlanAsync(window, cancellationToken))?.Batches ?? [];
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (batch, token) =>
        {
            var state = await ledger.StateAsync(window, batch.Number, token) ?? BatchState.Planned;
            if (state != BatchState.Done)
            {
                stuck[batch.Number] = state;
            }
        });
        return stuck;
    }

    private async Task AskAsync(string window, ConcurrentDictionary<string, BatchState> stuck, CancellationToken cancellationToken)
    {
        // Of a batch that nobody took up not even all rows may be written: composing again writes them, and changes no others.
        if (stuck.Values.Contains(BatchState.Planned) && DigestWindow.TryParse(window, out var parsed))
        {
            await queues.ComposeAsync(parsed, cancellationToken);
            return;
        }

        foreach (var batch in stuck.Keys)
        {
            await queues.SendAsync(SendMessage.For(window, batch), TimeSpan.Zero, cancellationToken);
        }
    }
}
