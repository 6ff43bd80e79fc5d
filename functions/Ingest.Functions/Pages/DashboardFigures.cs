using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Tables;

namespace Ingest.Functions.Pages;

/// <summary>Sums of what was first seen lately. Kept for half a minute, so that a page everybody opens does not read the table each time.</summary>
public sealed class DashboardFigures(MeasuresTable measures, TimeProvider clock)
{
    /// <summary>How many days are added up.</summary>
    public const int Days = 30;

    /// <summary>How many measures are added up at most: ten pages of the table.</summary>
    private const int Most = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private Snapshot? _last;

    /// <summary>The sums, and whether there were more measures than were added up.</summary>
    public async Task<(Digest Digest, bool Truncated)> GetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_last is { } known && now - known.Taken < Kept && now >= known.Taken)
        {
            return (known.Digest, known.Truncated);
        }

        var window = DigestWindow.AtOnce(now.AddDays(-Days), now.AddTicks(1));
        var lately = await measures.FirstSeenAsync(window.From, window.To, cancellationToken).Take(Most + 1).ToListAsync(cancellationToken);
        var digest = DigestComposer.Compose(window, lately.Take(Most), before: null, DigestFilter.Everything, limit: 0);
        _last = new Snapshot(now, digest, lately.Count > Most);
        return (digest, lately.Count > Most);
    }

    private sealed record Snapshot(DateTimeOffset Taken, Digest Digest, bool Truncated);
}
