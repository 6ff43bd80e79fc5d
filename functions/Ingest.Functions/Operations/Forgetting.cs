using System.Globalization;
using Azure.Data.Tables;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;

namespace Ingest.Functions.Operations;

/// <summary>Deletes rows that serve for a time only; infra/README.md lists what is kept how long.</summary>
public sealed class Forgetting(TableServiceClient tables, SubscribersTable subscribers, TimeProvider clock)
{
    /// <summary>A network's uses of the forms are counted for an hour.</summary>
    public static readonly TimeSpan FormUse = TimeSpan.FromDays(1);

    /// <summary>The provider repeats an event for a day at most; the rest is for whoever asks what became of a mail.</summary>
    public static readonly TimeSpan MailEvents = TimeSpan.FromDays(30);

    /// <summary>An address that was not confirmed may be anybody's. The link in the mail is good for two days.</summary>
    public static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    /// <summary>Deletes them; what a run that was stopped left, the next one deletes.</summary>
    /// <returns>How many rows of what.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new Dictionary<string, int>
        {
            [StorageNames.FormUseTable] = await DeleteAsync(StorageNames.FormUseTable, now - FormUse, cancellationToken),
            [StorageNames.MailEventsTable] = await DeleteAsync(StorageNames.MailEventsTable, now - MailEvents, cancellationToken),
            [StorageNames.SubscribersTable] = await subscribers.ForgetUnconfirmedAsync(now - Unconfirmed, cancellationToken),
        };
    }

    // Partitions of both tables begin with their day: the old ones are one range.
    private async Task<int> DeleteAsync(string name, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var table = tables.GetTableClient(name);
        var day = before.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var count = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey lt {day}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).AsPages())
        {
            await table.SubmitAsync(page.Values.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, Azure.ETag.All)), cancellationToken);
            count += page.Values.Count;
        }

        return count;
    }
}
