using Azure;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Outcomes;
using Ingest.Functions.Tables;

namespace Ingest.Functions.Reports;

/// <summary>
/// Brings the tables from what a report told before to what it tells now. Every step can be repeated: a run that stops between
/// any two of them is completed by the next one, whatever that next one has to tell.
/// </summary>
public sealed class ReportStore(ReportsTable reports, IdentitiesTable identities, TimelineTable timeline)
{
    /// <summary>Step 1: writes down what is about to be announced.</summary>
    /// <returns>The version to commit against.</returns>
    public Task<ETag> BeginAsync(ReportState before, ReportOutcome outcome, IReadOnlyList<Measure> measures, CancellationToken cancellationToken)
    {
        // What was settled stays readable until the commit; the entries of both are remembered, so that none is lost.
        var begun = before.Outcome is { } old
            ? old with { Settling = outcome.Settled, Entries = [.. old.Entries.Union(outcome.Entries)] }
            : outcome with { Status = ReportStatus.Reading, Fingerprint = "", Settling = outcome.Settled };
        return reports.BeginAsync(before, begun, Fresh(before, measures).Select(m => m.Id.Value), cancellationToken);
    }

    /// <summary>Step 2: announces what is new, takes back what is gone.</summary>
    /// <returns>The report's measures as they are to be committed.</returns>
    public async Task<IReadOnlyList<ReportedMeasure>> TellAsync(
        ReportState before, ReportOutcome outcome, IReadOnlyList<Measure> measures, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var fresh = Fresh(before, measures);
        var ids = measures.Select(m => m.Id.Value).ToHashSet(StringComparer.Ordinal);
        var gone = before.Measures.Keys.Concat(before.Pending).Where(id => !ids.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var claims = await ClaimAsync(before, outcome, fresh, gone, now, cancellationToken);
        var told = measures.Select(m => Told(before, outcome, m, claims)).ToList();
        var released = await FindReleasedAsync(before, gone, cancellationToken);

        await timeline.ChangeAsync(
            [
                .. told.Where(t => t.First && !Unchanged(before, t)).SelectMany(t => TimelineTable.Put(t.Stored)),
                .. released.Where(r => r.Claim.Claim.Report == before.Id).SelectMany(r => r.Heir is { } heir ? TimelineTable.Put(heir.Stored) : TimelineTable.Take(r.Claim.Claim)),
                .. TimelineTable.Put(outcome),
                .. TakeOldOutcome(before, outcome),
            ],
            cancellationToken);
        await LetGoAsync(before, released, cancellationToken);
        return told;
    }

    /// <summary>Step 3: settles the report.</summary>
    public Task CommitAsync(ReportState before, ETag version, ReportOutcome outcome, IReadOnlyList<ReportedMeasure> told, CancellationToken cancellationToken) =>
        reports.CommitAsync(before, version, outcome, told, cancellationToken);

    /// <summary>Takes back a report and all that only it told.</summary>
    public async Task RetractAsync(ReportState before, CancellationToken cancellationToken)
    {
        var released = await FindReleasedAsync(before, before.Measures.Keys.Concat(before.Pending), cancellationToken);
        await timeline.ChangeAsync(
            [
                .. released.Where(r => r.Claim.Claim.Report == before.Id).SelectMany(r => r.Heir is { } heir ? TimelineTable.Put(heir.Stored) : TimelineTable.Take(r.Claim.Claim)),
                .. before.Outcome is { } old ? TimelineTable.Take(old) : [],
                .. before.Outcome is { Settling: { } settling } begun && settling != begun.Settled ? TimelineTable.Take(begun with { Settled = settling }) : [],
            ],
            cancellationToken);
        await LetGoAsync(before, released, cancellationToken);
        await reports.RemoveAsync(before, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, Claim>> ClaimAsync(
        ReportState before, ReportOutcome outcome, List<Measure> fresh, IReadOnlySet<string> gone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sameText = ContentFingerprint.SameContent(before.Outcome?.Fingerprint, outcome.Fingerprint);
        var carried = CarriedDays.Find(fresh, [.. before.Measures.Values.Select(m => m.Stored)], gone, sameText);
        var wanted = fresh.Select(m => new Claim(m.Id, before.Id, carried.GetValueOrDefault(m.Id.Value, now), TableKeys.Place(m)));
        return await identities.ClaimAsync([.. wanted], before.Pending, cancellationToken);
    }

    private async Task<List<Released>> FindReleasedAsync(ReportState before, IEnumerable<string> gone, CancellationToken cancellationToken)
    {
        var released = new List<Released>();
        foreach (var some in gone.Chunk(16))
        {
            var found = await Task.WhenAll(some.Select(id => FindReleasedAsync(before, new MeasureId(id), cancellationToken)));
            released.AddRange(found.OfType<Released>());
        }

        return released;
    }

    private async Task<Released?> FindReleasedAsync(ReportState before, MeasureId id, CancellationToken cancellationToken)
    {
        var claim = await identities.FindAsync(id, cancellationToken);
        if (claim is null || claim.Claim.Report != before.Id)
        {
            return claim is null ? null : new Released(claim, null);
        }

        foreach (var other in claim.Others)
        {
            if (await reports.FindMeasureAsync(other, id, cancellationToken) is { } heir)
            {
                return new Released(claim, heir with { Stored = heir.Stored with { FirstSeen = claim.Claim.FirstSeen } });
            }
        }

        return new Released(claim, null);
    }

    private async Task LetGoAsync(ReportState before, List<Released> released, CancellationToken cancellationToken)
    {
        foreach (var (_, heir) in released)
        {
            if (heir is not null)
            {
                await reports.PromoteAsync(heir.Stored.Report, heir.Stored.Measure.Id, cancellationToken);
            }
        }

        await identities.ReleaseAsync(before.Id, released.Select(r => (r.Claim, r.Heir?.Stored.Report)), cancellationToken);
    }

    private static ReportedMeasure Told(ReportState before, ReportOutcome outcome, Measure measure, IReadOnlyDictionary<string, Claim> claims)
    {
        var old = before.Measures.GetValueOrDefault(measure.Id.Value);
        var firstSeen = old?.Stored.FirstSeen ?? claims[measure.Id.Value].FirstSeen;
        var stored = new StoredMeasure(measure, before.Id, firstSeen) { Office = outcome.Office, ReportTitle = outcome.DisplayTitle, ReportSource = outcome.Source };
        return new ReportedMeasure(stored, old?.First ?? claims[measure.Id.Value].Report == before.Id);
    }

    private static bool Unchanged(ReportState before, ReportedMeasure told) =>
        before.Measures.TryGetValue(told.Stored.Measure.Id.Value, out var old) && ReportsTable.SameRow(old, told);

    private static List<Measure> Fresh(ReportState before, IReadOnlyList<Measure> measures) =>
        [.. measures.Where(m => !before.Measures.ContainsKey(m.Id.Value))];

    private static IEnumerable<TableTransactionAction> TakeOldOutcome(ReportState before, ReportOutcome outcome) =>
        before.Outcome is { Status: not ReportStatus.Reading } old && old.Settled != outcome.Settled ? TimelineTable.Take(old) : [];

    /// <summary>A claim that a report no longer needs, and how another report tells the measure, if one does.</summary>
    private sealed record Released(ClaimState Claim, ReportedMeasure? Heir);
}
