using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Hosting;

/// <summary>Starts a function for each message of a queue: several tries, then the poison queue.</summary>
internal sealed partial class QueuePoller(
    LocalFunction function, QueueClient queue, QueueClient poison, HostSettings settings, Invoke invoke, TimeProvider time, ILogger logger)
{
    private const int MostMessagesOfOneCall = 32;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // A message in work is hidden this long and hidden anew at half of it, so that one that a killed host left behind is back soon.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    private readonly InFlight _inFlight = new(settings.QueueParallelism);

    private TimeSpan _pause = ShortestPause;

    /// <summary>Polls until it is told to stop, and then waits for what has begun.</summary>
    public Task RunAsync(CancellationToken stopping) => Loop.RunAsync(LookAsync, _inFlight.DrainAsync, time, logger, stopping);

    private async Task<TimeSpan> LookAsync(CancellationToken stopping) =>
        _pause = await TakeAsync(stopping) ? ShortestPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));

    /// <summary>Whether there was anything to take.</summary>
    private async Task<bool> TakeAsync(CancellationToken stopping)
    {
        var room = Math.Min(_inFlight.Free, MostMessagesOfOneCall);
        if (room == 0)
        {
            return true;
        }

        QueueMessage[] messages;
        try
        {
            messages = (await queue.ReceiveMessagesAsync(room, Hidden, stopping)).Value;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }

        foreach (var message in messages)
        {
            await _inFlight.BeginAsync(message.MessageId, () => WorkAsync(message, stopping), CancellationToken.None);
        }

        return messages.Length > 0;
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken stopping)
    {
        await using var lease = new MessageLease(queue, message, Hidden, time);
        try
        {
            await invoke(function, new QueueInput(message, DataOf(message)));
            await lease.DeleteAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await lease.ReleaseAsync(TimeSpan.Zero);
        }
        catch (Exception failure)
        {
            Failed(failure, function.Name, message.MessageId, message.DequeueCount);
            await FailAsync(message, lease);
        }
    }

    private async Task FailAsync(QueueMessage message, MessageLease lease)
    {
        if (message.DequeueCount < settings.QueueTries)
        {
            await lease.ReleaseAsync(settings.QueueRetryDelay);
            return;
        }

        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body);
        await lease.DeleteAsync();
        Poisoned(function.Name, message.MessageId, poison.Name);
    }

    private static Dictionary<string, object?> DataOf(QueueMessage message) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = message.Body.ToString(),
        ["Id"] = message.MessageId,
        ["DequeueCount"] = message.DequeueCount,
        ["InsertionTime"] = message.InsertedOn,
        ["ExpirationTime"] = message.ExpiresOn,
        ["PopReceipt"] = message.PopReceipt,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} failed on message {Message}, try {Attempt}")]
    private partial void Failed(Exception failure, string function, string message, long attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} gave up on message {Message}; see queue {Queue}")]
    private partial void Poisoned(string function, string message, string queue);
}
