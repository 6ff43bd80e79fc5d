using System.Collections.Concurrent;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Digests;
using Ingest.Functions.Mail;
using Ingest.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Ingest.Functions.Tests.Digests.DigestApp;

namespace Ingest.Functions.Tests.Digests;

/// <summary>
/// A digest run is stopped at each of its storage and provider calls, one run for each, before and after the call takes
/// effect; then it is started again. Known from listmonk #2313 and #2070: crashes that repeated mails or skipped readers.
/// </summary>
public class OnceTests(AzuriteFixture azurite)
{
    // Two chose what nobody else did: theirs are batches of one, asked for by one message.
    private static readonly string[] Readers = ["li@example.org", "qian@example.org", "sun@example.org", "wang@example.org", "zhao@example.org"];
    private static readonly Dictionary<string, string> Places = new() { ["qian@example.org"] = "420000", ["sun@example.org"] = "421100" };

    [Fact]
    public async Task Run_Sends_Each_Reader_Exactly_One_Mail_Wherever_It_Is_Stopped()
    {
        var undisturbed = new StopAtCall(0, afterwards: false);
        Assert.Equal(Readers, (await RunAsync(undisturbed)).Mails.Order());
        Assert.InRange(undisturbed.Calls, 20, 90);

        var lost = new ConcurrentBag<string>();
        var stops = Enumerable.Range(1, undisturbed.Calls).SelectMany(n => new[] { (Call: n, After: false), (Call: n, After: true) });
        await Parallel.ForEachAsync(stops, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (at, _) =>
        {
            var stop = new StopAtCall(at.Call, at.After);
            var (mails, unknown, _) = await RunAsync(stop);
            Assert.Equal(mails.Distinct(), mails);
            if (unknown == 0)
            {
                Assert.Equal(Readers, mails.Order());
                return;
            }

            // The one case that nobody can settle: stopped between asking the provider and writing its answer down.
            Assert.InRange(unknown, 1, 2);
            Assert.InRange(mails.Count, Readers.Length - unknown, Readers.Length);
            lost.Add($"{at.Call}{(at.After ? "+" : "-")}");
        });

        // Per batch: after the row says "handed", before and after the provider's call, before its answer is written; and while
        // one of the two that go together is under way, the calls of the other.
        Assert.InRange(lost.Count, 1, 20);
    }

    [Fact]
    public async Task Run_Is_Done_At_Once_Whichever_Answer_Of_Storage_Is_Lost()
    {
        var undisturbed = new StopAtCall(0, afterwards: false);
        await RunAsync(undisturbed);

        // The client waits a second before it sends a call again; so many runs side by side.
        await Parallel.ForAsync(1, undisturbed.Calls + 1, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (call, _) =>
        {
            var run = await RunAsync(new StopAtCall(call, afterwards: false) { OnlyAnswer = true });
            Assert.Equal(Readers, run.Mails.Order());
            Assert.Equal(0, run.Unknown);
            Assert.True(run.IsDoneAtOnce, $"call {call}");
        });
    }

    [Fact]
    public async Task Run_Settles_A_Lost_Answer_From_The_Providers_Events()
    {
        var connection = azurite.NewAccount();
        var provider = new RememberingSender();
        await using var app = await StartAsync(connection, provider);
        await app.SubscribeAsync(Readers[0]);
        await app.SubscribeAsync(Readers[1]);
        await app.StoreAsync(Measure("黄冈市总工会", Week.From));
        provider.Answer = batch =>
        {
            provider.Taken.Enqueue(batch);
            return new SendOutcome(SendKind.Unknown, "the answer was lost");
        };
        await app.RunAsync(Week);

        var one = provider.Taken.Single().Recipients[0].SubscriberId;
        await app.Get<MailEvents>().HandleAsync(
            [new MailEvent { Id = "e1", Kind = "processed", Digest = Week.Id, Batch = "0001", Subscriber = one, Timestamp = app.Clock.Now.ToUnixTimeSeconds() }], TestContext.Current.CancellationToken);
        await app.Get<DigestDelivery>().SendAsync(SendMessage.For(Week.Id, "0001"), TestContext.Current.CancellationToken);

        var ledger = app.Get<LedgerTable>();
        Assert.All(await ledger.DeliveriesAsync(Week.Id, "0001", TestContext.Current.CancellationToken), d => Assert.Equal(DeliveryState.Sent, LedgerTable.StateOf(d)));
        Assert.Equal(BatchState.Done, (await ledger.BatchAsync(Week.Id, "0001", TestContext.Current.CancellationToken)).State);
        Assert.Single(provider.Taken);
    }

    private async Task<(List<string> Mails, int Unknown, bool IsDoneAtOnce)> RunAsync(StopAtCall stop)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var connection = azurite.NewAccount();
        var provider = new RememberingSender { MostRecipients = 2 };
        var clock = new StandingClock { Now = Week.To.AddHours(8.5) };
        await using (var before = await StartAsync(connection, provider, clock))
        {
            foreach (var reader in Readers)
            {
                await before.SubscribeAsync(reader, Choice.Default with { Filter = Places.TryGetValue(reader, out var place) ? new DigestFilter { Places = [place] } : Choice.Default.Filter });
            }

            await before.StoreAsync(Measure("黄冈市总工会", Week.From), Measure("孝感市总工会", Week.From.AddDays(2)));
            await before.Get<DigestQueues>().ComposeAsync(Week, cancellationToken);
        }

        var open = new List<QueueMessage>();
        await using (var doomed = await StartAsync(connection, provider, clock, services => services
            .AddSingleton<IMailSender>(new StoppingSender(stop, provider))
            .AddSingleton<HttpPipelinePolicy>(stop)))
        {
            stop.IsArmed = true;
            await WorkAsync(doomed, connection, open, cancellationToken);
        }

        await using var restarted = await StartAsync(connection, provider, clock);
        await WorkAsync(restarted, connection, open, cancellationToken);

        // What is left open waits for events, then for the deadline; then its message comes round once more.
        clock.Now += TimeSpan.FromHours(25);
        var (unknown, isDoneAtOnce) = (0, true);
        foreach (var batch in (await restarted.Get<DigestStore>().ReadPlanAsync(Week.Id, cancellationToken))!.Batches)
        {
            isDoneAtOnce &= (await restarted.Get<LedgerTable>().BatchAsync(Week.Id, batch.Number, cancellationToken)).State == BatchState.Done;
            await restarted.Get<DigestDelivery>().SendAsync(SendMessage.For(Week.Id, batch.Number), cancellationToken);
            Assert.Equal(BatchState.Done, (await restarted.Get<LedgerTable>().BatchAsync(Week.Id, batch.Number, cancellationToken)).State);
            unknown += (await restarted.Get<LedgerTable>().DeliveriesAsync(Week.Id, batch.Number, cancellationToken)).Count(d => LedgerTable.StateOf(d) == DeliveryState.Unknown);
        }

        return ([.. provider.Addresses], unknown, isDoneAtOnce);
    }

    // As the Functions host: a message whose function did not end well comes again; here at once, after the restart.
    private static async Task WorkAsync(DigestApp app, string connection, List<QueueMessage> open, CancellationToken cancellationToken)
    {
        var queues = new QueueServiceClient(connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var windows = queues.GetQueueClient(StorageNames.DigestWindowsQueue);
        var batches = queues.GetQueueClient(StorageNames.DigestsQueue);
        var waiting = new Queue<QueueMessage>(open);
        open.Clear();
        while (true)
        {
            if (waiting.Count == 0)
            {
                foreach (var queue in new[] { windows, batches })
                {
                    (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), cancellationToken)).Value.ToList().ForEach(waiting.Enqueue);
                }
            }

            if (!waiting.TryDequeue(out var message))
            {
                return;
            }

            try
            {
                await (message.Body.ToString().Contains("Batch", StringComparison.Ordinal)
                    ? app.Get<DigestDelivery>().SendAsync(message.Body.ToObjectFromJson<SendMessage>()!, cancellationToken)
                    : app.Get<DigestComposition>().ComposeAsync(Week, cancellationToken));
            }
            catch (Exception stopped) when (stopped is ProcessStoppedException || stopped.InnerException is ProcessStoppedException || stopped is AggregateException)
            {
                open.Add(message);
                open.AddRange(waiting);
                return;
            }
        }
    }
}
