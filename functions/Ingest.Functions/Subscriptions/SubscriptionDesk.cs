using System.Text.Json;
using Azure.Storage.Queues;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Subscriptions;

/// <summary>A letter is to be written to a subscriber; which one is decided by where they stand when it is written.</summary>
/// <param name="SubscriberId">To whom.</param>
public sealed record LetterMessage(string SubscriberId);

/// <summary>What people ask for through forms and links.</summary>
public sealed class SubscriptionDesk(SubscribersTable subscribers, SubscriptionKeys keys, QueueServiceClient queues, TimeProvider clock)
{
    private readonly QueueClient _letters = queues.GetQueueClient(StorageNames.LettersQueue);

    /// <summary>
    /// Somebody typed an address into the form. Whoever it is, known or not, the same calls are made: one read, one write,
    /// one message, and the answer is the same page, so that nobody learns who is subscribed.
    /// </summary>
    public async Task AskAsync(ReaderAddress address, Choice choice, CancellationToken cancellationToken)
    {
        var id = keys.IdOf(address);
        var now = clock.GetUtcNow();
        var mayWrite = false;
        await subscribers.ChangeAsync(
            id,
            known =>
            {
                var written = LifeCycle.Write(LifeCycle.Ask(known, id, address, choice, now), now);
                mayWrite = written is not null;
                return written;
            },
            cancellationToken);
        if (mayWrite)
        {
            await _letters.SendMessageAsync(JsonSerializer.Serialize(new LetterMessage(id)), cancellationToken);
        }
    }

    /// <summary>The owner of a token does something.</summary>
    /// <param name="token">From the link or form.</param>
    /// <param name="purpose">What the token must be good for.</param>
    /// <param name="change">What to do, from the subscriber and the time.</param>
    /// <param name="cancellationToken">Cancels between storage calls.</param>
    /// <returns>The subscriber as stored now, or null where the token is not good or the subscriber was erased.</returns>
    public async Task<Subscriber?> ActAsync(string? token, TokenPurpose purpose, Func<Subscriber, DateTimeOffset, Subscriber> change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return keys.Read(token, purpose, now) is { } id
            ? await subscribers.ChangeAsync(id, known => known is null ? null : change(known, now), cancellationToken)
            : null;
    }

    /// <summary>Whether a token is good, without touching anything.</summary>
    public bool IsGood(string? token, TokenPurpose purpose) => keys.Read(token, purpose, clock.GetUtcNow()) is not null;

    /// <summary>The subscriber of a token, or null.</summary>
    public async Task<Subscriber?> FindAsync(string? token, TokenPurpose purpose, CancellationToken cancellationToken) =>
        keys.Read(token, purpose, clock.GetUtcNow()) is { } id ? await subscribers.FindAsync(id, cancellationToken) : null;
}
