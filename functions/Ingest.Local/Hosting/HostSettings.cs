using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.Local.Hosting;

/// <summary>What host.json says, as far as the local host follows it; defaults are those of the Functions host.</summary>
public sealed record HostSettings
{
    /// <summary>Blobs that one function works on at a time.</summary>
    public int BlobParallelism { get; init; } = 8;

    /// <summary>Tries of a blob before it goes to the poison queue.</summary>
    public int BlobTries { get; init; } = 5;

    /// <summary>Messages of one queue that are worked on at a time.</summary>
    public int QueueParallelism { get; init; } = 24;

    /// <summary>Tries of a message before it goes to the poison queue.</summary>
    public int QueueTries { get; init; } = 5;

    /// <summary>How long a failed message stays hidden before its next try.</summary>
    public TimeSpan QueueRetryDelay { get; init; }

    /// <summary>What stands before every HTTP route; empty for nothing.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>How long a function may run.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The host.json that lies beside the program, as in a deployment.</summary>
    public static HostSettings OfThisProgram { get; } = Read(Path.Combine(AppContext.BaseDirectory, "host.json"));

    /// <summary>Reads a host.json.</summary>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static HostSettings Read(string path)
    {
        var host = JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        var (blobs, queues) = (host["extensions"]?["blobs"], host["extensions"]?["queues"]);
        var defaults = new HostSettings();
        var batch = queues?["batchSize"]?.GetValue<int>() ?? 16;
        return new HostSettings
        {
            BlobParallelism = blobs?["maxDegreeOfParallelism"]?.GetValue<int>() ?? defaults.BlobParallelism,
            BlobTries = blobs?["poisonBlobThreshold"]?.GetValue<int>() ?? defaults.BlobTries,
            QueueParallelism = batch + (queues?["newBatchThreshold"]?.GetValue<int>() ?? batch / 2),
            QueueTries = queues?["maxDequeueCount"]?.GetValue<int>() ?? defaults.QueueTries,
            QueueRetryDelay = Span(queues?["visibilityTimeout"]) ?? defaults.QueueRetryDelay,
            RoutePrefix = host["extensions"]?["http"]?["routePrefix"]?.GetValue<string>() ?? defaults.RoutePrefix,
            FunctionTimeout = Span(host["functionTimeout"]) ?? defaults.FunctionTimeout,
        };
    }

    private static TimeSpan? Span(JsonNode? node) =>
        node is null ? null : TimeSpan.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);
}
