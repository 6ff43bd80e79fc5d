using System.Diagnostics;
using System.Text.Json;
using Azure.Storage.Queues;
using Ingest.Core.Digests;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;

namespace Ingest.Functions.Digests;

/// <summary>Compose the digests of a window.</summary>
/// <param name="Window">Id of the window, e.g. <c>2026-W47</c>.</param>
public sealed record ComposeMessage(string Window)
{
    /// <summary>W3C trace of who asked, so that one trace leads from the timer to the mails; see <see cref="InvocationTelemetry"/>.</summary>
    public string? TraceParent { get; init; } = Activity.Current?.Id;
}

/// <summary>Send batches: those that lie side by side in the table of subscribers, so that one query finds the readers of all.</summary>
/// <param name="Window">Id of the window.</param>
/// <param name="Batches">Which; each is claimed, handed over and settled by itself.</param>
public sealed record SendMessage(string Window, IReadOnlyList<BatchToSend> Batches)
{
    /// <summary>W3C trace of who asked; a batch that waits and is sent again keeps it.</summary>
    public string? TraceParent { get; init; } = Activity.Current?.Id;

    /// <summary>Send one batch, whatever was done of it before.</summary>
    public static SendMessage For(string window, string batch) => new(window, [new(batch, null)]);
}

/// <summary>One of the batches of a message.</summary>
/// <param name="Number">Number of the batch.</param>
/// <param name="Readers">
/// Ids of the batch's readers, so that whoever claims it first need not ask for its rows; null where they are to be read.
/// A thousand, the most in a message, are 47 KB in the queue, which takes 64.
/// </param>
public sealed record BatchToSend(string Number, IReadOnlyList<string>? Readers);

/// <summary>The two queues of the digest.</summary>
public sealed class DigestQueues(QueueServiceClient queues)
{
    private readonly QueueClient _windows = queues.GetQueueClient(StorageNames.DigestWindowsQueue);
    private readonly QueueClient _digests = queues.GetQueueClient(StorageNames.DigestsQueue);

    /// <summary>Has the digests of a window composed and sent. Asking again is no harm.</summary>
    public Task ComposeAsync(DigestWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        return _windows.SendMessageAsync(JsonSerializer.Serialize(new ComposeMessage(window.Id)), cancellationToken);
    }

    /// <summary>Has batches sent. Asking again is no harm.</summary>
    /// <param name="message">Which.</param>
    /// <param name="after">How long to wait first; at most seven days.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task SendAsync(SendMessage message, TimeSpan after, CancellationToken cancellationToken) =>
        _digests.SendMessageAsync(JsonSerializer.Serialize(message), after, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken);
}
