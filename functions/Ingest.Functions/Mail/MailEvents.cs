using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Functions.Digests;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;
using Ingest.Functions.Telemetry;

namespace Ingest.Functions.Mail;

/// <summary>Acts on the provider's reports, on each once: notes it in the ledger, and stops writing to whoever it says.</summary>
public sealed class MailEvents(TableServiceClient tables, LedgerTable ledger, SubscribersTable subscribers, IngestTelemetry telemetry)
{
    private readonly TableClient _seen = tables.GetTableClient(StorageNames.MailEventsTable);

    /// <summary>Handles events; repeating the call after a crash handles what was left.</summary>
    /// <returns>How many were new and ours.</returns>
    public async Task<int> HandleAsync(IReadOnlyList<MailEvent> events, CancellationToken cancellationToken)
    {
        var handled = 0;

        // One reader's events in their order, readers side by side.
        var byReader = events.Where(e => e.IsOurs).OrderBy(e => e.Timestamp).GroupBy(e => e.Subscriber!);
        await Parallel.ForEachAsync(byReader, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (reader, token) =>
        {
            foreach (var mailEvent in reader)
            {
                if (await HandleAsync(mailEvent, token))
                {
                    Interlocked.Increment(ref handled);
                }
            }
        });
        return handled;
    }

    private async Task<bool> HandleAsync(MailEvent mailEvent, CancellationToken cancellationToken)
    {
        var row = new TableEntity(mailEvent.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TableKeys.Escape(mailEvent.Id));
        if ((await _seen.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["RowKey"], cancellationToken)).HasValue)
        {
            return false;
        }

        if (DigestWindow.TryParse(mailEvent.Digest, out _) && mailEvent.Batch!.All(char.IsAsciiDigit))
        {
            await ledger.NoteAsync(mailEvent.Digest!, mailEvent.Batch!, mailEvent.Subscriber!, mailEvent.Kind, mailEvent.At, cancellationToken);
        }

        await subscribers.ChangeAsync(mailEvent.Subscriber!, known => known is null ? null : mailEvent.Apply(known), cancellationToken);
        try
        {
            await _seen.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status == 409)
        {
            return false;
        }

        telemetry.MailEvent(mailEvent.Kind);
        return true;
    }
}
