using Ingest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Digests;

/// <summary>Sends one batch of a digest.</summary>
public sealed class SendDigest(DigestDelivery delivery)
{
    /// <summary>Sends, or settles what an earlier try left open.</summary>
    [Function(nameof(SendDigest))]
    public Task RunAsync([QueueTrigger(StorageNames.DigestsQueue, Connection = StorageNames.Connection)] SendMessage message, CancellationToken cancellationToken) =>
        delivery.SendAsync(message, cancellationToken);
}
