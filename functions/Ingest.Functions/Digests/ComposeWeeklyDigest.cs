using Ingest.Core.Digests;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Digests;

/// <summary>Every Monday at 08:30 in Beijing: the week that ended on Sunday.</summary>
public sealed class ComposeWeeklyDigest(DigestQueues queues, TimeProvider clock)
{
    /// <summary>Starts the run; the setting <c>WeeklyDigestSchedule</c> (NCRONTAB, UTC) says when.</summary>
    [Function(nameof(ComposeWeeklyDigest))]
    [FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%WeeklyDigestSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return queues.ComposeAsync(DigestWindow.LastEnded(Cadence.Weekly, clock.GetUtcNow()), cancellationToken);
    }
}
