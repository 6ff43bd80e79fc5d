using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;

namespace Ingest.Local.Hosting;

/// <summary>
/// Tells of deleted blobs as Azure does: an Event Grid event in the queue that the event subscription feeds, since blob
/// triggers hear only of created ones. Schema: learn.microsoft.com/azure/event-grid/event-schema-blob-storage.
/// </summary>
internal sealed class BlobDeletions(QueueClient queue, TimeProvider time)
{
    public async Task SendAsync(Uri blob, CancellationToken cancellationToken)
    {
        // The emulator's paths begin with the account's name: /account/container/name.
        var parts = blob.AbsolutePath.Split('/', 4);
        var (container, name) = (parts[2], Uri.UnescapeDataString(parts[3]));
        var deleted = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["topic"] = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/local",
            ["subject"] = $"/blobServices/default/containers/{container}/blobs/{name}",
            ["eventType"] = "Microsoft.Storage.BlobDeleted",
            ["eventTime"] = time.GetUtcNow().ToString("O", null),
            ["data"] = new JsonObject { ["api"] = "DeleteBlob", ["blobType"] = "BlockBlob", ["url"] = blob.AbsoluteUri },
            ["dataVersion"] = "",
            ["metadataVersion"] = "1",
        };
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queue.SendMessageAsync(deleted.ToJsonString(JsonSerializerOptions.Default), cancellationToken);
    }
}
