using Azure;
using Azure.Data.Tables;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tables;

/// <summary>Which report stands for a measure, since when, and where in the timeline.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Report">The report that stands for it.</param>
/// <param name="FirstSeen">When it was first seen in any report, UTC.</param>
/// <param name="PlaceKey">Its key by place in the timeline.</param>
public sealed record Claim(MeasureId Measure, ReportId Report, DateTimeOffset FirstSeen, string PlaceKey);

/// <summary>A claim with everything that storage knows about it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Version">Version of its row.</param>
/// <param name="Others">Further reports that tell the measure, in the order in which they came.</param>
internal sealed record ClaimState(Claim Claim, ETag Version, IReadOnlyList<ReportId> Others);

/// <summary>
/// Makes the same measure in two reports one measure. The first report to insert a claim has it; one transaction claims a
/// whole report. Where a claim exists, the other report's own partition tells at once which more the two have in common.
/// </summary>
public sealed class IdentitiesTable(TableServiceClient tables, ReportsTable reports)
{
    private readonly TableClient _table = tables.GetTableClient(StorageNames.IdentitiesTable);

    /// <summary>Claims measures for a report, or joins it to the claims that others have.</summary>
    /// <param name="wanted">The claims as they would be if all were new.</param>
    /// <param name="maybeOurs">Ids that an unfinished run of the same report may have claimed.</param>
    /// <param name="cancellationToken">Stops between requests.</param>
    /// <returns>The claims as they are, by id.</returns>
    public async Task<IReadOnlyDictionary<string, Claim>> ClaimAsync(IReadOnlyList<Claim> wanted, IReadOnlySet<string> maybeOurs, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<string, Claim>(StringComparer.Ordinal);
        await ReadAsync(claims, wanted.Where(w => maybeOurs.Contains(w.Measure.Value)), cancellationToken);
        foreach (var some in wanted.Chunk(50))
        {
            while (!await TryClaimAsync(claims, some, cancellationToken))
            {
            }
        }

        return claims;
    }

    /// <summary>What is known of a measure's claim, or null where nobody has it.</summary>
    internal async Task<ClaimState?> FindAsync(MeasureId measure, CancellationToken cancellationToken)
    {
        TableEntity? claim = null;
        var others = new List<(DateTimeOffset Since, ReportId Report)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.Identities} and RowKey ge {measure.Value} and RowKey lt {TableKeys.After(TableKeys.Source(measure, new("")))}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == measure.Value)
            {
                claim = row;
            }
            else
            {
                others.Add((row.Timestamp.GetValueOrDefault(), new ReportId(row.GetString("Report"))));
            }
        }

        return claim is null ? null : new ClaimState(Read(claim), claim.ETag, [.. others.OrderBy(o => o.Since).ThenBy(o => o.Report.Value, StringComparer.Ordinal).Select(o => o.Report)]);
    }

    /// <summary>Gives up a report's part in measures.</summary>
    /// <param name="report">The report that no longer tells them.</param>
    /// <param name="released">The claims, and for each that the report has itself the one who takes over, or null for nobody.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    /// <exception cref="RequestFailedException">412: another report joined at the same moment; try again.</exception>
    internal Task ReleaseAsync(ReportId report, IEnumerable<(ClaimState Claim, ReportId? Heir)> released, CancellationToken cancellationToken) =>
        _table.SubmitAsync(released.SelectMany(r => Release(report, r.Claim, r.Heir)), cancellationToken);

    private static IEnumerable<TableTransactionAction> Release(ReportId report, ClaimState state, ReportId? heir)
    {
        if (state.Claim.Report != report)
        {
            return state.Others.Contains(report) ? [DeleteSource(state.Claim.Measure, report)] : [];
        }

        return heir is { } next
            ? [new(TableTransactionActionType.UpdateReplace, Write(state.Claim with { Report = next }), state.Version), DeleteSource(state.Claim.Measure, next)]
            : [new(TableTransactionActionType.Delete, Write(state.Claim), state.Version)];
    }

    /// <summary>One attempt at one transaction; what it learns from a refusal stands in <paramref name="claims"/> for the next.</summary>
    private async Task<bool> TryClaimAsync(Dictionary<string, Claim> claims, Claim[] wanted, CancellationToken cancellationToken)
    {
        var actions = new List<(Claim Wanted, TableTransactionAction Action)>();
        foreach (var want in wanted)
        {
            if (!claims.TryGetValue(want.Measure.Value, out var claim))
            {
                actions.Add((want, new TableTransactionAction(TableTransactionActionType.Add, Write(want))));
            }
            else if (claim.Report != want.Report)
            {
                // Touching the claim's row makes a release at the same moment fail instead of losing this report.
                actions.Add((want, new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(TableKeys.Identities, want.Measure.Value), ETag.All)));
                actions.Add((want, new TableTransactionAction(TableTransactionActionType.UpsertReplace, Source(want))));
            }
        }

        try
        {
            if (actions.Count > 0)
            {
                await _table.SubmitTransactionAsync(actions.Select(a => a.Action), cancellationToken);
            }
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409)
        {
            var index = failure.FailedTransactionActionIndex ?? throw new InvalidOperationException("The table service did not say which row it refused.", failure);
            var refused = actions[index].Wanted;
            claims.Remove(refused.Measure.Value);
            if (failure.Status == 409)
            {
                await LearnAsync(claims, refused, wanted, cancellationToken);
            }

            return false;
        }

        foreach (var want in wanted)
        {
            claims.TryAdd(want.Measure.Value, want);
        }

        return true;
    }

    /// <summary>Somebody has a claim already: learn whose it is, and which others that report tells too.</summary>
    private async Task LearnAsync(Dictionary<string, Claim> claims, Claim refused, Claim[] wanted, CancellationToken cancellationToken)
    {
        await ReadAsync(claims, [refused], cancellationToken);
        if (!claims.TryGetValue(refused.Measure.Value, out var claim))
        {
            return;
        }

        if (claim.Report == refused.Report)
        {
            // Our own: the answer to this very transaction was lost, and the client sent it again.
            await ReadAsync(claims, wanted.Where(w => !claims.ContainsKey(w.Measure.Value)).ToList(), cancellationToken);
            return;
        }

        var shared = await reports.FirstSeenAsync(claim.Report, cancellationToken);
        foreach (var want in wanted)
        {
            if (shared.TryGetValue(want.Measure.Value, out var firstSeen))
            {
                claims.TryAdd(want.Measure.Value, want with { Report = claim.Report, FirstSeen = firstSeen });
            }
        }
    }

    private async Task ReadAsync(Dictionary<string, Claim> claims, IEnumerable<Claim> wanted, CancellationToken cancellationToken)
    {
        foreach (var some in wanted.Chunk(16))
        {
            foreach (var row in await Task.WhenAll(some.Select(w => _table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Identities, w.Measure.Value, cancellationToken: cancellationToken))))
            {
                if (row.HasValue)
                {
                    claims[row.Value!.RowKey] = Read(row.Value);
                }
            }
        }
    }

    private static TableEntity Write(Claim claim) => new(TableKeys.Identities, claim.Measure.Value)
    {
        ["Report"] = claim.Report.Value,
        ["FirstSeen"] = claim.FirstSeen.ToUniversalTime(),
        ["PlaceKey"] = claim.PlaceKey,
    };

    private static Claim Read(TableEntity row) =>
        new(new MeasureId(row.RowKey), new ReportId(row.GetString("Report")), row.GetDateTimeOffset("FirstSeen").GetValueOrDefault(), row.GetString("PlaceKey"));

    private static TableEntity Source(Claim wanted) => new(TableKeys.Identities, TableKeys.Source(wanted.Measure, wanted.Report)) { ["Report"] = wanted.Report.Value };

    private static TableTransactionAction DeleteSource(MeasureId measure, ReportId report) =>
        new(TableTransactionActionType.Delete, new TableEntity(TableKeys.Identities, TableKeys.Source(measure, report)), ETag.All);
}
