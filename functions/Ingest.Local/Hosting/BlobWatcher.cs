using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Hosting;

/// <summary>
/// Starts a function for each new or changed blob of a container. Event Grid tells of blobs in Azure; here the container
/// is listed again and again, and a version is a blob's ETag.
/// </summary>
internal sealed partial class BlobWatcher(
    LocalFunction function, BlobPath path, BlobContainerClient container, BlobMemory memory, BlobDeletions? deletions, BlobPoison poison,
    HostSettings settings, Invoke invoke, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);

    private readonly InFlight _inFlight = new(settings.BlobParallelism);

    /// <summary>Watches until it is told to stop, and then waits for what has begun.</summary>
    /// <param name="stopping">No new invocation begins after it.</param>
    public Task RunAsync(CancellationToken stopping) => Loop.RunAsync(LookAsync, _inFlight.DrainAsync, time, logger, stopping);

    private async Task<TimeSpan> LookAsync(CancellationToken stopping)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: stopping))
            {
                if (path.Match(blob.Name) is { } values)
                {
                    present.Add(blob.Name);
                    await BeginAsync(blob, values, stopping);
                }
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return Pause;
        }

        foreach (var gone in memory.Names.Where(name => !present.Contains(name)))
        {
            if (deletions is not null)
            {
                await deletions.SendAsync(container.GetBlobClient(gone).Uri, stopping);
            }

            memory.Forget(gone);
        }

        return Pause;
    }

    private async Task BeginAsync(BlobItem blob, Dictionary<string, object?> values, CancellationToken stopping)
    {
        var version = blob.Properties.ETag.ToString()!;
        if (!memory.Knows(blob.Name, version))
        {
            await _inFlight.BeginAsync(blob.Name, () => WorkAsync(blob.Name, version, values, stopping), stopping);
        }
    }

    private async Task WorkAsync(string name, string version, Dictionary<string, object?> values, CancellationToken stopping)
    {
        var client = container.GetBlobClient(name);
        values["BlobTrigger"] = $"{container.Name}/{name}";
        values["Uri"] = client.Uri;
        for (var attempt = 1; attempt <= settings.BlobTries; attempt++)
        {
            try
            {
                await invoke(function, new BlobInput(client, values, attempt));
                memory.Remember(name, version);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                Failed(failure, function.Name, name, attempt);
                await Task.Delay(RetryPause * (attempt - 1), time, stopping);
            }
        }

        await poison.SendAsync(function.Name, container.Name, name, version, CancellationToken.None);
        memory.Remember(name, version);
        Poisoned(function.Name, name, BlobPoison.QueueName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} failed on {Blob}, try {Attempt}")]
    private partial void Failed(Exception failure, string function, string blob, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} gave up on {Blob}; see queue {Queue}")]
    private partial void Poisoned(string function, string blob, string queue);
}
