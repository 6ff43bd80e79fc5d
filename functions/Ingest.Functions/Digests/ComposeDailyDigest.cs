using Ingest.Core.Digests;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Digests;

/// <summary>Every morning at 08:30 in Beijing: the day before.</summary>
public sealed class ComposeDailyDigest(DigestQueues queues, TimeProvider clock)
{
    /// <summary>Starts the run; the setting <c>DailyDigestSchedule</c> (NCRONTAB, UTC) says when.</summary>
    [Function(nameof(ComposeDailyDigest))]
    [FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%DailyDigestSchedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        return queues.ComposeAsync(DigestWindow.LastEnded(Cadence.Daily, clock.GetUtcNow()), cancellationToken);
    }
}
