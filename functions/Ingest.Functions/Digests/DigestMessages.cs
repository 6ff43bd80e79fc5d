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

/// <summary>Send a batch.</summary>
/// <param name="Window">Id of the window.</param>
/// <param name="Batch">Number of the batch.</param>
public sealed record SendMessage(string Window, string Batch)
{
    /// <summary>
    /// Ids of the batch's readers, so that whoever claims it first need not ask for its rows; null where they are to be read.
    /// A thousand are 47 KB in the queue, which takes 64.
    /// </summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>W3C trace of who asked; a batch that waits and is sent again keeps it.</summary>
    public string? TraceParent { get; init; } = Activity.Current?.Id;
}

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

    /// <summary>Has a batch sent. Asking again is no harm.</summary>
    /// <param name="message">Which.</param>
    /// <param name="after">How long to wait first; at most seven days.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task SendAsync(SendMessage message, TimeSpan after, CancellationToken cancellationToken) =>
        _digests.SendMessageAsync(JsonSerializer.Serialize(message), after, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken);
}
