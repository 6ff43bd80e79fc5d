using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Digests;

/// <summary>Where a batch stands; it decides who may send.</summary>
public enum BatchState
{
    /// <summary>Nobody has taken it up.</summary>
    Planned,
    /// <summary>Somebody prepares it; if they stop, anybody may begin again.</summary>
    Claimed,
    /// <summary>The provider is being asked, or was when somebody stopped: whether it took the mail is not known.</summary>
    Handed,
    /// <summary>The provider took it; the readers' rows follow.</summary>
    Taken,
    /// <summary>Every reader's row is settled.</summary>
    Done,
}

/// <summary>What became of one reader's digest.</summary>
public enum DeliveryState
{
    /// <summary>To be sent.</summary>
    Planned,
    /// <summary>In the batch that is being sent.</summary>
    Sending,
    /// <summary>The provider took it.</summary>
    Sent,
    /// <summary>The provider will never take it.</summary>
    Failed,
    /// <summary>The reader had left, paused or was unreachable when it was to be sent.</summary>
    Suppressed,
    /// <summary>Nobody knows whether the provider took it; not sent again.</summary>
    Unknown,
}

/// <summary>A batch's own row.</summary>
/// <param name="Row">The row with its version.</param>
public sealed record LedgerBatch(TableEntity Row)
{
    /// <summary>Where it stands.</summary>
    public BatchState State => Enum.Parse<BatchState>(Row.GetString("State"));

    /// <summary>Name of the rendering.</summary>
    public string Rendering => Row.GetString("Rendering");

    /// <summary>Name of its readers' choice.</summary>
    public string Choice => Row.GetString("Choice");

    /// <summary>When it was planned.</summary>
    public DateTimeOffset PlannedAt => Row.GetDateTimeOffset("PlannedAt").GetValueOrDefault();

    /// <summary>When the provider was last asked.</summary>
    public DateTimeOffset? HandedAt => Row.GetDateTimeOffset("HandedAt");
}

/// <summary>
/// The ledger: a row per digest and subscriber, and one per batch, a partition a batch. The batch's row is what somebody
/// claims, so that a digest is sent once.
/// </summary>
public sealed class LedgerTable(TableServiceClient tables, TimeProvider clock)
{
    private const int MostInTransaction = 100;

    // Sorts before every subscriber's id.
    private const string BatchKey = "!";
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

    /// <summary>Batches planned before a moment and not done. Reads the whole table: for the nightly run only.</summary>
    public async IAsyncEnumerable<SendMessage> StuckAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {BatchKey} and State ne {nameof(BatchState.Done)} and PlannedAt lt {before}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            var cut = row.PartitionKey.LastIndexOf('~');
            yield return new SendMessage(row.PartitionKey[..cut], row.PartitionKey[(cut + 1)..]);
        }
    }

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

    /// <summary>Moves a batch on, unless somebody else did.</summary>
    /// <returns>The batch as stored now, or null where somebody else was faster.</returns>
    public async Task<LedgerBatch?> TryMoveAsync(LedgerBatch batch, BatchState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var row = new TableEntity(batch.Row) { ["State"] = state.ToString() };
        if (state == BatchState.Handed)
        {
            row["HandedAt"] = clock.GetUtcNow();
        }

        try
        {
            var response = await _table.UpdateEntityAsync(row, batch.Row.ETag, TableUpdateMode.Replace, cancellationToken);
            row.ETag = response.Headers.ETag.GetValueOrDefault();
            return new(row);
        }
        catch (RequestFailedException conflict) when (conflict.Status == 412)
        {
            return null;
        }
    }

    /// <summary>
    /// Moves readers' rows on, as long as the batch is still the caller's: its row stands in each transaction. Versions are
    /// checked, so that nobody who is late undoes what another settled.
    /// </summary>
    /// <returns>False where somebody else changed the batch or one of the rows.</returns>
    public async Task<bool> TryMoveAsync(LedgerBatch batch, IEnumerable<TableEntity> deliveries, DeliveryState state, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var chunk in deliveries.Chunk(MostInTransaction - 1))
        {
            var held = new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(batch.Row.PartitionKey, BatchKey) { ["State"] = batch.State.ToString() }, batch.Row.ETag);
            var changes = chunk.Select(row =>
            {
                var change = new TableEntity(row.PartitionKey, row.RowKey) { ["State"] = state.ToString(), ["Reason"] = reason, [$"{state}At"] = clock.GetUtcNow() };
                return new TableTransactionAction(TableTransactionActionType.UpdateMerge, change, row.ETag);
            });
            try
            {
                var answers = await _table.SubmitTransactionAsync(changes.Append(held), cancellationToken);
                batch.Row.ETag = answers.Value[^1].Headers.ETag.GetValueOrDefault();
                for (var i = 0; i < chunk.Length; i++)
                {
                    chunk[i]["State"] = state.ToString();
                    chunk[i].ETag = answers.Value[i].Headers.ETag.GetValueOrDefault();
                }
            }
            catch (RequestFailedException conflict) when (conflict.Status == 412)
            {
                return false;
            }
        }

        return true;
    }

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
