using Azure;
using Azure.Data.Tables;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Digests;

/// <summary>
/// The ledger: a row per digest and subscriber, and one per batch, a partition a batch. The batch's row is what somebody
/// claims, so that a digest is sent once. One more partition lists the windows that may have batches to do.
/// </summary>
public sealed class LedgerTable(TableServiceClient tables, TimeProvider clock)
{
    /// <summary>Key of a batch's own row; it sorts before every subscriber's id.</summary>
    public const string BatchKey = "!";

    private const int MostInTransaction = 100;
    private const string OpenPartition = "open";
    private readonly TableClient _table = tables.GetTableClient(StorageNames.DigestLedgerTable);

    /// <summary>Partition of a batch.</summary>
    public static string Partition(string window, string batch) => $"{window}~{batch}";

    /// <summary>Writes the rows of a batch; those that an earlier try wrote stay as they are.</summary>
    public async Task PlanAsync(string window, PlannedBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var partition = Partition(window, batch.Number);
        var first = new TableEntity(partition, BatchKey)
        {
            ["State"] = nameof(BatchState.Planned),
            ["Rendering"] = batch.Rendering,
            ["Choice"] = batch.Choice,
            ["Readers"] = batch.Subscribers.Count,
            ["PlannedAt"] = clock.GetUtcNow(),
        };
        var rows = batch.Subscribers.Select(id => new TableEntity(partition, id) { ["State"] = nameof(DeliveryState.Planned) });
        foreach (var chunk in rows.Prepend(first).Chunk(MostInTransaction))
        {
            try
            {
                await _table.SubmitTransactionAsync(chunk.Select(r => new TableTransactionAction(TableTransactionActionType.Add, r)), cancellationToken);
            }
            catch (RequestFailedException conflict) when (conflict.Status == 409)
            {
                // The plan never changes, so this transaction, the same then as now, went through before.
            }
        }
    }

    /// <summary>A batch's row.</summary>
    public async Task<LedgerBatch> BatchAsync(string window, string batch, CancellationToken cancellationToken) =>
        new((await _table.GetEntityAsync<TableEntity>(Partition(window, batch), BatchKey, cancellationToken: cancellationToken)).Value);

    /// <summary>Where a batch stands, or null where its rows were never written.</summary>
    public async Task<BatchState?> StateAsync(string window, string batch, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(window, batch), BatchKey, ["State"], cancellationToken);
        return row.HasValue ? Enum.Parse<BatchState>(row.Value!.GetString("State")) : null;
    }

    /// <summary>Notes that the batches of a window are about to be planned, for <see cref="OpenAsync(DateTimeOffset, CancellationToken)"/>.</summary>
    public Task OpenAsync(string window, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(new TableEntity(OpenPartition, window) { ["PlannedAt"] = clock.GetUtcNow() }, cancellationToken: cancellationToken);

    /// <summary>Windows that were planned before a moment and not closed; a few, however long the ledger is.</summary>
    public IAsyncEnumerable<string> OpenAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {OpenPartition} and PlannedAt lt {before}"), cancellationToken: cancellationToken).Select(row => row.RowKey);

    /// <summary>Notes that every batch of a window is done.</summary>
    public Task CloseAsync(string window, CancellationToken cancellationToken) => _table.DeleteEntityAsync(OpenPartition, window, ETag.All, cancellationToken);

    /// <summary>The rows of a batch that nobody has claimed yet, as they were planned: known without reading them.</summary>
    public static List<TableEntity> PlannedDeliveries(string window, string batch, IReadOnlyList<string> subscribers)
    {
        ArgumentNullException.ThrowIfNull(subscribers);
        return [.. subscribers.Select(id => new TableEntity(Partition(window, batch), id) { ["State"] = nameof(DeliveryState.Planned), ETag = ETag.All })];
    }

    /// <summary>The rows of a batch's readers.</summary>
    public async Task<List<TableEntity>> DeliveriesAsync(string window, string batch, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition(window, batch)} and RowKey gt {BatchKey}"), cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>
    /// Moves a batch on and readers' rows with it, a hundred rows a transaction. The batch's row stands in each of them, so
    /// that nobody who is late undoes what another settled: whoever finds it changed has lost the batch.
    /// </summary>
    /// <param name="batch">The batch as the caller knows it.</param>
    /// <param name="moves">What becomes of the readers' rows; none to move the batch only.</param>
    /// <param name="meanwhile">Where the batch stands until the last of the rows has moved.</param>
    /// <param name="then">Where it stands from the very transaction on that moves the last.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <returns>The batch as stored now, or null where somebody else changed it or one of the rows.</returns>
    public async Task<LedgerBatch?> TryMoveAsync(LedgerBatch batch, IEnumerable<DeliveryMove> moves, BatchState meanwhile, BatchState then, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var chunks = moves.Chunk(MostInTransaction - 1).DefaultIfEmpty([]).ToList();
        var moved = batch;
        for (var i = 0; i < chunks.Count && moved is not null; i++)
        {
            moved = await TryMoveAsync(moved, chunks[i], i < chunks.Count - 1 ? meanwhile : then, cancellationToken);
        }

        return moved;
    }

    private async Task<LedgerBatch?> TryMoveAsync(LedgerBatch batch, DeliveryMove[] moves, BatchState state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new TableEntity(batch.Row.PartitionKey, BatchKey) { ["State"] = state.ToString(), ["Mark"] = Guid.NewGuid().ToString("N") };
        if (state == BatchState.Handed && batch.State != BatchState.Handed)
        {
            row["HandedAt"] = now;
        }

        var changes = moves.Select(move => Merge(
            new(move.Row.PartitionKey, move.Row.RowKey) { ["State"] = move.To.ToString(), ["Reason"] = move.Reason, [$"{move.To}At"] = now }, move.Row.ETag));
        if (await TryWriteAsync([.. changes, Merge(row, batch.Row.ETag)], row, cancellationToken) is not { } version)
        {
            return null;
        }

        foreach (var move in moves)
        {
            // From here on the batch's version guards the row's: an event that is noted on it meanwhile is no conflict.
            move.Row["State"] = move.To.ToString();
            move.Row.ETag = ETag.All;
        }

        var stored = new TableEntity(batch.Row) { ETag = version };
        foreach (var column in row.Keys.Where(column => column is "State" or "Mark" or "HandedAt"))
        {
            stored[column] = row[column];
        }

        return new(stored);
    }

    private async Task<ETag?> TryWriteAsync(List<TableTransactionAction> changes, TableEntity batch, CancellationToken cancellationToken)
    {
        try
        {
            return (await _table.SubmitTransactionAsync(changes, cancellationToken)).Value[^1].Headers.ETag;
        }
        catch (RequestFailedException conflict) when (conflict.Status == 412)
        {
            // The client repeats a transaction whose answer was lost, and is refused what it has written itself: the mark tells.
            var stored = (await _table.GetEntityAsync<TableEntity>(batch.PartitionKey, BatchKey, cancellationToken: cancellationToken)).Value;
            return stored.GetString("Mark") == batch.GetString("Mark") ? stored.ETag : null;
        }
    }

    private static TableTransactionAction Merge(TableEntity row, ETag version) => new(TableTransactionActionType.UpdateMerge, row, version);

    /// <summary>Notes an event of the provider, which proves that it took the mail.</summary>
    public async Task NoteAsync(string window, string batch, string subscriberId, string kind, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(window, batch), subscriberId, ["State"], cancellationToken);
        if (!row.HasValue)
        {
            return;
        }

        var note = new TableEntity(Partition(window, batch), subscriberId) { ["Event"] = kind, ["EventAt"] = at };
        if (StateOf(row.Value!) == DeliveryState.Unknown)
        {
            note["State"] = nameof(DeliveryState.Sent);
        }

        await _table.UpdateEntityAsync(note, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>Where a reader's row stands.</summary>
    public static DeliveryState StateOf(TableEntity delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return Enum.Parse<DeliveryState>(delivery.GetString("State"));
    }
}
