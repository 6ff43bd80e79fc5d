using Ingest.Core.Digests;
using Ingest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Digests;

/// <summary>Composes the digests of a window; a crash leaves the message, and the next try goes on.</summary>
public sealed partial class ComposeDigests(DigestComposition composition, ILogger<ComposeDigests> logger)
{
    /// <summary>Composes.</summary>
    [Function(nameof(ComposeDigests))]
    public async Task RunAsync([QueueTrigger(StorageNames.DigestWindowsQueue, Connection = StorageNames.Connection)] ComposeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (DigestWindow.TryParse(message.Window, out var window))
        {
            await composition.ComposeAsync(window, cancellationToken);
        }
        else
        {
            LogNoWindow(message.Window);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "'{Window}' names no window of time; write 2026-W47 or 2026-11-22. The message is dropped.")]
    private partial void LogNoWindow(string window);
}
