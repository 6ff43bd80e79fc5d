using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ingest.Core.Outcomes;
using Ingest.Core.Pages;
using Ingest.Core.Reading;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Reports;

/// <summary>Answers every upload beside where the office put it: a page to read and JSON for programs, at the report's path.</summary>
public sealed class Receipts(BlobServiceClient blobs, IOptions<IngestOptions> options)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(StorageNames.ReceiptsContainer);

    /// <summary>Replaces the receipt of an upload.</summary>
    /// <param name="main">The upload's outcome with its times.</param>
    /// <param name="parsed">What was read.</param>
    /// <param name="cancellationToken">Stops between the two files.</param>
    public async Task WriteAsync(ReportOutcome main, ParsedUpload parsed, CancellationToken cancellationToken)
    {
        using var span = IngestTelemetry.Start("receipt.write");
        var reports = parsed.All
            .Select(p => new ToldReport(p.Outcome with { Received = main.Received, Settled = main.Settled }, p.Text?.Text, p.Measures))
            .ToList();
        await WriteAsync(Name(main.Path, ".json"), "application/json; charset=utf-8", ReceiptJson.Write(reports), cancellationToken);
        var page = await PageRenderer.RenderAsync<ReceiptPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ReceiptPage.Reports)] = reports,
            [nameof(ReceiptPage.Site)] = options.Value.SiteUrl,
        });
        await WriteAsync(Name(main.Path, ".html"), "text/html; charset=utf-8", page, cancellationToken);
    }

    /// <summary>Removes the receipt of a path.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { Name(path, ".json"), Name(path, ".html") })
        {
            await _container.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        }
    }

    private async Task WriteAsync(string name, string contentType, string content, CancellationToken cancellationToken) => await _container.GetBlobClient(name).UploadAsync(
        BinaryData.FromString(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellationToken);

    /// <summary>Path and ending; a path so long that the ending would pass the 1,024 characters of a blob's name is cut, and told apart by its id.</summary>
    private static string Name(string path, string ending) => (path.Length + ending.Length <= 1024 ? path : $"{path[..960]}~{ReportId.Of(path)}") + ending;
}
