using Azure.Storage.Blobs;
using Ingest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Reports;

/// <summary>A report was deleted: what only it told is taken back. An upload that came since then is ingested instead.</summary>
public sealed class RetractReport(ReportPipeline pipeline, BlobServiceClient blobs)
{
    /// <summary>The trigger; its messages are Event Grid's BlobDeleted events.</summary>
    [Function(nameof(RetractReport))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.DeletionsQueue, Connection = StorageNames.Connection)] string message, CancellationToken cancellationToken)
    {
        var (container, path) = BlobEvent.BlobOf(message);
        if (container == StorageNames.ReportsContainer)
        {
            await pipeline.IngestAsync(blobs.GetBlobContainerClient(container).GetBlobClient(path), cancellationToken);
        }
    }
}
