using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Digests;
using Ingest.Functions.Mail;
using Ingest.Functions.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Local.Demo;

/// <summary>What became of the demo's digest.</summary>
/// <param name="Summary">One sentence.</param>
/// <param name="Files">The mail, as .eml and .html.</param>
internal sealed record WeeklyDigest(string Summary, IReadOnlyList<string> Files)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Subscribes the demo's reader and runs the digest of this week. Elsewhere the timer runs it when the week is over; the
    /// demo does not wait for Monday.
    /// </summary>
    /// <exception cref="ToolException">The digest was not sent in time.</exception>
    public static async Task<WeeklyDigest> SendAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        await services.GetRequiredService<SubscriberLists>().AddAsync(new ReaderAddress("reader@example.org"), Choice.Default, now, cancellationToken);
        var window = DigestWindow.Week(DigestWindow.DayOf(now));
        var plan = await services.GetRequiredService<DigestComposition>().ComposeAsync(window, cancellationToken);
        var sent = await UntilSentAsync(services.GetRequiredService<LedgerTable>(), plan, cancellationToken);
        return sent.Any(at => at >= now)
            ? new($"Digest {window.Id} sent to {sent.Count(at => at >= now)} reader.", [.. Mails(services.GetRequiredService<IOptions<MailOptions>>().Value.Folder, window).Where(file => File.GetLastWriteTimeUtc(file) >= now.UtcDateTime)])
            : new($"Nothing new to send: digest {window.Id} {(sent.Count > 0 ? "was sent before" : "has nothing new")}.", []);
    }

    private static IEnumerable<string> Mails(string outbox, DigestWindow window) =>
        Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox, $"*{window.Id}*").Order(StringComparer.Ordinal) : [];

    private static async Task<List<DateTimeOffset>> UntilSentAsync(LedgerTable ledger, DigestPlan plan, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var sent = new List<DateTimeOffset>();
        try
        {
            foreach (var batch in plan.Batches)
            {
                while ((await ledger.BatchAsync(plan.Window, batch.Number, patience.Token)).State != BatchState.Done)
                {
                    await Task.Delay(100, patience.Token);
                }

                var deliveries = await ledger.DeliveriesAsync(plan.Window, batch.Number, patience.Token);
                sent.AddRange(deliveries.Select(delivery => delivery.GetDateTimeOffset($"{nameof(DeliveryState.Sent)}At")).OfType<DateTimeOffset>());
            }

            return sent;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"digest {plan.Window} was not sent within {Patience.TotalMinutes} minutes; run `./ingest start` to see the functions' logs.");
        }
    }
}
