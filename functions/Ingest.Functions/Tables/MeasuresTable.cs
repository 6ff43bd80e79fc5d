using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tables;

/// <summary>Answers what digests, feeds and the dashboard ask about measures; each answer is a range of keys, never a scan.</summary>
public sealed class MeasuresTable(TableServiceClient tables, TimeProvider clock)
{
    private readonly TableClient _timeline = tables.GetTableClient(StorageNames.TimelineTable);

    /// <summary>The measures first seen in a window, the earliest first.</summary>
    /// <param name="from">Start of the window, included.</param>
    /// <param name="to">End of the window, not included.</param>
    /// <param name="cancellationToken">Stops between pages of 1,000.</param>
    public async IAsyncEnumerable<StoredMeasure> FirstSeenAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var month in Months(from, to))
        {
            await foreach (var row in RowsAsync(month, TableKeys.Seen(from), TableKeys.Seen(to), cancellationToken))
            {
                yield return StoredMeasureRow.Read(row);
            }
        }
    }

    /// <summary>The measures of a place and all below it that were first seen in the given months, by code and day of the act.</summary>
    /// <param name="codePrefix">Two digits of a province, four of a city, six of a county; empty for everywhere.</param>
    /// <param name="from">A moment of the first month (UTC).</param>
    /// <param name="to">A moment just after the last month (UTC).</param>
    /// <param name="cancellationToken">Stops between pages of 1,000.</param>
    public async IAsyncEnumerable<StoredMeasure> AtPlaceAsync(
        string codePrefix, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prefix = TableKeys.PlacePrefix(codePrefix);
        foreach (var month in Months(from, to))
        {
            await foreach (var row in RowsAsync(month, prefix, TableKeys.After(prefix), cancellationToken))
            {
                yield return StoredMeasureRow.Read(row);
            }
        }
    }

    private Azure.AsyncPageable<TableEntity> RowsAsync(string partition, string from, string to, CancellationToken cancellationToken) =>
        _timeline.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: cancellationToken);

    /// <summary>One partition a month; none lies in the future.</summary>
    private IEnumerable<string> Months(DateTimeOffset from, DateTimeOffset to)
    {
        var end = to < clock.GetUtcNow() ? to : clock.GetUtcNow().AddTicks(1);
        for (var month = new DateTimeOffset(from.UtcDateTime.Year, from.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero); month < end; month = month.AddMonths(1))
        {
            yield return TableKeys.Month(month);
        }
    }
}
