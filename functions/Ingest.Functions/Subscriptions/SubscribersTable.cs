using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Subscriptions;

/// <summary>
/// The subscribers: the one place where addresses are kept. A subscriber lies in the partition of the choice, so that all who
/// share a rendering are read as one range; a second row, by id, says which partition that is.
/// </summary>
public sealed class SubscribersTable(TableServiceClient tables)
{
    private const string Choices = "to-";
    private readonly TableClient _table = tables.GetTableClient(StorageNames.SubscribersTable);

    /// <summary>Name of a choice: subscribers of one name get the same digests.</summary>
    public static string ChoiceKey(Cadence cadence, DigestLanguage language, DigestFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return $"{cadence}-{language}-{filter.Key()}".ToLowerInvariant();
    }

    /// <summary>The subscriber with an id, or null.</summary>
    public async Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await LocateAsync(id, cancellationToken)).Row is { } row ? Read(row) : null;

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
            var (pointer, row) = await LocateAsync(id, cancellationToken);
            var before = row is null ? null : Read(row);
            var after = change(before);
            if (after is null || ReferenceEquals(before, after))
            {
                return before;
            }

            try
            {
                await (row is null ? AddAsync(pointer, Write(after), cancellationToken)
                    : row.PartitionKey == PartitionOf(after) ? UpdateAsync(pointer!, row, Write(after), cancellationToken)
                    : MoveAsync(pointer!, row, Write(after), cancellationToken));
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
    public async Task<bool> EraseAsync(string id, CancellationToken cancellationToken)
    {
        var (pointer, row) = await LocateAsync(id, cancellationToken);
        foreach (var column in (string[])["Choice", "Also"])
        {
            if (pointer?.GetString(column) is { Length: > 0 } partition)
            {
                await _table.DeleteEntityAsync(partition, id, ETag.All, cancellationToken);
            }
        }

        await _table.DeleteEntityAsync(PointersOf(id), id, ETag.All, cancellationToken);
        return row is not null;
    }

    /// <summary>Forgets who asked before a moment and never confirmed. Reads the whole table: for the nightly run only.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetUnconfirmedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var count = 0;
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Choices} and State eq {nameof(SubscriberState.Pending)} and AskedAt lt {before}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
        {
            // Whoever consented before stays known as somebody who left; whoever is on the move between two choices waits.
            var (pointer, found) = await LocateAsync(row.RowKey, cancellationToken);
            if (found?.PartitionKey != row.PartitionKey || found.ContainsKey("ConsentedAt") || pointer!.GetString("Also") is { Length: > 0 })
            {
                continue;
            }

            try
            {
                // The version that the query saw: whoever asks again or confirms at this moment stays.
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
                await _table.DeleteEntityAsync(pointer.PartitionKey, pointer.RowKey, pointer.ETag, cancellationToken);
                count++;
            }
            catch (RequestFailedException conflict) when (conflict.Status == 412)
            {
                // They did.
            }
        }

        return count;
    }

    /// <summary>Everybody, for an export.</summary>
    public async IAsyncEnumerable<Subscriber> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {Choices} and PartitionKey lt {Choices[..^1] + "."}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Who gets digests of a cadence: id and choices, without addresses, choice by choice.</summary>
    public async IAsyncEnumerable<Reader> ReadersAsync(Cadence cadence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = $"{Choices}{cadence}-".ToLowerInvariant();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {from[..^1] + "."} and State eq {nameof(SubscriberState.Active)}");
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

    /// <summary>Who of some batches may be written to now, and where.</summary>
    /// <param name="batches">Names of the choices that batches were planned for, and ids of their readers. What lies between them is read too.</param>
    /// <param name="cancellationToken">Stops between pages of 1,000.</param>
    /// <returns>An address for each of the ids that is active, whatever it has chosen since.</returns>
    public async Task<Dictionary<string, ReaderAddress>> AddressesAsync(IReadOnlyList<(string Choice, IReadOnlyList<string> Ids)> batches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var addresses = new Dictionary<string, ReaderAddress>();
        var sought = batches.SelectMany(batch => batch.Ids.Select(id => (Id: id, Partition: Choices + batch.Choice))).ToDictionary(s => s.Id, s => s.Partition);
        if (sought.Count == 0)
        {
            return addresses;
        }

        await foreach (var row in _table.QueryAsync<TableEntity>(RangeOf(sought), select: ["PartitionKey", "RowKey", "State", "Address"], cancellationToken: cancellationToken))
        {
            if (sought.TryGetValue(row.RowKey, out var partition) && partition == row.PartitionKey)
            {
                sought.Remove(row.RowKey);
                Note(row);
            }
        }

        // Whoever chose anew since the plan was made lies elsewhere by now.
        foreach (var id in sought.Keys)
        {
            Note((await LocateAsync(id, cancellationToken)).Row);
        }

        return addresses;

        void Note(TableEntity? row)
        {
            if (row?.GetString("State") == nameof(SubscriberState.Active))
            {
                addresses[row.RowKey] = new ReaderAddress(row.GetString("Address"));
            }
        }
    }

    private static string RangeOf(Dictionary<string, string> sought)
    {
        var (first, last) = (sought.Values.Min(StringComparer.Ordinal), sought.Values.Max(StringComparer.Ordinal));
        return first == last
            ? TableClient.CreateQueryFilter($"PartitionKey eq {first} and RowKey ge {sought.Keys.Min(StringComparer.Ordinal)} and RowKey le {sought.Keys.Max(StringComparer.Ordinal)}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last}");
    }

    private static string PointersOf(string id) => $"at-{id[..2]}";

    private static string PartitionOf(Subscriber subscriber) => Choices + ChoiceKey(subscriber.Cadence, subscriber.Language, subscriber.Filter);

    // While a subscriber moves, the row may be at either of two places; the one named first counts as long as it is there.
    private async Task<(TableEntity? Pointer, TableEntity? Row)> LocateAsync(string id, CancellationToken cancellationToken)
    {
        var pointer = await GetAsync(PointersOf(id), id, cancellationToken);
        var row = pointer is null ? null : await GetAsync(pointer.GetString("Choice"), id, cancellationToken);
        return (pointer, row is null && pointer?.GetString("Also") is { Length: > 0 } also ? await GetAsync(also, id, cancellationToken) : row);
    }

    private async Task<TableEntity?> GetAsync(string partition, string id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(partition, id, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private async Task AddAsync(TableEntity? pointer, TableEntity row, CancellationToken cancellationToken)
    {
        var points = Pointer(row.RowKey, row.PartitionKey, "");
        await (pointer is null ? _table.AddEntityAsync(points, cancellationToken) : _table.UpdateEntityAsync(points, pointer.ETag, TableUpdateMode.Replace, cancellationToken));
        await _table.AddEntityAsync(row, cancellationToken);
    }

    // What a move that was stopped left behind goes once the row that counts is written: a mover that still runs then fails and looks again.
    private async Task UpdateAsync(TableEntity pointer, TableEntity row, TableEntity changed, CancellationToken cancellationToken)
    {
        await _table.UpdateEntityAsync(changed, row.ETag, TableUpdateMode.Replace, cancellationToken);
        foreach (var column in (string[])["Choice", "Also"])
        {
            if (pointer.GetString("Also") is { Length: > 0 } && pointer.GetString(column) is { } partition && partition != row.PartitionKey)
            {
                await _table.DeleteEntityAsync(partition, row.RowKey, ETag.All, cancellationToken);
                await _table.UpdateEntityAsync(Pointer(row.RowKey, row.PartitionKey, ""), pointer.ETag, TableUpdateMode.Replace, cancellationToken);
            }
        }
    }

    // Noted, written, removed, noted: stopped between any two, one row counts, and the next change clears the other.
    private async Task MoveAsync(TableEntity pointer, TableEntity row, TableEntity moved, CancellationToken cancellationToken)
    {
        var noted = await _table.UpdateEntityAsync(Pointer(row.RowKey, row.PartitionKey, moved.PartitionKey), pointer.ETag, TableUpdateMode.Replace, cancellationToken);
        var written = await _table.UpsertEntityAsync(moved, TableUpdateMode.Replace, cancellationToken);
        try
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
        }
        catch (RequestFailedException conflict) when (conflict.Status == 412)
        {
            // They left meanwhile, say: that counts, and what was written here must not.
            await _table.DeleteEntityAsync(moved.PartitionKey, moved.RowKey, written.Headers.ETag.GetValueOrDefault(), cancellationToken);
            throw;
        }

        await _table.UpdateEntityAsync(Pointer(row.RowKey, moved.PartitionKey, ""), noted.Headers.ETag.GetValueOrDefault(), TableUpdateMode.Replace, cancellationToken);
    }

    private static TableEntity Pointer(string id, string choice, string also) => new(PointersOf(id), id) { ["Choice"] = choice, ["Also"] = also };

    internal static TableEntity Write(Subscriber subscriber) => new(PartitionOf(subscriber), subscriber.Id)
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
