using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Subscriptions;

/// <summary>
/// The subscribers: the one place where addresses are kept. A subscriber lies in the partition of the first two digits of
/// the id, so that 256 partitions share the load.
/// </summary>
public sealed class SubscribersTable(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(StorageNames.SubscribersTable);

    /// <summary>The subscriber with an id, or null.</summary>
    public async Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        await RowAsync(id, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Changes a subscriber, or makes one, and nothing where the change returns what it was given.</summary>
    /// <param name="id">Id of the subscriber.</param>
    /// <param name="change">From the subscriber as stored, or null, to the new one; called again if somebody else was faster.</param>
    /// <param name="cancellationToken">Stops between tries.</param>
    /// <returns>The subscriber as stored now, or null where there is none.</returns>
    public async Task<Subscriber?> ChangeAsync(string id, Func<Subscriber?, Subscriber?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var row = await RowAsync(id, cancellationToken);
            var before = row is null ? null : Read(row);
            var after = change(before);
            if (after is null || ReferenceEquals(before, after))
            {
                return before;
            }

            try
            {
                await (row is null
                    ? _table.AddEntityAsync(Write(after), cancellationToken)
                    : _table.UpdateEntityAsync(Write(after), row.ETag, TableUpdateMode.Replace, cancellationToken));
                return after;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412 or 404)
            {
                // Somebody else changed, made or erased it in between: look again.
            }
        }
    }

    /// <summary>Forgets a subscriber; digests sent stay counted under the id, which tells nobody's address.</summary>
    /// <returns>False where there was none.</returns>
    public async Task<bool> EraseAsync(string id, CancellationToken cancellationToken) =>
        (await _table.DeleteEntityAsync(id[..2], id, ETag.All, cancellationToken)).Status != 404;

    /// <summary>Everybody, for an export.</summary>
    public async IAsyncEnumerable<Subscriber> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Who gets digests of a cadence: id and choices, without addresses.</summary>
    public async IAsyncEnumerable<Reader> ReadersAsync(Cadence cadence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"State eq {nameof(SubscriberState.Active)} and Cadence eq {cadence.ToString()}");
        string[] columns = ["RowKey", "Filter", "Language", "CadenceBefore", "CadenceSince"];
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
        {
            yield return new Reader(row.RowKey, row.GetString("Filter") ?? "", Enum.Parse<DigestLanguage>(row.GetString("Language")))
            {
                CadenceBefore = row.GetString("CadenceBefore") is { } before ? Enum.Parse<Cadence>(before) : null,
                CadenceSince = row.GetDateTimeOffset("CadenceSince"),
            };
        }
    }

    /// <summary>Whether one may be written to now, and where; null where not.</summary>
    public async Task<ReaderAddress?> AddressOfAsync(string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id[..2], id, ["State", "Address"], cancellationToken);
        return row.HasValue && row.Value!.GetString("State") == nameof(SubscriberState.Active) ? new ReaderAddress(row.Value.GetString("Address")) : null;
    }

    private async Task<TableEntity?> RowAsync(string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id[..2], id, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static TableEntity Write(Subscriber subscriber) => new(subscriber.Id[..2], subscriber.Id)
    {
        ["Address"] = subscriber.Address.Value,
        ["State"] = subscriber.State.ToString(),
        ["StateSince"] = subscriber.StateSince,
        ["Filter"] = subscriber.Filter.Canonical(),
        ["Cadence"] = subscriber.Cadence.ToString(),
        ["Language"] = subscriber.Language.ToString(),
        ["AskedAt"] = subscriber.AskedAt,
        ["ConsentedAt"] = subscriber.ConsentedAt,
        ["CadenceBefore"] = subscriber.CadenceBefore?.ToString(),
        ["CadenceSince"] = subscriber.CadenceSince,
        ["Letters"] = string.Join(' ', subscriber.Letters.Select(l => l.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))),
    };

    private static Subscriber Read(TableEntity row) => new(row.RowKey, new ReaderAddress(row.GetString("Address")))
    {
        State = Enum.Parse<SubscriberState>(row.GetString("State")),
        StateSince = row.GetDateTimeOffset("StateSince").GetValueOrDefault(),
        Filter = DigestFilter.Parse(row.GetString("Filter")),
        Cadence = Enum.Parse<Cadence>(row.GetString("Cadence")),
        Language = Enum.Parse<DigestLanguage>(row.GetString("Language")),
        AskedAt = row.GetDateTimeOffset("AskedAt").GetValueOrDefault(),
        ConsentedAt = row.GetDateTimeOffset("ConsentedAt"),
        CadenceBefore = row.GetString("CadenceBefore") is { } before ? Enum.Parse<Cadence>(before) : null,
        CadenceSince = row.GetDateTimeOffset("CadenceSince"),
        Letters = [.. (row.GetString("Letters") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => DateTimeOffset.Parse(l, CultureInfo.InvariantCulture))],
    };
}

/// <summary>What composing needs to know of a subscriber: the choices, not the address.</summary>
/// <param name="Id">Subscriber.</param>
/// <param name="Filter">Canonical form of the filter.</param>
/// <param name="Language">Language.</param>
public sealed record Reader(string Id, string Filter, DigestLanguage Language)
{
    /// <summary>The cadence before the present one.</summary>
    public Cadence? CadenceBefore { get; init; }

    /// <summary>Since when it is the present one.</summary>
    public DateTimeOffset? CadenceSince { get; init; }
}
