using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Storage;

/// <summary>Clients of the storage account's three services, by connection string or identity.</summary>
/// <param name="storage">Which account.</param>
/// <param name="policies">Policies to add to every request, e.g. a counter in tests.</param>
public sealed class StorageClients(IOptions<StorageOptions> storage, IEnumerable<HttpPipelinePolicy> policies)
{
    private readonly StorageOptions _options = storage.Value;
    private readonly HttpPipelinePolicy[] _policies = [.. policies];

    /// <summary>The blob service.</summary>
    public BlobServiceClient Blobs() => _options.ConnectionString is { } connection
        ? new BlobServiceClient(connection, WithPolicies(new BlobClientOptions()))
        : new BlobServiceClient(_options.BlobServiceUri, Identity(), WithPolicies(new BlobClientOptions()));

    /// <summary>The queue service; messages are Base64, as the Functions host reads and writes them.</summary>
    public QueueServiceClient Queues()
    {
        var queues = WithPolicies(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        return _options.ConnectionString is { } connection
            ? new QueueServiceClient(connection, queues)
            : new QueueServiceClient(_options.QueueServiceUri, Identity(), queues);
    }

    /// <summary>The table service.</summary>
    public TableServiceClient Tables() => _options.ConnectionString is { } connection
        ? new TableServiceClient(connection, WithPolicies(new TableClientOptions()))
        : new TableServiceClient(_options.TableServiceUri, Identity(), WithPolicies(new TableClientOptions { Audience = Audience(_options.TableServiceUri!) }));

    /// <summary>Whom tokens for tables are meant for: unlike blobs and queues, tables have one for each cloud.</summary>
    private static TableAudience Audience(Uri tables) => tables.Host.EndsWith(".chinacloudapi.cn", StringComparison.OrdinalIgnoreCase)
        ? TableAudience.AzureChina
        : TableAudience.AzurePublicCloud;

    private TokenCredential Identity() => string.IsNullOrEmpty(_options.Credential)
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(string.IsNullOrEmpty(_options.ClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(_options.ClientId));

    private T WithPolicies<T>(T clientOptions)
        where T : ClientOptions
    {
        foreach (var policy in _policies)
        {
            clientOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return clientOptions;
    }
}
