using System.Text.Json.Nodes;

namespace Ingest.Local.Hosting;

/// <summary>Puts blobs that failed every try where the Functions host puts them, with the fields it gives.</summary>
internal sealed class BlobPoison(StorageAccounts accounts, string? connection)
{
    public const string QueueName = "webjobs-blobtrigger-poison";

    public async Task SendAsync(string function, string container, string blob, string version, CancellationToken cancellationToken)
    {
        var message = new JsonObject
        {
            ["FunctionId"] = $"local.Functions.{function}",
            ["BlobType"] = "BlockBlob",
            ["ContainerName"] = container,
            ["BlobName"] = blob,
            ["ETag"] = version,
        };
        var queue = accounts.Queue(connection, QueueName);
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queue.SendMessageAsync(message.ToJsonString(), cancellationToken);
    }
}
