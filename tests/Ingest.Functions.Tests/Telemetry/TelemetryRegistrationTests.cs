using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ingest.Core.Reading;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Tests.Telemetry;

public sealed class TelemetryRegistrationTests
{
    [Fact]
    public void AddIngestTelemetry_Adds_No_Exporter_When_No_Destination_Is_Configured()
    {
        using var services = Services([]);

        Assert.Null(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<IngestTelemetry>());
    }

    [Theory]
    [InlineData("Telemetry:Console", "true")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:1/")]
    public void AddIngestTelemetry_Exports_Spans_And_Metrics_When_A_Destination_Is_Configured(string key, string value)
    {
        using var services = Services(new() { [key] = value });

        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<MeterProvider>());
        using var span = IngestTelemetry.Start("report.ingest");
        Assert.NotNull(span);
    }

    [Fact]
    public void Start_Continues_The_Trace_That_A_Message_Carried()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IngestTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        string? carried;
        string? trace;
        using (var compose = IngestTelemetry.Start("digest.compose"))
        {
            carried = compose?.Id;
            trace = compose?.TraceId.ToHexString();
        }

        using var send = IngestTelemetry.Start("digest.send", carried);

        Assert.Equal(trace, send?.TraceId.ToHexString());
    }

    [Fact]
    public void ReportSettled_Counts_By_Outcome_And_Format()
    {
        using var services = Services([]);
        var telemetry = services.GetRequiredService<IngestTelemetry>();
        var seen = new List<(string Name, string Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, services.GetRequiredService<IMeterFactory>()))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            seen.Add((instrument.Name, $"{value} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}")));
        listener.Start();

        telemetry.ReportSettled("extracted", ReportFormat.Docx, 20);

        Assert.Contains(("ingest.reports", "1 outcome=extracted format=docx"), seen);
        Assert.Contains(("ingest.measures", "20 outcome=extracted format=docx"), seen);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddIngestTelemetry(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();
}
