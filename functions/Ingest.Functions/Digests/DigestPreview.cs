using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;

namespace Ingest.Functions.Digests;

/// <summary>Looks at a digest without sending it: <c>./ingest digest --week 2026-W47 --subscriber ADDRESS --open</c> and <c>--dry-run</c>.</summary>
public sealed class DigestPreview(MeasuresTable measures, SubscribersTable subscribers, SubscriptionKeys keys, DigestRenderer renderer)
{
    private const int MostOnPage = 5000;

    /// <summary>What a choice would get for a window, or null where nothing is new: <c>RenderAsync(window, Choice.Default)</c> for everything.</summary>
    public async Task<RenderedDigest?> RenderAsync(DigestWindow window, Choice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(choice);
        var (now, before) = await SeenAsync(window, cancellationToken);
        return now.Exists(m => choice.Filter.Wants(m.Measure))
            ? await renderer.RenderAsync(limit => DigestComposer.Compose(window, now, before, choice.Filter, limit), choice.Language)
            : null;
    }

    /// <summary>The digest of a window as a web page, with everything that a mail leaves out.</summary>
    public async Task<string> PageAsync(DigestWindow window, Choice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(choice);
        var (now, before) = await SeenAsync(window, cancellationToken);
        return await renderer.PageAsync(DigestComposer.Compose(window, now, before, choice.Filter, MostOnPage), choice.Language);
    }

    /// <summary>The choice of a subscriber, or null where the address is not known.</summary>
    public async Task<Choice?> ChoiceOfAsync(ReaderAddress address, CancellationToken cancellationToken) =>
        await subscribers.FindAsync(keys.IdOf(address), cancellationToken) is { } subscriber ? new(subscriber.Filter, subscriber.Cadence, subscriber.Language) : null;

    /// <summary>Who would get what: every reader of the window's cadence with the number of measures, none where nothing would be sent.</summary>
    public async IAsyncEnumerable<(string SubscriberId, DigestFilter Filter, DigestLanguage Language, int Measures)> DryRunAsync(
        DigestWindow window, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        var (now, _) = await SeenAsync(window, cancellationToken);
        var counts = new Dictionary<string, int>();
        await foreach (var reader in subscribers.ReadersAsync(window.Cadence, cancellationToken))
        {
            var filter = DigestFilter.Parse(reader.Filter);
            if (!counts.TryGetValue(reader.Filter, out var count))
            {
                counts[reader.Filter] = count = DigestComposer.Compose(window, now, null, filter, 0).Totals.Measures;
            }

            yield return (reader.Id, filter, reader.Language, count);
        }
    }

    private async Task<(List<StoredMeasure> Now, List<StoredMeasure> Before)> SeenAsync(DigestWindow window, CancellationToken cancellationToken)
    {
        var all = await measures.FirstSeenAsync(window.Before.From, window.To, cancellationToken).ToListAsync(cancellationToken);
        return (all.FindAll(m => m.FirstSeen >= window.From), all.FindAll(m => m.FirstSeen < window.From));
    }
}
