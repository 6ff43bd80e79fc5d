using Azure;
using Azure.Data.Tables;
using Ingest.Core.Extraction;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tables;

/// <summary>A partition a report: its outcome and its measures, read in one query and written in one transaction.</summary>
public sealed class ReportsTable(TableServiceClient tables)
{
    private const string First = "First";
    private const string Pending = "Pending";
    private readonly TableClient _table = tables.GetTableClient(StorageNames.ReportsTable);

    /// <summary>The outcome of a report without its measures, or null where it is unknown.</summary>
    public async Task<ReportOutcome?> FindAsync(ReportId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, TableKeys.Outcome, cancellationToken: cancellationToken);
        return row.HasValue ? ReportOutcomeRow.Read(row.Value!) : null;
    }

    /// <summary>Every report there is, without warnings. Reads the whole table: for the nightly run only.</summary>
    public IAsyncEnumerable<ReportOutcome> AllAsync(CancellationToken cancellationToken) => _table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {TableKeys.Outcome}"),
            select: ["PartitionKey", "RowKey", "Path", "Entry", "Status", "Fingerprint", "Settled", "Settling"],
            cancellationToken: cancellationToken)
        .Select(ReportOutcomeRow.Read);

    /// <summary>Everything about a report.</summary>
    public async Task<ReportState> GetAsync(ReportId id, CancellationToken cancellationToken)
    {
        TableEntity? outcome = null;
        var measures = new Dictionary<string, ReportedMeasure>(StringComparer.Ordinal);
        var pending = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}"), cancellationToken: cancellationToken))
        {
            if (row.RowKey == TableKeys.Outcome)
            {
                outcome = row;
            }
            else if (row.GetBoolean(Pending) == true)
            {
                pending.Add(MeasureOf(row));
            }
            else
            {
                measures.Add(MeasureOf(row), Read(row));
            }
        }

        return new ReportState(id, outcome is null ? null : ReportOutcomeRow.Read(outcome), outcome?.ETag, measures, pending);
    }

    /// <summary>One measure as a report tells it, or null.</summary>
    public async Task<ReportedMeasure?> FindMeasureAsync(ReportId report, MeasureId measure, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(report.Value, TableKeys.Measure(measure.Value), cancellationToken: cancellationToken);
        return row.HasValue && row.Value!.GetBoolean(Pending) != true ? Read(row.Value) : null;
    }

    /// <summary>When the measures of a report were first seen, by id.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> FirstSeenAsync(ReportId report, CancellationToken cancellationToken)
    {
        var prefix = TableKeys.Measure("");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {report.Value} and RowKey ge {prefix} and RowKey lt {TableKeys.After(prefix)}");
        var days = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey", "FirstSeen", Pending], cancellationToken: cancellationToken))
        {
            if (row.GetBoolean(Pending) != true && row.GetDateTimeOffset("FirstSeen") is { } firstSeen)
            {
                days.Add(MeasureOf(row), firstSeen);
            }
        }

        return days;
    }

    /// <summary>
    /// Writes down what a run is about to announce, before it does: if it stops half-way, the next run knows what to finish or
    /// take back. Fails where another run began since <paramref name="before"/> was read.
    /// </summary>
    /// <param name="before">What storage held.</param>
    /// <param name="begun">The outcome so far: it keeps the fingerprint of the last settled run.</param>
    /// <param name="announced">Ids of measures that were not in <paramref name="before"/>.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <returns>The new version of the outcome's row.</returns>
    /// <exception cref="RequestFailedException">409 or 412: another run was faster; try again.</exception>
    public async Task<ETag> BeginAsync(ReportState before, ReportOutcome begun, IEnumerable<string> announced, CancellationToken cancellationToken)
    {
        var pending = announced.Select(id => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, new TableEntity(before.Id.Value, TableKeys.Measure(id)) { [Pending] = true }));
        var version = await _table.SubmitAsync([.. pending, OutcomeAction(begun, before.Version)], cancellationToken);
        return version.GetValueOrDefault();
    }

    /// <summary>Settles a report: its measures are these and no others, and its outcome is this.</summary>
    /// <exception cref="RequestFailedException">412: another run was faster; try again.</exception>
    public Task CommitAsync(ReportState before, ETag version, ReportOutcome outcome, IReadOnlyList<ReportedMeasure> measures, CancellationToken cancellationToken)
    {
        var now = measures.Select(m => m.Stored.Measure.Id.Value).ToHashSet(StringComparer.Ordinal);
        return _table.SubmitAsync(
            [
                .. measures.Where(m => !before.Measures.TryGetValue(m.Stored.Measure.Id.Value, out var old) || !SameRow(old, m)).Select(m => Upsert(before.Id, m)),
                .. before.Measures.Keys.Concat(before.Pending).Where(id => !now.Contains(id)).Select(id => Delete(before.Id, TableKeys.Measure(id), ETag.All)),
                OutcomeAction(outcome, version),
            ],
            cancellationToken);
    }

    /// <summary>Removes a report and its measures, the outcome last.</summary>
    /// <exception cref="RequestFailedException">412: another run was faster; try again.</exception>
    public Task RemoveAsync(ReportState state, CancellationToken cancellationToken) => _table.SubmitAsync(
        [
            .. state.Measures.Keys.Concat(state.Pending).Select(id => Delete(state.Id, TableKeys.Measure(id), ETag.All)),
            Delete(state.Id, TableKeys.Outcome, state.Version ?? ETag.All),
        ],
        cancellationToken);

    /// <summary>Lets a report stand for a measure from now on.</summary>
    public async Task PromoteAsync(ReportId report, MeasureId measure, CancellationToken cancellationToken) => await _table.UpdateEntityAsync(
        new TableEntity(report.Value, TableKeys.Measure(measure.Value)) { [First] = true }, ETag.All, TableUpdateMode.Merge, cancellationToken);

    /// <summary>Whether two rows would be the same, byte for byte.</summary>
    internal static bool SameRow(ReportedMeasure one, ReportedMeasure other) => one.First == other.First &&
        StoredMeasureRow.Write("", "", one.Stored).SequenceEqual(StoredMeasureRow.Write("", "", other.Stored));

    private static ReportedMeasure Read(TableEntity row) => new(StoredMeasureRow.Read(row), row.GetBoolean(First) == true);

    private static string MeasureOf(TableEntity row) => row.RowKey[TableKeys.Measure("").Length..];

    private static TableTransactionAction OutcomeAction(ReportOutcome outcome, ETag? version)
    {
        var row = ReportOutcomeRow.Write(outcome.Id.Value, TableKeys.Outcome, outcome, whole: true);
        return version is { } known
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, known)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    private static TableTransactionAction Upsert(ReportId report, ReportedMeasure measure)
    {
        var row = StoredMeasureRow.Write(report.Value, TableKeys.Measure(measure.Stored.Measure.Id.Value), measure.Stored);
        row[First] = measure.First;
        return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
    }

    private static TableTransactionAction Delete(ReportId report, string key, ETag version) =>
        new(TableTransactionActionType.Delete, new TableEntity(report.Value, key), version);
}
