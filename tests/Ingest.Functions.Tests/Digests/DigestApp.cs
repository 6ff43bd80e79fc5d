using Azure.Data.Tables;
using Azure.Storage.Queues;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Digests;
using Ingest.Functions.Mail;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests.Digests;

/// <summary>The digest part of the program on its own account, with a clock that stands and a sender that remembers.</summary>
internal sealed class DigestApp : IAsyncDisposable
{
    /// <summary>Week 47 of 2026, Monday to Sunday in Shanghai.</summary>
    public static readonly DigestWindow Week = DigestWindow.Week(new DateOnly(2026, 11, 18));

    private readonly TestApp _app;

    private DigestApp(TestApp app, StandingClock clock, RememberingSender sender) => (_app, Clock, Sender) = (app, clock, sender);

    public StandingClock Clock { get; }

    public RememberingSender Sender { get; }

    public static async Task<DigestApp> StartAsync(string connection, RememberingSender? sender = null, StandingClock? clock = null, Action<IServiceCollection>? replace = null)
    {
        clock ??= new StandingClock { Now = Week.To.AddHours(8.5) };
        sender ??= new RememberingSender();
        var app = await TestApp.StartAsync(connection, services =>
        {
            services.AddSingleton<TimeProvider>(clock).AddSingleton<IMailSender>(sender);
            replace?.Invoke(services);
        });
        return new(app, clock, sender);
    }

    public T Get<T>()
        where T : notnull => _app.Get<T>();

    public async Task<string> SubscribeAsync(string address, Choice? choice = null)
    {
        Assert.True(ReaderAddress.TryParse(address, out var parsed));
        return (await Get<SubscriberLists>().AddAsync(parsed, choice ?? Choice.Default, Clock.Now.AddDays(-30), TestContext.Current.CancellationToken)).Id;
    }

    /// <summary>Stores measures as ingestion would have.</summary>
    public async Task StoreAsync(params IEnumerable<StoredMeasure> measures)
    {
        var timeline = Get<TableServiceClient>().GetTableClient(StorageNames.TimelineTable);
        foreach (var measure in measures)
        {
            await timeline.UpsertEntityAsync(StoredMeasureRow.Write(TableKeys.Month(measure.FirstSeen), TableKeys.Seen(measure.FirstSeen, measure.Measure.Id.Value), measure), cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Works on the digest queues until they are empty, as the Functions host would.</summary>
    public async Task DrainAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var queues = Get<QueueServiceClient>();
        while (true)
        {
            var worked = false;
            foreach (var message in (await queues.GetQueueClient(StorageNames.DigestWindowsQueue).ReceiveMessagesAsync(32, TimeSpan.FromSeconds(30), cancellationToken)).Value)
            {
                worked = true;
                await new ComposeDigests(Get<DigestComposition>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<ComposeDigests>.Instance).RunAsync(message.Body.ToObjectFromJson<ComposeMessage>()!, cancellationToken);
                await queues.GetQueueClient(StorageNames.DigestWindowsQueue).DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }

            foreach (var message in (await queues.GetQueueClient(StorageNames.DigestsQueue).ReceiveMessagesAsync(32, TimeSpan.FromSeconds(30), cancellationToken)).Value)
            {
                worked = true;
                await new SendDigest(Get<DigestDelivery>()).RunAsync(message.Body.ToObjectFromJson<SendMessage>()!, cancellationToken);
                await queues.GetQueueClient(StorageNames.DigestsQueue).DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }

            if (!worked)
            {
                return;
            }
        }
    }

    /// <summary>Runs a window's digest to its end.</summary>
    public async Task RunAsync(DigestWindow window)
    {
        await Get<DigestQueues>().ComposeAsync(window, TestContext.Current.CancellationToken);
        await DrainAsync();
    }

    public static StoredMeasure Measure(string org, DateTimeOffset firstSeen, decimal yuan = 1_030_000, string place = "421100", Category category = Category.Funds, string report = "hubei/report.txt") =>
        new(new Measure(new TextSpan(0, 10), category) { Quote = $"{org}拨付慰问资金", Orgs = [org], Place = place, Date = MeasureDate.Day(new DateOnly(2026, 11, 17)), Money = [new(yuan, MoneyRole.Total)] }, ReportId.Of(report), firstSeen)
        {
            Office = "hubei",
            ReportTitle = "工会在行动",
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
