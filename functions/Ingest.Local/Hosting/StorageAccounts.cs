using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Hosting;

/// <summary>Storage clients by the name of their connection, as triggers and bindings name it.</summary>
internal sealed class StorageAccounts(IConfiguration configuration)
{
    /// <summary>The connection of a binding that names none, and of the host's own queues.</summary>
    public const string DefaultConnection = "AzureWebJobsStorage";

    public BlobContainerClient Container(string? connection, string name) => new(ConnectionString(connection), name);

    /// <summary>A queue; messages are Base64, as everywhere in Functions.</summary>
    public QueueClient Queue(string? connection, string name) =>
        new(ConnectionString(connection), name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private string ConnectionString(string? connection)
    {
        var name = connection ?? DefaultConnection;
        return configuration[name] ?? configuration.GetConnectionString(name)
            ?? throw new ToolException($"The local host needs a connection string in the setting {name}.");
    }
}
