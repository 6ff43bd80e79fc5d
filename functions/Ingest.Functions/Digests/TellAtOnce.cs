using Ingest.Core.Digests;
using Ingest.Functions.Tables;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Digests;

/// <summary>Every minute: what came in since the last look, to those who want it at once.</summary>
public sealed class TellAtOnce(MeasuresTable measures, DigestQueues queues, TimeProvider clock)
{
    // The timer may be late, and rows may come to light late; what was told already is left out when it is composed.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    /// <summary>Starts a run where there is anything new; the setting <c>AtOnceSchedule</c> (NCRONTAB, UTC) says how often to look.</summary>
    [Function(nameof(TellAtOnce))]
    public async Task RunAsync([TimerTrigger("%AtOnceSchedule%", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        if (await measures.FirstSeenAsync(now - Look, now, cancellationToken).AnyAsync(cancellationToken))
        {
            await queues.ComposeAsync(DigestWindow.AtOnce(now - Look, now), cancellationToken);
        }
    }
}
