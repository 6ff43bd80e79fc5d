using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Core.Subscriptions;
using Ingest.Functions;
using Ingest.Functions.Digests;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;
using Ingest.Local.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Benchmarks;

/// <summary>A weekly digest to a hundred thousand readers with five hundred different choices, on Azurite and a SendGrid of our own.</summary>
internal static class DigestSending
{
    private const int Filters = 500;
    private const int Measures = 2000;
    private const int MessagesAtATime = 4;
    private const int BatchesInMessage = 5;
    private static readonly DigestWindow Week = DigestWindow.Week(new DateOnly(2026, 11, 4));
    private static readonly SubscriptionKeys Keys = new(new byte[32]);
    private static readonly int Readers = int.Parse(Environment.GetEnvironmentVariable("INGEST_BENCH_READERS") ?? "100000", CultureInfo.InvariantCulture);

    public static Benchmark Benchmark { get; } = new(
        "digest", "Does a weekly digest to 100,000 readers cost about what its ledger costs to write, in little memory and as few requests as can be?", RunAsync);

    private static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var azurite = await AzuriteServer.StartAsync(dataFolder: null, ["bench", "bare"], cancellationToken: cancellationToken);
        await using var provider = await Provider.StartAsync(cancellationToken);
        await using var bareServices = await ServicesAsync(azurite.ConnectionStringOf("bare"), provider.Address, cancellationToken);
        await using var services = await ServicesAsync(azurite.ConnectionStringOf("bench"), provider.Address, cancellationToken);
        await SeedAsync(services.GetRequiredService<TableServiceClient>(), cancellationToken);

        var bareCalls = bareServices.GetRequiredService<TableCalls>();
        var bare = await BareAsync(bareServices.GetRequiredService<LedgerTable>(), cancellationToken);
        var calls = services.GetRequiredService<TableCalls>();
        calls.Reset();
        GC.Collect(2, GCCollectionMode.Aggressive);
        var clock = Stopwatch.StartNew();
        var plan = await services.GetRequiredService<DigestComposition>().ComposeAsync(Week, cancellationToken);
        var composed = clock.Elapsed;
        await DrainAsync(services, cancellationToken);
        var took = clock.Elapsed;

        var groups = plan.Batches.GroupBy(b => b.Rendering).Select(g => g.Sum(b => b.Subscribers.Count)).ToList();
        var least = groups.Sum(size => (size + 999) / 1000);
        using var self = Process.GetCurrentProcess();
        var invariant = CultureInfo.InvariantCulture;
        await output.WriteLineAsync(string.Create(invariant, $"  {groups.Sum():#,0} readers in {groups.Count} groups: {provider.Requests:#,0} requests (least possible {least:#,0}), {provider.Mails:#,0} mails"));
        await output.WriteLineAsync(string.Create(invariant, $"  composed in {composed.TotalSeconds:0.0} s, all sent in {took.TotalSeconds:0.0} s; the bare writes of the ledger {bare.TotalSeconds:0.0} s: ratio {took / bare:0.00} (at most 2)"));
        await output.WriteLineAsync(string.Create(invariant, $"  {calls.Transactions:#,0} transactions of tables in the run, {bareCalls.Transactions:#,0} bare; {calls.Queries:#,0} range queries of {calls.QueryTime.TotalMilliseconds:0} ms each: Azurite looks through the whole table for each, where Azure reads the range"));
        await output.WriteLineAsync(string.Create(invariant, $"  peak memory {self.PeakWorkingSet64 / 1_048_576.0:0} MB (at most 300)"));
    }

    private static async Task<ServiceProvider> ServicesAsync(string connection, Uri provider, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage"] = connection,
            ["Ingest:SiteUrl"] = "https://example.org/",
            ["Mail:Provider"] = "SendGrid",
            ["Mail:From"] = "digests@example.org",
            ["SendGrid:ApiKey"] = "SG.bench",
            ["SendGrid:Host"] = provider.AbsoluteUri,
            ["Tokens:SigningKey"] = Convert.ToBase64String(new byte[32]),
        }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddIngest(configuration)
            .AddSingleton<TableCalls>().AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<TableCalls>()).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().CreateMissingAsync(cancellationToken);
        return services;
    }

    private static async Task SeedAsync(TableServiceClient tables, CancellationToken cancellationToken)
    {
        var timeline = tables.GetTableClient(StorageNames.TimelineTable);
        var measures = Enumerable.Range(0, Measures).Select(i => new StoredMeasure(
            new Measure(new TextSpan(0, 20), (Category)(i % 19))
            {
                Quote = $"第{i}市总工会拨付慰问资金",
                Orgs = [$"第{i}市总工会"],
                Place = $"{11 + (i % 30):00}{1 + (i % 9):00}00",
                Money = [new(10_000 + (i * 100), MoneyRole.Total)],
            },
            ReportId.Of($"office/{i / 20}.txt"),
            Week.From.AddMinutes(i)));
        await WriteAsync(timeline, measures.Select(m => StoredMeasureRow.Write(TableKeys.Month(m.FirstSeen), TableKeys.Seen(m.FirstSeen, m.Measure.Id.Value), m)).GroupBy(r => r.PartitionKey).SelectMany(g => g.Chunk(100)), cancellationToken);

        // Filter by filter, since the readers of one share a partition: nothing but the transaction at hand is in memory.
        var readers = Enumerable.Range(0, Filters).SelectMany(f => Enumerable.Range(0, Readers / Filters).Select(i =>
        {
            var address = AddressOf(f, i);
            return SubscribersTable.Write(new Subscriber(Keys.IdOf(address), address) { State = SubscriberState.Active, Filter = FilterOf(f) });
        }).Chunk(100));
        await WriteAsync(tables.GetTableClient(StorageNames.SubscribersTable), readers, cancellationToken);
    }

    private static async Task WriteAsync(TableClient table, IEnumerable<TableEntity[]> chunks, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(chunks, AtATime(8, cancellationToken), async (chunk, token) =>
            await table.SubmitTransactionAsync(chunk.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), token));
    }

    // What the ledger writes in the run, written by itself, into an account of its own: the same rows with the same keys, in the
    // same transactions and order, as many at a time. Nothing is read, composed, rendered or sent.
    private static async Task<TimeSpan> BareAsync(LedgerTable ledger, CancellationToken cancellationToken)
    {
        var batches = Enumerable.Range(0, Filters)
            .Select(f => new PlannedBatch($"{f + 1:0000}", "rendering", SubscribersTable.ChoiceKey(Week.Cadence, DigestLanguage.Hans, FilterOf(f)), [.. Enumerable.Range(0, Readers / Filters).Select(i => Keys.IdOf(AddressOf(f, i))).Order(StringComparer.Ordinal)]))
            .ToList();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(batches, AtATime(8, cancellationToken), async (batch, token) => await ledger.PlanAsync(Week.Id, batch, token));
        await Parallel.ForEachAsync(batches, AtATime(MessagesAtATime * BatchesInMessage, cancellationToken), async (batch, token) =>
        {
            var rows = LedgerTable.PlannedDeliveries(Week.Id, batch.Number, batch.Subscribers);
            var planned = new LedgerBatch(new TableEntity(LedgerTable.Partition(Week.Id, batch.Number), LedgerTable.BatchKey) { ["State"] = nameof(BatchState.Planned), ETag = Azure.ETag.All });
            var handed = await ledger.TryMoveAsync(planned, rows.Select(row => new DeliveryMove(row, DeliveryState.Sending)), BatchState.Claimed, BatchState.Handed, token);
            await ledger.TryMoveAsync(handed!, rows.Select(row => new DeliveryMove(row, DeliveryState.Sent)), BatchState.Taken, BatchState.Done, token);
        });
        return clock.Elapsed;
    }

    private static ParallelOptions AtATime(int most, CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = most, CancellationToken = cancellationToken };

    private static ReaderAddress AddressOf(int filter, int reader) => new($"reader{filter}-{reader}@example.org");

    private static DigestFilter FilterOf(int filter) => new() { LeastYuan = 10_000 + filter };

    // As the Functions host: several messages at a time.
    private static async Task DrainAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var queue = services.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.DigestsQueue);
        while ((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(10), cancellationToken)).Value is { Length: > 0 } messages)
        {
            await Parallel.ForEachAsync(messages, AtATime(MessagesAtATime, cancellationToken), async (message, token) =>
            {
                await services.GetRequiredService<DigestDelivery>().SendAsync(message.Body.ToObjectFromJson<SendMessage>()!, token);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, token);
            });
        }
    }

    /// <summary>Counts what is asked of tables.</summary>
    private sealed class TableCalls : HttpPipelinePolicy
    {
        private int _transactions;
        private int _queries;
        private long _ticks;

        public int Transactions => _transactions;

        public int Queries => _queries;

        public TimeSpan QueryTime => TimeSpan.FromTicks(_ticks / Math.Max(1, _queries));

        public void Reset() => (_transactions, _queries, _ticks) = (0, 0, 0);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var started = Stopwatch.GetTimestamp();
            await ProcessNextAsync(message, pipeline);
            var uri = message.Request.Uri.ToString();
            if (uri.Contains("/$batch", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _transactions);
            }
            else if (uri.Contains("()?", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _queries);
                Interlocked.Add(ref _ticks, Stopwatch.GetElapsedTime(started).Ticks);
            }
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything is asynchronous.");
    }

    /// <summary>Takes requests as SendGrid would, and counts.</summary>
    private sealed class Provider(WebApplication app) : IAsyncDisposable
    {
        private int _requests;
        private int _mails;

        public int Requests => _requests;

        public int Mails => _mails;

        public Uri Address => new(app.Urls.Single());

        public static async Task<Provider> StartAsync(CancellationToken cancellationToken)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var provider = new Provider(app);
            app.MapPost("/v3/mail/send", provider.TakeAsync);
            await app.StartAsync(cancellationToken);
            return provider;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            using var request = await System.Text.Json.JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            Interlocked.Add(ref _mails, request.RootElement.GetProperty("personalizations").GetArrayLength());
            Interlocked.Increment(ref _requests);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }
}
