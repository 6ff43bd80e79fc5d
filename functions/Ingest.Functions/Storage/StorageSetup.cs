using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Storage;

/// <summary>A part of the program names the storage it needs, so that a development machine can create it.</summary>
/// <param name="Containers">Blob containers.</param>
/// <param name="Queues">Queues.</param>
/// <param name="Tables">Tables.</param>
public sealed record StorageNeeds(IReadOnlyList<string> Containers, IReadOnlyList<string> Queues, IReadOnlyList<string> Tables);

/// <summary>Creates what is missing at start where <see cref="StorageOptions.CreateMissing"/> says so; in Azure, infra/ has done it.</summary>
public sealed class StorageSetup(
    IEnumerable<StorageNeeds> needs, IOptions<StorageOptions> options, BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.CreateMissing ? CreateMissingAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Creates what is missing now; what exists stays as it is.</summary>
    public Task CreateMissingAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. needs.SelectMany(n => n.Containers).Select(Task (name) => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. needs.SelectMany(n => n.Queues).Select(Task (name) => queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. needs.SelectMany(n => n.Tables).Select(Task (name) => tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
    ]);
}
