using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Storage.Queues;
using Ingest.Functions.Telemetry;
using Ingest.Local.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Functions.Tests.Telemetry;

public sealed class InvocationTelemetryTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("ingest-telemetry-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task Invoke_Marks_The_Span_Of_A_Failed_Function_Without_Telling_Its_Message()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IngestTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { if (span.OperationName == nameof(FailingTimer)) { spans.Add(span); } },
        };
        ActivitySource.AddActivityListener(listener);

        await using (var host = await StartAsync("UseDevelopmentStorage=true", typeof(FailingTimer)))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.RunTimerAsync(nameof(FailingTimer)));
        }

        var span = Assert.Single(spans);
        Assert.Equal((ActivityStatusCode.Error, nameof(InvalidOperationException)), (span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task Invoke_Records_How_Long_A_Message_Waited()
    {
        var connection = azurite.NewAccount();
        var queue = new QueueClient(connection, "waiting", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateAsync(cancellationToken: Token);
        await queue.SendMessageAsync("hello", Token);
        var ages = new TaskCompletionSource<(double Age, object? Function)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(connection, typeof(WaitingQueue), waitsFor: ages);

        var (age, function) = await ages.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Equal(nameof(WaitingQueue), function);
        Assert.InRange(age, 0, 60);
    }

    [Theory]
    [InlineData("{\"Window\":\"2026-W47\",\"TraceParent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}", true)]
    [InlineData("{\"Window\":\"2026-W47\",\"TraceParent\":7}", false)]
    [InlineData("{ no json", false)]
    public async Task Invoke_Continues_The_Trace_Of_Who_Sent_The_Message(string message, bool continues)
    {
        var connection = azurite.NewAccount();
        var queue = new QueueClient(connection, "waiting", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateAsync(cancellationToken: Token);
        var traces = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IngestTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { if (span.OperationName == nameof(WaitingQueue)) { traces.TrySetResult(span.TraceId.ToHexString()); } },
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await StartAsync(connection, typeof(WaitingQueue));
        await queue.SendMessageAsync(message, Token);

        var trace = await traces.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Equal(continues, trace == "0af7651916cd43dd8448eb211c80319c");
    }

    private Task<LocalHost> StartAsync(string connection, Type functions, TaskCompletionSource<(double, object?)>? waitsFor = null) => LocalHost.StartAsync(
        new LocalHostOptions
        {
            Functions = LocalFunction.FindIn([functions]),
            Register = (worker, configuration) =>
            {
                worker.Services.AddIngestTelemetry(configuration);
                worker.UseMiddleware<InvocationTelemetry>();
                worker.Services.AddHostedService(services => new AgeListener(services.GetRequiredService<IMeterFactory>(), waitsFor));
            },
            Settings = new Dictionary<string, string?> { ["Storage"] = connection },
            StateFolder = _state.FullName,
            Timers = false,
        },
        Token);

    /// <summary>Hears the ages that this host's own meter records, and no other test's.</summary>
    private sealed class AgeListener(IMeterFactory meters, TaskCompletionSource<(double, object?)>? heard) : IHostedService, IDisposable
    {
        private readonly MeterListener _listener = new();

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _listener.InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name == "ingest.queue.age")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((_, age, tags, _) => heard?.TrySetResult((age, tags[0].Value)));
            _listener.Start();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _listener.Dispose();
    }

    internal sealed class FailingTimer
    {
        [Function(nameof(FailingTimer))]
        public static void Run([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => throw new InvalidOperationException($"550 <reader@example.cn> {timer.IsPastDue}");
    }

    internal sealed class WaitingQueue
    {
        [Function(nameof(WaitingQueue))]
        public static void Run([QueueTrigger("waiting", Connection = "Storage")] string message) => _ = message;
    }
}
