using Azure.Storage.Blobs;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;
using Ingest.Functions.Tables;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Reports;

/// <summary>
/// The way of a report, from the blob that an office uploaded to rows, text and receipt. Safe to repeat at any point: the same
/// bytes change nothing, a run that stopped half-way is completed by the next.
/// </summary>
public sealed class ReportPipeline(
    ReportsTable reports, ReportStore store, UploadParser parser, Receipts receipts, Texts texts, IngestTelemetry telemetry, TimeProvider clock, IOptions<IngestOptions> options)
{
    /// <summary>Ingests what lies in a blob now; takes the report back where the blob is gone.</summary>
    /// <returns>The outcome, or null where there is nothing any more.</returns>
    public async Task<ReportOutcome?> IngestAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        if (await Upload.DownloadAsync(blob, options.Value.MaxUploadBytes, cancellationToken) is not { } upload)
        {
            await RetractAsync(blob.Name, cancellationToken);
            return null;
        }

        var before = await reports.GetAsync(ReportId.Of(upload.Path), cancellationToken);
        if (before.Outcome is { Settling: null } known && known.Fingerprint == upload.Fingerprint) return known;

        var parsed = parser.Parse(upload, cancellationToken);
        var outcome = await SettleAsync(before, parsed.Main, WithinAsync, cancellationToken);
        telemetry.Parsed(parsed.Main.Outcome.Format, parsed.Duration);
        foreach (var report in parsed.All) telemetry.ReportSettled(report.Outcome.Status.Code(), report.Outcome.Format, report.Measures.Count);
        return outcome;

        // Before the upload itself is settled: the reports inside it, those that are no longer inside it, and the receipt.
        async Task WithinAsync(ReportOutcome main)
        {
            foreach (var entry in parsed.Entries)
            {
                await SettleAsync(await reports.GetAsync(entry.Outcome.Id, cancellationToken), entry, static _ => Task.CompletedTask, cancellationToken);
            }

            foreach (var path in (before.Outcome?.Entries ?? []).Except(main.Entries, StringComparer.Ordinal))
            {
                await RetractAsync(await reports.GetAsync(ReportId.Of(upload.Path, path), cancellationToken), cancellationToken);
            }

            await receipts.WriteAsync(main, parsed, cancellationToken);
        }
    }

    /// <summary>Takes back all that a path's upload told.</summary>
    public async Task RetractAsync(string path, CancellationToken cancellationToken)
    {
        var before = await reports.GetAsync(ReportId.Of(path), cancellationToken);
        foreach (var entry in before.Outcome?.Entries ?? [])
        {
            await RetractAsync(await reports.GetAsync(ReportId.Of(path, entry), cancellationToken), cancellationToken);
        }

        await receipts.DeleteAsync(path, cancellationToken);
        await RetractAsync(before, cancellationToken);
    }

    private async Task RetractAsync(ReportState before, CancellationToken cancellationToken)
    {
        if (before.Outcome is null) return;
        await texts.DeleteAsync(before.Id, cancellationToken);
        await store.RetractAsync(before, cancellationToken);
    }

    private async Task<ReportOutcome> SettleAsync(ReportState before, ParsedReport parsed, Func<ReportOutcome, Task> beforeCommit, CancellationToken cancellationToken)
    {
        using var span = IngestTelemetry.Start("report.settle");
        var now = clock.GetUtcNow();
        var outcome = parsed.Outcome with { Received = before.Outcome?.Received ?? now, Settled = before.Outcome?.Settling ?? now };
        var version = await store.BeginAsync(before, outcome, parsed.Measures, cancellationToken);
        await texts.WriteAsync(before, parsed.Text, cancellationToken);
        var told = await store.TellAsync(before, outcome, parsed.Measures, now, cancellationToken);
        await beforeCommit(outcome);
        await store.CommitAsync(before, version, outcome, told, cancellationToken);
        return outcome;
    }
}
