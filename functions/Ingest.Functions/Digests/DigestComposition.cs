using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Mail;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Digests;

/// <summary>
/// The first half of a digest run: what is new, who wants it, one rendering for all who chose alike, a ledger row for each.
/// Each step is written down before the next begins, so that the run can be repeated from the start after a crash.
/// </summary>
public sealed partial class DigestComposition(
    MeasuresTable measures, SubscribersTable subscribers, DigestStore store, LedgerTable ledger, DigestQueues queues,
    DigestRenderer renderer, IMailSender sender, TimeProvider clock, IngestTelemetry telemetry, ILogger<DigestComposition> logger)
{
    /// <summary>Composes the digests of a window and has them sent.</summary>
    /// <returns>Who is to get what; no batches where nothing is new to anybody.</returns>
    public async Task<DigestPlan> ComposeAsync(DigestWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        using var span = IngestTelemetry.Start("digest.compose");
        var plan = await store.ReadPlanAsync(window.Id, cancellationToken) ?? await MakePlanAsync(window, cancellationToken);
        if (plan.Batches.Count > 0)
        {
            await ledger.OpenAsync(window.Id, cancellationToken);
        }

        await Parallel.ForEachAsync(plan.Batches, Limits(cancellationToken), async (batch, token) => await ledger.PlanAsync(window.Id, batch, token));
        var messages = plan.Batches.GroupBy(b => b.Message, b => new BatchToSend(b.Number, b.Subscribers)).Select(batches => new SendMessage(window.Id, [.. batches]));
        await Parallel.ForEachAsync(messages, Limits(cancellationToken), async (message, token) => await queues.SendAsync(message, TimeSpan.Zero, token));
        var readers = plan.Batches.Sum(b => b.Subscribers.Count);
        telemetry.DigestRun(Name(window.Cadence), readers == 0 ? "empty" : "composed");
        LogComposed(window.Id, readers, plan.Batches.Count);
        return plan;
    }

    /// <summary>Name of a cadence in telemetry and mail categories.</summary>
    internal static string Name(Cadence cadence) => cadence switch { Cadence.Weekly => "weekly", Cadence.Daily => "daily", _ => "at-once" };

    private static ParallelOptions Limits(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };

    private async Task<DigestPlan> MakePlanAsync(DigestWindow window, CancellationToken cancellationToken)
    {
        var (news, composedBefore) = await TakeNewsAsync(window, cancellationToken);
        var batches = new BatchPlanning(sender.MostRecipients);
        if (news.Fresh.Count > 0)
        {
            var groups = await GroupAsync(window, composedBefore, cancellationToken);
            foreach (var (group, readers) in groups.OrderBy(g => ChoiceOf(window, g.Key), StringComparer.Ordinal))
            {
                batches.Add(ChoiceOf(window, group), readers, readers.Count > 0 ? await RenderAsync(window, group, news, cancellationToken) : null);
            }
        }

        var plan = new DigestPlan(window.Id, batches.Batches);
        return (news.Fresh.Count == 0 && window.Cadence == Cadence.AtOnce) || await store.TryWritePlanAsync(plan, cancellationToken)
            ? plan
            : await store.ReadPlanAsync(window.Id, cancellationToken) ?? plan;
    }

    private static string ChoiceOf(DigestWindow window, ReaderGroup group) => SubscribersTable.ChoiceKey(window.Cadence, group.Language, DigestFilter.Parse(group.Filter));

    // What is new is written down before anything is made of it: a second try finds the same.
    private async Task<(WindowNews News, DateTimeOffset ComposedBefore)> TakeNewsAsync(DigestWindow window, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (told, version) = await store.ReadToldAsync(window.Cadence, cancellationToken);
            var start = told?.Start ?? window.From;
            var from = Later(start, window.To - News.Lookback(window.Cadence));
            var candidates = await SeenAsync(Earlier(from, window.Before.From), window.To, cancellationToken);
            var before = candidates.Where(m => m.FirstSeen >= window.Before.From && m.FirstSeen < window.From).ToList();
            var mayBeNew = candidates.Where(m => m.FirstSeen >= from);
            if (told?.Window == window.Id)
            {
                var ids = told.Fresh.ToHashSet();
                return (new([.. mayBeNew.Where(m => ids.Contains(m.Measure.Id.Value))], before, candidates), told.ComposedBefore);
            }

            var fresh = News.Of(mayBeNew, told?.Told ?? []);
            if (fresh.Count == 0 && window.Cadence == Cadence.AtOnce)
            {
                return (new([], before, candidates), DateTimeOffset.MinValue);
            }

            var after = new ToldSoFar(
                start,
                window.Id,
                [.. fresh.Select(m => m.Measure.Id.Value)],
                [.. (told?.Told ?? []).Where(t => t.FirstSeen >= from), .. fresh.Select(m => new Told(m.Measure.Id, m.Report, m.FirstSeen))])
            { ComposedAt = clock.GetUtcNow(), ComposedBefore = told?.ComposedAt ?? DateTimeOffset.MinValue };
            if (await store.TryWriteToldAsync(window.Cadence, after, version, cancellationToken))
            {
                return (new(fresh, before, candidates), after.ComposedBefore);
            }
        }
    }

    private async Task<Dictionary<ReaderGroup, List<string>>> GroupAsync(DigestWindow window, DateTimeOffset composedBefore, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<ReaderGroup, List<string>>();
        var seen = new HashSet<string>();
        await foreach (var reader in subscribers.ReadersAsync(window.Cadence, cancellationToken))
        {
            var group = new ReaderGroup(reader.Filter, reader.Language, ToldUntil(reader, window, composedBefore));
            if (!groups.TryGetValue(group, out var ids))
            {
                groups[group] = ids = [];
            }

            // Somebody whose change of choice was stopped half-way is listed twice, and told once.
            if (seen.Add(reader.Id))
            {
                ids.Add(reader.Id);
            }
        }

        return groups;
    }

    // Somebody who changed the cadence since the last window was told up to the end of the last window of the old one.
    private static DateTimeOffset? ToldUntil(Reader reader, DigestWindow window, DateTimeOffset composedBefore) =>
        reader is { CadenceBefore: { } before, CadenceSince: { } since } && since > composedBefore && since <= window.To.AddDays(1)
            ? before == Cadence.AtOnce ? since : DigestWindow.LastEnded(before, since).To
            : null;

    private async Task<string?> RenderAsync(DigestWindow window, ReaderGroup group, WindowNews news, CancellationToken cancellationToken)
    {
        var filter = DigestFilter.Parse(group.Filter);
        var fresh = group.ToldUntil is { } until ? RankedMeasures.Of(news.Candidates.Where(m => m.FirstSeen >= until)) : news.Ranked;
        if (!fresh.Any(filter))
        {
            return null;
        }

        var before = window.Cadence == Cadence.AtOnce ? null : news.RankedBefore;
        var rendering = await renderer.RenderAsync(limit => DigestComposer.Compose(window, fresh, before, filter, limit), group.Language);
        var name = $"{filter.Key()}-{group.Language}{(group.ToldUntil is { } told ? $"-{told.ToUnixTimeSeconds()}" : "")}".ToLowerInvariant();
        await store.WriteRenderingAsync(window.Id, name, rendering, cancellationToken);
        telemetry.DigestRendered(Name(window.Cadence), System.Text.Encoding.UTF8.GetByteCount(rendering.Html));
        return name;
    }

    private async Task<List<StoredMeasure>> SeenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var seen = new List<StoredMeasure>();
        await foreach (var measure in measures.FirstSeenAsync(from, to, cancellationToken))
        {
            seen.Add(measure);
        }

        return seen;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    [LoggerMessage(Level = LogLevel.Information, Message = "Digest {Window}: {Readers} readers in {Batches} batches.")]
    private partial void LogComposed(string window, int readers, int batches);

    private sealed record WindowNews(IReadOnlyList<StoredMeasure> Fresh, List<StoredMeasure> Before, List<StoredMeasure> Candidates)
    {
        public RankedMeasures Ranked { get; } = RankedMeasures.Of(Fresh);

        public RankedMeasures RankedBefore { get; } = RankedMeasures.Of(Before);
    }

    private sealed record ReaderGroup(string Filter, DigestLanguage Language, DateTimeOffset? ToldUntil);
}
