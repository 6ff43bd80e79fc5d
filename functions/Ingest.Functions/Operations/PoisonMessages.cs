using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Operations;

/// <summary>A message that failed five times and was put aside.</summary>
/// <param name="Queue">The poison queue it lies in.</param>
/// <param name="Id">Its id.</param>
/// <param name="PutAside">When it was put aside, UTC.</param>
/// <param name="Content">What it says, JSON as a rule. May name a subscriber: show it to operators only, and log it nowhere.</param>
public sealed record PoisonMessage(string Queue, string Id, DateTimeOffset PutAside, string Content);

/// <summary>What came of doing messages again.</summary>
/// <param name="Done">How many were done.</param>
/// <param name="Failures">Id and reason of those that failed again; they stay where they are.</param>
public sealed record Replayed(int Done, IReadOnlyList<(string Id, string Reason)> Failures);

/// <summary>Lists messages that were put aside, and has them done again once their cause is mended.</summary>
public sealed class PoisonMessages(QueueServiceClient queues, BlobServiceClient blobs, ReportPipeline pipeline)
{
    private const int MostAtOnce = 32;
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    /// <summary>The oldest 32 messages of every poison queue.</summary>
    public async IAsyncEnumerable<PoisonMessage> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var queue in QueuesAsync(cancellationToken))
        {
            foreach (var message in (await queue.PeekMessagesAsync(MostAtOnce, cancellationToken)).Value)
            {
                yield return new PoisonMessage(queue.Name, message.MessageId, message.InsertedOn.GetValueOrDefault(), message.Body.ToString());
            }
        }
    }

    /// <summary>
    /// Does messages again: a blob event by ingesting the blob as it is now, any other by putting it back into its queue. A
    /// message leaves the poison queue only after that has worked; one that fails again stays, out of sight for five minutes.
    /// </summary>
    /// <param name="id">Only this message; all by default.</param>
    /// <param name="cancellationToken">Stops between messages.</param>
    public async Task<Replayed> ReplayAsync(string? id = null, CancellationToken cancellationToken = default)
    {
        var done = 0;
        var failures = new List<(string, string)>();
        await foreach (var queue in QueuesAsync(cancellationToken))
        {
            var skipped = new List<QueueMessage>();
            while ((await queue.ReceiveMessagesAsync(MostAtOnce, Hidden, cancellationToken)).Value is { Length: > 0 } received)
            {
                foreach (var message in received)
                {
                    if (id is not null && message.MessageId != id)
                    {
                        skipped.Add(message);
                        continue;
                    }

                    try
                    {
                        await ReplayAsync(queue, message, cancellationToken);
                        done++;
                    }
                    catch (Exception failure) when (failure is not OperationCanceledException)
                    {
                        failures.Add((message.MessageId, failure.Message));
                    }
                }
            }

            foreach (var message in skipped)
            {
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero, cancellationToken);
            }
        }

        return new Replayed(done, failures);
    }

    private async Task ReplayAsync(QueueClient poison, QueueMessage message, CancellationToken cancellationToken)
    {
        if (poison.Name == StorageNames.BlobPoisonQueue)
        {
            await pipeline.IngestAsync(BlobOf(message.Body), cancellationToken);
        }
        else
        {
            await queues.GetQueueClient(poison.Name[..^StorageNames.PoisonSuffix.Length]).SendMessageAsync(message.Body, cancellationToken: cancellationToken);
        }

        await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }

    /// <summary>The blob that the Functions host names in its poison message.</summary>
    private BlobClient BlobOf(BinaryData body)
    {
        using var json = JsonDocument.Parse(body);
        var container = json.RootElement.GetProperty("ContainerName").GetString();
        var name = json.RootElement.GetProperty("BlobName").GetString();
        return blobs.GetBlobContainerClient(container).GetBlobClient(name);
    }

    private async IAsyncEnumerable<QueueClient> QueuesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var queue in queues.GetQueuesAsync(cancellationToken: cancellationToken))
        {
            if (queue.Name.EndsWith(StorageNames.PoisonSuffix, StringComparison.Ordinal))
            {
                yield return queues.GetQueueClient(queue.Name);
            }
        }
    }
}
