using Azure.Storage.Blobs;
using Ingest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Reports;

/// <summary>A report was uploaded or replaced. At least once and in any order: what lies in the blob now is what counts.</summary>
public sealed class IngestReport(ReportPipeline pipeline)
{
    /// <summary>The trigger.</summary>
    [Function(nameof(IngestReport))]
    public Task RunAsync(
        [BlobTrigger(StorageNames.ReportsContainer + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = StorageNames.Connection)] BlobClient blob,
        CancellationToken cancellationToken) => pipeline.IngestAsync(blob, cancellationToken);
}
