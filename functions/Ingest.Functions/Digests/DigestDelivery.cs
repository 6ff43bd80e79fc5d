using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Mail;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Digests;

/// <summary>
/// The second half of a digest run: the readers of a batch are looked up, it is claimed, handed to the provider, settled.
/// What is written before and after the provider is asked tells a later try whether it may ask again: only where it surely
/// was not asked, or surely refused.
/// </summary>
public sealed partial class DigestDelivery(
    LedgerTable ledger, SubscribersTable subscribers, DigestStore store, DigestQueues queues, SignedLinks links, IMailSender sender,
    IOptions<MailOptions> mail, TimeProvider clock, IngestTelemetry telemetry, ILogger<DigestDelivery> logger)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    // Hours of "try later" after which a digest is no news any more.
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>
    /// Sends batches, or does what is left to do of them. All are handed over at once, right after it was looked up whom they
    /// still go to; if one fails the others are done to the end, and the next try finds them so.
    /// </summary>
    public async Task SendAsync(SendMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var span = IngestTelemetry.Start("digest.send");
        var open = (await Task.WhenAll(message.Batches.Select(batch => OpenAsync(message, batch, cancellationToken)))).OfType<OpenBatch>().ToList();
        var addresses = await subscribers.AddressesAsync(open.ConvertAll(batch => batch.Asked), cancellationToken);
        await Task.WhenAll(open.Select(batch => HandOverAsync(batch, addresses, cancellationToken)));
    }

    // The batch if it is to be handed over; otherwise what is left to do of it is done here.
    private async Task<OpenBatch?> OpenAsync(SendMessage message, BatchToSend asked, CancellationToken cancellationToken)
    {
        var batch = await ledger.BatchAsync(message.Window, asked.Number, cancellationToken);
        var again = message with { Batches = [new(asked.Number, null)] };
        switch (batch.State)
        {
            case BatchState.Done:
                return null;
            case BatchState.Taken:
                await FinishAsync(batch, Sending(await ledger.DeliveriesAsync(message.Window, asked.Number, cancellationToken)), DeliveryState.Sent, null, cancellationToken);
                return null;
            case BatchState.Handed:
                await LookForTraceAsync(again, batch, cancellationToken);
                return null;
        }

        // Nobody has touched the rows of a batch that was not claimed before.
        var rows = batch.State == BatchState.Planned && asked.Readers is { } planned
            ? LedgerTable.PlannedDeliveries(message.Window, asked.Number, planned)
            : await ledger.DeliveriesAsync(message.Window, asked.Number, cancellationToken);
        var open = rows.FindAll(d => LedgerTable.StateOf(d) is DeliveryState.Planned or DeliveryState.Sending);
        if (clock.GetUtcNow() <= batch.PlannedAt + GiveUpAfter)
        {
            return new(again, batch, open);
        }

        await FinishAsync(batch, open, DeliveryState.Failed, "the provider took no mail for a day", cancellationToken);
        return null;
    }

    private async Task HandOverAsync(OpenBatch open, Dictionary<string, ReaderAddress> addresses, CancellationToken cancellationToken)
    {
        var (again, batch, rows) = open;
        var going = rows.FindAll(d => addresses.ContainsKey(d.RowKey));
        var gone = rows.FindAll(d => !addresses.ContainsKey(d.RowKey));
        var rendering = going.Count == 0 ? null : await store.ReadRenderingAsync(again.Window, batch.Rendering, cancellationToken);
        var moves = gone.Select(d => new DeliveryMove(d, DeliveryState.Suppressed, "not subscribed when it was to be sent"))
            .Concat(going.Where(d => LedgerTable.StateOf(d) == DeliveryState.Planned).Select(d => new DeliveryMove(d, DeliveryState.Sending)));

        // Whoever is the first to write has claimed the batch.
        if (await ledger.TryMoveAsync(batch, moves, BatchState.Claimed, rendering is null ? BatchState.Done : BatchState.Handed, cancellationToken) is not { } handed)
        {
            return;
        }

        telemetry.Sent(sender.Name, "suppressed", gone.Count);
        if (rendering is not null)
        {
            var outcome = await sender.SendAsync(Mail(again.Window, batch, rendering, going.ConvertAll(d => links.Recipient(d.RowKey, addresses[d.RowKey]))), cancellationToken);
            await NoteAsync(again, handed, going, outcome, cancellationToken);
        }
    }

    private async Task NoteAsync(SendMessage again, LedgerBatch handed, List<TableEntity> going, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome.Kind)
        {
            case SendKind.Taken:
                await FinishAsync(handed, going, DeliveryState.Sent, null, cancellationToken);
                break;
            case SendKind.TryLater:
                LogLater(again.Window, handed.Number, outcome.Reason, outcome.After);
                await ledger.TryMoveAsync(handed, [], BatchState.Handed, BatchState.Claimed, cancellationToken);
                await queues.SendAsync(again, outcome.After, cancellationToken);
                break;
            case SendKind.Refused when outcome.Faulty.Count > 0 && outcome.Faulty.All(i => i < going.Count):
                LogFaulty(again.Window, handed.Number, outcome.Faulty.Count, outcome.Reason);
                await ledger.TryMoveAsync(handed, outcome.Faulty.Select(i => new DeliveryMove(going[i], DeliveryState.Failed, outcome.Reason)), BatchState.Handed, BatchState.Claimed, cancellationToken);
                await queues.SendAsync(again, TimeSpan.Zero, cancellationToken);
                break;
            case SendKind.Refused:
                LogRefused(again.Window, handed.Number, going.Count, outcome.Reason);
                await FinishAsync(handed, going, DeliveryState.Failed, outcome.Reason, cancellationToken);
                break;
            default:
                LogUnknown(again.Window, handed.Number, outcome.Reason);
                await queues.SendAsync(again, LookAgain, cancellationToken);
                break;
        }
    }

    // A request is taken or refused as a whole: an event on one mail of it tells that all were taken.
    private async Task LookForTraceAsync(SendMessage again, LedgerBatch batch, CancellationToken cancellationToken)
    {
        var deliveries = await ledger.DeliveriesAsync(again.Window, batch.Number, cancellationToken);
        if (deliveries.Exists(d => d.ContainsKey("Event")))
        {
            await FinishAsync(batch, Sending(deliveries), DeliveryState.Sent, null, cancellationToken);
        }
        else if (clock.GetUtcNow() >= batch.HandedAt + mail.Value.UnknownAfter)
        {
            LogGivenUp(again.Window, batch.Number, deliveries.Count);
            await FinishAsync(batch, Sending(deliveries), DeliveryState.Unknown, "the provider's answer was lost; not sent again", cancellationToken);
        }
        else
        {
            await queues.SendAsync(again, LookAgain, cancellationToken);
        }
    }

    private async Task FinishAsync(LedgerBatch batch, List<TableEntity> deliveries, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        // The first rows that say "sent" take the note along that the provider took all.
        var meanwhile = state == DeliveryState.Sent ? BatchState.Taken : batch.State == BatchState.Planned ? BatchState.Claimed : batch.State;
        if (await ledger.TryMoveAsync(batch, deliveries.Select(d => new DeliveryMove(d, state, reason)), meanwhile, BatchState.Done, cancellationToken) is null)
        {
            throw new InvalidOperationException($"The rows of batch {batch.Row.PartitionKey} changed while they were settled; the next try settles them.");
        }

        telemetry.Sent(sender.Name, state.ToString().ToLowerInvariant(), deliveries.Count);
    }

    private static List<TableEntity> Sending(List<TableEntity> deliveries) => deliveries.FindAll(d => LedgerTable.StateOf(d) == DeliveryState.Sending);

    private MailBatch Mail(string window, LedgerBatch batch, RenderedDigest rendering, List<MailRecipient> recipients) => new(window, batch.Number, rendering, recipients)
    {
        Category = DigestWindow.TryParse(window, out var parsed) ? DigestComposition.Name(parsed.Cadence) : "digest",
        Domain = mail.Value.Domain,
    };

    private sealed record OpenBatch(SendMessage Again, LedgerBatch Batch, List<TableEntity> Rows)
    {
        public (string Choice, IReadOnlyList<string> Ids) Asked => (Batch.Choice, Rows.ConvertAll(d => d.RowKey));
    }

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
