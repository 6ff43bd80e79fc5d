using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Hosting;

/// <summary>What started an invocation, ready to become the type that the function's parameter asks for.</summary>
/// <param name="BindingData">Values that other parameters may take by name.</param>
/// <param name="Try">Which try this is, from 1.</param>
internal abstract record TriggerInput(IReadOnlyDictionary<string, object?> BindingData, int Try)
{
    /// <summary>What started the invocation, in a word.</summary>
    public abstract string Subject { get; }

    /// <summary>POCOs are read as the isolated worker reads them: names in any case.</summary>
    protected static JsonSerializerOptions Json { get; } = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The value for a parameter of a type.</summary>
    /// <exception cref="NotSupportedException">The trigger cannot become that type.</exception>
    public abstract Task<object?> ConvertAsync(Type type, CancellationToken cancellationToken);

    private protected NotSupportedException Unsupported(Type type) => new($"{GetType().Name} does not bind to {type}.");
}

/// <summary>A blob, new or changed.</summary>
internal sealed record BlobInput(BlobClient Blob, IReadOnlyDictionary<string, object?> BindingData, int Try) : TriggerInput(BindingData, Try)
{
    public override string Subject => $"{Blob.BlobContainerName}/{Blob.Name}";

    public override async Task<object?> ConvertAsync(Type type, CancellationToken cancellationToken) =>
        await BlobValues.ReadAsync(Blob, type, cancellationToken) ?? throw Unsupported(type);
}

/// <summary>A message of a queue.</summary>
internal sealed record QueueInput(QueueMessage Message, IReadOnlyDictionary<string, object?> BindingData)
    : TriggerInput(BindingData, (int)Message.DequeueCount)
{
    public override string Subject => Message.MessageId;

    public override Task<object?> ConvertAsync(Type type, CancellationToken cancellationToken) => Task.FromResult<object?>(
        type == typeof(QueueMessage) ? Message
        : type == typeof(BinaryData) ? Message.Body
        : type == typeof(string) ? Message.Body.ToString()
        : type == typeof(byte[]) ? Message.Body.ToArray()
        : JsonSerializer.Deserialize(Message.Body.ToMemory().Span, type, Json));
}

/// <summary>The clock, or a person who does not wait for it.</summary>
internal sealed record TimerInput(TimerInfo Timer) : TriggerInput(new Dictionary<string, object?>(StringComparer.Ordinal), 1)
{
    public override string Subject => "timer";

    public override Task<object?> ConvertAsync(Type type, CancellationToken cancellationToken) => Task.FromResult<object?>(
        type == typeof(TimerInfo) ? Timer : type == typeof(string) ? JsonSerializer.Serialize(Timer) : throw Unsupported(type));
}

/// <summary>An HTTP request.</summary>
internal sealed record HttpInput(HttpContext Http) : TriggerInput(Values(Http.Request), 1)
{
    public override string Subject => Http.Request.Path;

    public override async Task<object?> ConvertAsync(Type type, CancellationToken cancellationToken)
    {
        if (type == typeof(HttpRequest))
        {
            return Http.Request;
        }

        if (type == typeof(string))
        {
            using var reader = new StreamReader(Http.Request.Body);
            return await reader.ReadToEndAsync(cancellationToken);
        }

        return type == typeof(HttpContext) ? Http : await JsonSerializer.DeserializeAsync(Http.Request.Body, type, Json, cancellationToken);
    }

    private static Dictionary<string, object?> Values(HttpRequest request)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        foreach (var (name, value) in request.RouteValues)
        {
            values[name] = value;
        }

        return values;
    }
}
