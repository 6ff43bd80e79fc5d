using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingest.Functions.Telemetry;

/// <summary>Switches OpenTelemetry on where somebody receives it; costs nothing where nobody does.</summary>
public static class TelemetryRegistration
{
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    /// <summary>Adds <see cref="IngestTelemetry"/>, and an exporter for each destination the configuration names.</summary>
    public static IServiceCollection AddIngestTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddMetrics().AddSingleton<IngestTelemetry>();

        var applicationInsights = configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
        var toAzure = !string.IsNullOrWhiteSpace(applicationInsights);
        var toCollector = !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var toConsole = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>()?.Console ?? false;
        if (!toAzure && !toCollector && !toConsole)
        {
            return services;
        }

        // The host forwards the worker's logs unless told that the worker sends its own: without this each line arrives twice.
        services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerOpenTelemetryEnabled"] = bool.TrueString);

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("ingest", serviceVersion: typeof(IngestTelemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(tracing => tracing.AddSource(IngestTelemetry.Name, WorkerSource))
            .WithMetrics(metrics => metrics.AddMeter(IngestTelemetry.Name))
            .WithLogging(logging => logging.AddProcessor(new AddressRedaction()), logs => logs.IncludeFormattedMessage = true);

        if (!toAzure)
        {
            // In Azure the Functions host decides what is recorded; elsewhere nobody does, and our spans under ASP.NET's own would be dropped.
            telemetry.WithTracing(tracing => tracing.SetSampler(new AlwaysOnSampler()));
        }

        if (toCollector)
        {
            telemetry.UseOtlpExporter();
        }

        if (toConsole)
        {
            telemetry.WithTracing(tracing => tracing.AddConsoleExporter())
                .WithMetrics(metrics => metrics.AddConsoleExporter())
                .WithLogging(logging => logging.AddConsoleExporter());
        }

        if (toAzure)
        {
            var identity = Identity(configuration["AZURE_CLIENT_ID"]);
            telemetry.WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(azure => azure.ConnectionString = applicationInsights, identity))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(azure => azure.ConnectionString = applicationInsights, identity))
                .WithLogging(logging => logging.AddAzureMonitorLogExporter(azure => azure.ConnectionString = applicationInsights, identity));
        }

        return services;
    }

    /// <summary>Application Insights takes Entra tokens only (infra/modules/monitoring.bicep turns its keys off).</summary>
    private static ManagedIdentityCredential? Identity(string? clientId) => string.IsNullOrWhiteSpace(clientId)
        ? null
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
