using Azure.Storage.Blobs;
using Ingest.Core.Outcomes;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;
using Ingest.Functions.Tables;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Operations;

/// <summary>A further part of the program that looks for what got lost; the nightly run calls each.</summary>
public interface IReconciliationStep
{
    /// <summary>What it looks for, for logs and the command line.</summary>
    string Name { get; }

    /// <summary>Looks, and mends if asked to.</summary>
    /// <returns>How many cases there were.</returns>
    Task<int> RunAsync(bool mend, CancellationToken cancellationToken);
}

/// <summary>What a reconciliation found.</summary>
/// <param name="WithoutOutcome">Paths of blobs that were never settled, or were changed since: an event was lost or poisoned.</param>
/// <param name="WithoutBlob">Paths of reports whose blob is gone.</param>
/// <param name="WithoutReport">Ids of measures whose report is unknown.</param>
/// <param name="Further">Cases of other parts of the program, by name.</param>
public sealed record Reconciled(
    IReadOnlyList<string> WithoutOutcome, IReadOnlyList<string> WithoutBlob, IReadOnlyList<string> WithoutReport, IReadOnlyDictionary<string, int> Further)
{
    /// <summary>How many cases in all.</summary>
    public int Count => WithoutOutcome.Count + WithoutBlob.Count + WithoutReport.Count + Further.Values.Sum();
}

/// <summary>
/// Compares what offices uploaded with what is stored, and mends the difference. It reads whole tables, a page at a time,
/// which no request does: once a night, and by <c>./ingest reconcile</c>.
/// </summary>
public sealed class Reconciliation(
    BlobServiceClient blobs, ReportsTable reports, MeasuresTable measures, TimelineTable timeline, ReportStore store, ReportPipeline pipeline,
    IEnumerable<IReconciliationStep> steps, IOptions<IngestOptions> options, TimeProvider clock)
{
    /// <summary>How far back measures are compared with reports.</summary>
    private const int MonthsBack = 2;

    /// <summary>What is younger may still be under way.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(15);

    /// <summary>Compares, and mends if asked to.</summary>
    public async Task<Reconciled> RunAsync(bool mend, CancellationToken cancellationToken)
    {
        var container = blobs.GetBlobContainerClient(StorageNames.ReportsContainer);
        var known = await reports.AllAsync(cancellationToken).ToDictionaryAsync(r => r.Id, cancellationToken: cancellationToken);
        var byPath = known.Values.Where(r => r.Entry.Length == 0).ToDictionary(r => r.Path, StringComparer.Ordinal);
        var withoutOutcome = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var isKnown = byPath.Remove(blob.Name, out var outcome);
            var changed = blob.Properties.LastModified.GetValueOrDefault();
            if (changed < clock.GetUtcNow() - Settle && (!isKnown || await NeedsAnotherRunAsync(container.GetBlobClient(blob.Name), outcome!, changed, cancellationToken)))
            {
                withoutOutcome.Add(blob.Name);
            }
        }

        List<string> withoutBlob = [.. byPath.Keys];
        foreach (var path in mend ? withoutOutcome.Concat(withoutBlob) : [])
        {
            await pipeline.IngestAsync(container.GetBlobClient(path), cancellationToken);
        }

        var withoutReport = await FindMeasuresAsync(known.ContainsKey, mend, cancellationToken);
        var further = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            further[step.Name] = await step.RunAsync(mend, cancellationToken);
        }

        return new Reconciled(withoutOutcome, withoutBlob, withoutReport, further);
    }

    /// <summary>A run was begun and not finished, an earlier build of the program failed on the file, or the event of a change was lost.</summary>
    private async Task<bool> NeedsAnotherRunAsync(BlobClient blob, ReportOutcome outcome, DateTimeOffset changed, CancellationToken cancellationToken)
    {
        if (outcome.Settling is not null || (outcome.Status == ReportStatus.Failed && !ContentFingerprint.IsOfThisBuild(outcome.Fingerprint)))
        {
            return true;
        }

        // The same bytes put there again are no change, and only the bytes tell.
        return changed > outcome.Settled &&
            await Upload.DownloadAsync(blob, options.Value.MaxUploadBytes, cancellationToken) is { } upload && !ContentFingerprint.SameContent(outcome.Fingerprint, upload.Fingerprint);
    }

    private async Task<List<string>> FindMeasuresAsync(Predicate<Core.Reading.ReportId> isKnown, bool mend, CancellationToken cancellationToken)
    {
        var lost = await measures.FirstSeenAsync(clock.GetUtcNow().AddMonths(-MonthsBack), clock.GetUtcNow() - Settle, cancellationToken)
            .Where(m => !isKnown(m.Report))
            .ToListAsync(cancellationToken);
        foreach (var stored in mend ? lost : [])
        {
            await timeline.ChangeAsync(TimelineTable.Take(new Claim(stored.Measure.Id, stored.Report, stored.FirstSeen, TableKeys.Place(stored.Measure))), cancellationToken);
            await store.RetractAsync(new ReportState(stored.Report, null, null, new Dictionary<string, ReportedMeasure>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { stored.Measure.Id.Value }), cancellationToken);
        }

        return [.. lost.Select(m => m.Measure.Id.Value)];
    }
}
