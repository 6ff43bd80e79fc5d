using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Core.Reading;
using Ingest.Functions.Storage;
using Ingest.Functions.Tables;

namespace Ingest.Functions.Reports;

/// <summary>The texts of reports as decoded, in UTF-8; the report page shows passages in them.</summary>
public sealed class Texts(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.TextsContainer);

    /// <summary>The text of a report, or null where it has none.</summary>
    public async Task<string?> ReadAsync(ReportId report, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(report).DownloadContentAsync(cancellationToken)).Value.Content.ToString();
        }
        catch (Azure.RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Replaces the text; removes it where the report has none any more.</summary>
    public Task WriteAsync(ReportState before, ReportText? text, CancellationToken cancellationToken) => text switch
    {
        { } read => Blob(before.Id).UploadAsync(
            BinaryData.FromString(read.Text),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" } },
            cancellationToken),
        null when before.Outcome is null => Task.CompletedTask,
        _ => DeleteAsync(before.Id, cancellationToken),
    };

    /// <summary>Removes the text if there is one.</summary>
    public Task DeleteAsync(ReportId report, CancellationToken cancellationToken) =>
        Blob(report).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    private BlobClient Blob(ReportId report) => _container.GetBlobClient($"{report}.txt");
}
