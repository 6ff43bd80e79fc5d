using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Functions.Mail;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Digests;

/// <summary>
/// The second half of a digest run: a batch is claimed, its readers looked up, handed to the provider, settled. What is
/// written before and after the provider is asked tells a later try whether it may ask again: only where it surely was not
/// asked, or surely refused.
/// </summary>
public sealed partial class DigestDelivery(
    LedgerTable ledger, SubscribersTable subscribers, DigestStore store, DigestQueues queues, SignedLinks links, IMailSender sender,
    IOptions<MailOptions> mail, TimeProvider clock, IngestTelemetry telemetry, ILogger<DigestDelivery> logger)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    // Hours of "try later" after which a digest is no news any more.
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>Sends a batch, or does what is left to do of it.</summary>
    public async Task SendAsync(SendMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var span = IngestTelemetry.Start("digest.send");
        var batch = await ledger.BatchAsync(message.Window, message.Batch, cancellationToken);
        var next = batch.State switch
        {
            BatchState.Done => Task.CompletedTask,
            BatchState.Taken => SettleAsync(message, batch, DeliveryState.Sent, null, cancellationToken),
            BatchState.Handed => LookForTraceAsync(message, batch, cancellationToken),
            _ => PrepareAsync(message, batch, cancellationToken),
        };
        await next;
    }

    private async Task PrepareAsync(SendMessage message, LedgerBatch batch, CancellationToken cancellationToken)
    {
        var claimed = await ledger.TryMoveAsync(batch, BatchState.Claimed, cancellationToken);
        if (claimed is null)
        {
            return;
        }

        // Nobody has touched the rows of a batch that was not claimed before.
        var rows = batch.State == BatchState.Planned && message.Readers is { } planned
            ? LedgerTable.PlannedDeliveries(message.Window, message.Batch, planned)
            : await ledger.DeliveriesAsync(message.Window, message.Batch, cancellationToken);
        var open = rows
            .Where(d => LedgerTable.StateOf(d) is DeliveryState.Planned or DeliveryState.Sending).ToList();
        if (clock.GetUtcNow() > claimed.PlannedAt + GiveUpAfter)
        {
            await FinishAsync(claimed, open, DeliveryState.Failed, "the provider took no mail for a day", cancellationToken);
            return;
        }

        var (recipients, gone) = await LookUpAsync(claimed, open, cancellationToken);
        var going = open.Except(gone).ToList();
        if (!await ledger.TryMoveAsync(claimed, gone, DeliveryState.Suppressed, "not subscribed when it was to be sent", cancellationToken)
            || !await ledger.TryMoveAsync(claimed, going.Where(d => LedgerTable.StateOf(d) == DeliveryState.Planned), DeliveryState.Sending, null, cancellationToken))
        {
            return;
        }

        telemetry.Sent(sender.Name, "suppressed", gone.Count);
        if (recipients.Count == 0)
        {
            await ledger.TryMoveAsync(claimed, BatchState.Done, cancellationToken);
            return;
        }

        await HandOverAsync(message, claimed, going, recipients, cancellationToken);
    }

    private async Task HandOverAsync(SendMessage message, LedgerBatch claimed, List<TableEntity> going, List<MailRecipient> recipients, CancellationToken cancellationToken)
    {
        var rendering = await store.ReadRenderingAsync(message.Window, claimed.Rendering, cancellationToken);
        var handed = await ledger.TryMoveAsync(claimed, BatchState.Handed, cancellationToken);
        if (handed is null)
        {
            return;
        }

        var outcome = await sender.SendAsync(Batch(message, rendering, recipients), cancellationToken);
        switch (outcome.Kind)
        {
            case SendKind.Taken:
                if (await ledger.TryMoveAsync(handed, BatchState.Taken, cancellationToken) is { } taken)
                {
                    await FinishAsync(taken, going, DeliveryState.Sent, null, cancellationToken);
                }

                break;
            case SendKind.TryLater:
                LogLater(message.Window, message.Batch, outcome.Reason, outcome.After);
                await ledger.TryMoveAsync(handed, BatchState.Claimed, cancellationToken);
                await queues.SendAsync(message, outcome.After, cancellationToken);
                break;
            case SendKind.Refused when outcome.Faulty.Count > 0 && outcome.Faulty.All(i => i < going.Count):
                LogFaulty(message.Window, message.Batch, outcome.Faulty.Count, outcome.Reason);
                await ledger.TryMoveAsync(handed, outcome.Faulty.Select(i => going[i]), DeliveryState.Failed, outcome.Reason, cancellationToken);
                await ledger.TryMoveAsync(handed, BatchState.Claimed, cancellationToken);
                await queues.SendAsync(message, TimeSpan.Zero, cancellationToken);
                break;
            case SendKind.Refused:
                LogRefused(message.Window, message.Batch, going.Count, outcome.Reason);
                await FinishAsync(handed, going, DeliveryState.Failed, outcome.Reason, cancellationToken);
                break;
            default:
                LogUnknown(message.Window, message.Batch, outcome.Reason);
                await queues.SendAsync(message, LookAgain, cancellationToken);
                break;
        }
    }

    // A request is taken or refused as a whole: an event on one mail of it tells that all were taken.
    private async Task LookForTraceAsync(SendMessage message, LedgerBatch batch, CancellationToken cancellationToken)
    {
        var deliveries = await ledger.DeliveriesAsync(message.Window, message.Batch, cancellationToken);
        if (deliveries.Exists(d => d.ContainsKey("Event")))
        {
            await SettleAsync(message, batch, DeliveryState.Sent, null, cancellationToken);
        }
        else if (clock.GetUtcNow() >= batch.HandedAt + mail.Value.UnknownAfter)
        {
            LogGivenUp(message.Window, message.Batch, deliveries.Count);
            await SettleAsync(message, batch, DeliveryState.Unknown, "the provider's answer was lost; not sent again", cancellationToken);
        }
        else
        {
            await queues.SendAsync(message, LookAgain, cancellationToken);
        }
    }

    private async Task SettleAsync(SendMessage message, LedgerBatch batch, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        var sending = (await ledger.DeliveriesAsync(message.Window, message.Batch, cancellationToken)).Where(d => LedgerTable.StateOf(d) == DeliveryState.Sending);
        await FinishAsync(batch, [.. sending], state, reason, cancellationToken);
    }

    private async Task FinishAsync(LedgerBatch batch, List<TableEntity> deliveries, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        if (!await ledger.TryMoveAsync(batch, deliveries, state, reason, cancellationToken))
        {
            throw new InvalidOperationException($"The rows of batch {batch.Row.PartitionKey} changed while they were settled; the next try settles them.");
        }

        await ledger.TryMoveAsync(batch, BatchState.Done, cancellationToken);
        telemetry.Sent(sender.Name, state.ToString().ToLowerInvariant(), deliveries.Count);
    }

    private async Task<(List<MailRecipient> Recipients, List<TableEntity> Gone)> LookUpAsync(LedgerBatch batch, List<TableEntity> open, CancellationToken cancellationToken)
    {
        var addresses = await subscribers.AddressesAsync(batch.Choice, open.ConvertAll(d => d.RowKey), cancellationToken);
        return (
            [.. open.Where(d => addresses.ContainsKey(d.RowKey)).Select(d => links.Recipient(d.RowKey, addresses[d.RowKey]))],
            open.FindAll(d => !addresses.ContainsKey(d.RowKey)));
    }

    private MailBatch Batch(SendMessage message, RenderedDigest rendering, List<MailRecipient> recipients) => new(message.Window, message.Batch, rendering, recipients)
    {
        Category = DigestWindow.TryParse(message.Window, out var window) ? DigestComposition.Name(window.Cadence) : "digest",
        Domain = mail.Value.Domain,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digest {Window}, batch {Batch}: {Reason}; trying again in {After}.")]
    private partial void LogLater(string window, string batch, string reason, TimeSpan after);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digest {Window}, batch {Batch}: {Count} addresses were refused ({Reason}); sending to the others.")]
    private partial void LogFaulty(string window, string batch, int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Digest {Window}, batch {Batch}: refused for {Count} readers: {Reason}. It is not sent again; see the provider's account.")]
    private partial void LogRefused(string window, string batch, int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Digest {Window}, batch {Batch}: {Reason}; waiting for the provider's events.")]
    private partial void LogUnknown(string window, string batch, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Digest {Window}, batch {Batch}: no trace of {Count} mails; they count as unknown and are not sent again.")]
    private partial void LogGivenUp(string window, string batch, int count);
}
