using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Operations;

/// <summary>Every night: what was lost on the way is found and mended.</summary>
public sealed partial class ReconcileNightly(Reconciliation reconciliation, ILogger<ReconcileNightly> logger)
{
    /// <summary>18:15 UTC is 02:15 in Beijing, when nobody uploads.</summary>
    [Function(nameof(ReconcileNightly))]
    public async Task RunAsync([TimerTrigger("0 15 18 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var found = await reconciliation.RunAsync(mend: true, cancellationToken);
        LogFound(found.WithoutOutcome.Count, found.WithoutBlob.Count, found.WithoutReport.Count, found.Further.Values.Sum());
    }

    [LoggerMessage(1201, LogLevel.Information, "Reconciled: {WithoutOutcome} blobs without outcome, {WithoutBlob} reports without blob, {WithoutReport} measures without report, {Further} further cases.")]
    private partial void LogFound(int withoutOutcome, int withoutBlob, int withoutReport, int further);
}
