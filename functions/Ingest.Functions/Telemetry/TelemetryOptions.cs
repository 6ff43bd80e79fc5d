namespace Ingest.Functions.Telemetry;

/// <summary>
/// Where telemetry goes beyond the standard variables. <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> sends it to
/// Application Insights, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> to any OTLP collector.
/// </summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Telemetry";

    /// <summary>Prints spans, metrics and logs on standard output; what <c>--telemetry</c> sets.</summary>
    public bool Console { get; set; }
}
