using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ingest.Functions.Telemetry;

/// <summary>A span around every function, and how long the message that started it had waited.</summary>
internal sealed class InvocationTelemetry(IngestTelemetry telemetry, TimeProvider time) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        if (WaitingSince(context) is { } since)
        {
            telemetry.Dequeued(function, time.GetUtcNow() - since);
        }

        using var span = IngestTelemetry.Start(function, TraceParentOf(context));
        try
        {
            await next(context);
        }
        catch (Exception failure)
        {
            // The type alone: a message may hold an address or a file's name.
            span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
    }

    /// <summary>Queue triggers say when the message was put there; as JSON text or as a time, by the kind of host.</summary>
    private static DateTimeOffset? WaitingSince(FunctionContext context) =>
        context.BindingContext.BindingData.TryGetValue("InsertionTime", out var inserted) switch
        {
            true when inserted is DateTimeOffset moment => moment,
            true when DateTimeOffset.TryParse(inserted?.ToString()?.Trim('"'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => moment,
            _ => null,
        };

    /// <summary>Our own messages carry the trace of who sent them; those of Event Grid do not.</summary>
    private static string? TraceParentOf(FunctionContext context)
    {
        if (!context.BindingContext.BindingData.TryGetValue("QueueTrigger", out var body) || body?.ToString() is not ['{', ..] text)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) is JsonObject message && message["TraceParent"] is JsonValue value && value.TryGetValue<string>(out var parent) ? parent : null;
        }
        catch (JsonException)
        {
            // Whatever this is, it is the function that must say so.
            return null;
        }
    }
}
