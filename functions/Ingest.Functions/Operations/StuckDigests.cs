using Ingest.Functions.Digests;

namespace Ingest.Functions.Operations;

/// <summary>Batches of digests that were planned and never done, because their message was lost or poisoned: asks for them again, which is no harm.</summary>
public sealed class StuckDigests(LedgerTable ledger, DigestQueues queues, TimeProvider clock) : IReconciliationStep
{
    /// <summary>A batch is done in minutes; one that waits for its provider looks again every quarter of an hour.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public string Name => "digest batches not done";

    /// <inheritdoc/>
    public async Task<int> RunAsync(bool mend, CancellationToken cancellationToken)
    {
        var stuck = await ledger.StuckAsync(clock.GetUtcNow() - Patience, cancellationToken).ToListAsync(cancellationToken);
        foreach (var batch in mend ? stuck : [])
        {
            await queues.SendAsync(batch, TimeSpan.Zero, cancellationToken);
        }

        return stuck.Count;
    }
}
