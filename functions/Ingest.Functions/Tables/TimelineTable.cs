using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Core.Outcomes;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tables;

/// <summary>
/// Measures by when they were first seen and by place, reports by when they were settled and by office: a partition a month,
/// so that all that one report changes is one transaction, however many places it speaks of.
/// </summary>
public sealed class TimelineTable(TableServiceClient tables, TimeProvider clock)
{
    private const int MonthsBack = 24;
    private readonly TableClient _table = tables.GetTableClient(StorageNames.TimelineTable);

    /// <summary>Applies changes, a transaction a month; doing it twice leaves what doing it once does.</summary>
    internal Task ChangeAsync(IEnumerable<TableTransactionAction> changes, CancellationToken cancellationToken) => _table.SubmitAsync(changes, cancellationToken);

    /// <summary>Shows a measure by time and by place.</summary>
    internal static IEnumerable<TableTransactionAction> Put(StoredMeasure stored)
    {
        var month = TableKeys.Month(stored.FirstSeen);
        yield return Upsert(StoredMeasureRow.Write(month, TableKeys.Seen(stored.FirstSeen, stored.Measure.Id.Value), stored));
        yield return Upsert(StoredMeasureRow.Write(month, TableKeys.Place(stored.Measure), stored));
    }

    /// <summary>Takes a measure away.</summary>
    internal static IEnumerable<TableTransactionAction> Take(Claim claim)
    {
        var month = TableKeys.Month(claim.FirstSeen);
        yield return Delete(month, TableKeys.Seen(claim.FirstSeen, claim.Measure.Value));
        yield return Delete(month, claim.PlaceKey);
    }

    /// <summary>Shows a report among the recent ones and those of its office.</summary>
    internal static IEnumerable<TableTransactionAction> Put(ReportOutcome outcome)
    {
        var month = TableKeys.Month(outcome.Settled);
        yield return Upsert(ReportOutcomeRow.Write(month, TableKeys.Recent(outcome.Settled, outcome.Id), outcome, whole: false));
        yield return Upsert(ReportOutcomeRow.Write(month, TableKeys.Office(outcome.Office, outcome.Settled, outcome.Id), outcome, whole: false));
    }

    /// <summary>Takes a report away from where it was shown.</summary>
    internal static IEnumerable<TableTransactionAction> Take(ReportOutcome outcome)
    {
        var month = TableKeys.Month(outcome.Settled);
        yield return Delete(month, TableKeys.Recent(outcome.Settled, outcome.Id));
        yield return Delete(month, TableKeys.Office(outcome.Office, outcome.Settled, outcome.Id));
    }

    /// <summary>Reports settled in the last two years, the latest first.</summary>
    /// <param name="office">Only those of an office, or null for all.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async IAsyncEnumerable<ReportOutcome> RecentAsync(string? office, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        const int PageSize = 100;
        var prefix = office is null ? TableKeys.RecentPrefix : TableKeys.OfficePrefix(office);
        for (var back = 0; back < MonthsBack; back++)
        {
            var month = TableKeys.Month(clock.GetUtcNow().AddMonths(-back));
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey ge {prefix} and RowKey lt {TableKeys.After(prefix)}");
            await foreach (var row in _table.QueryAsync<TableEntity>(filter, PageSize, cancellationToken: cancellationToken))
            {
                yield return ReportOutcomeRow.Read(row);
            }
        }
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableTransactionAction Delete(string partition, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All);
}
