using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Ingest.Local.Hosting;

/// <summary>Keeps a message hidden while it is worked on, and ends that in one of two ways: deleted, or visible again.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient _queue;
    private readonly string _id;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;
    private string _receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan hidden, TimeProvider time)
    {
        (_queue, _id, _receipt) = (queue, message.MessageId, message.PopReceipt);
        _renewing = RenewAsync(hidden, time);
    }

    public async Task DeleteAsync()
    {
        await EndAsync();
        await _queue.DeleteMessageAsync(_id, _receipt);
    }

    /// <summary>Lets the message be taken again after a while.</summary>
    public async Task ReleaseAsync(TimeSpan after)
    {
        await EndAsync();
        await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: after);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _ended.Dispose();
    }

    private async Task EndAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync(TimeSpan hidden, TimeProvider time)
    {
        try
        {
            while (true)
            {
                await Task.Delay(hidden / 2, time, _ended.Token);
                _receipt = (await _queue.UpdateMessageAsync(_id, _receipt, visibilityTimeout: hidden, cancellationToken: CancellationToken.None)).Value.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }
}
