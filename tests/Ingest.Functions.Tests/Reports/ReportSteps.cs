using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Core.Digests;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;
using Ingest.Functions.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ingest.Functions.Tests.Reports;

/// <summary>What a test of ingestion does and looks at: upload, delete, and the rows as they are.</summary>
internal sealed class ReportSteps(TestApp app, StorageCalls calls, TestClock clock) : IAsyncDisposable
{
    public StorageCalls Calls => calls;

    public TestClock Clock => clock;

    public TestApp App => app;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts the program on storage of its own.</summary>
    /// <param name="azurite">The emulator.</param>
    /// <param name="whole">Whether to create the storage of digests too, which takes its time.</param>
    public static async Task<ReportSteps> StartAsync(AzuriteFixture azurite, bool whole = false)
    {
        var calls = new StorageCalls();
        var clock = new TestClock(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
        var app = await TestApp.StartAsync(azurite.NewAccount(), services =>
        {
            services.AddSingleton<HttpPipelinePolicy>(calls).AddSingleton<TimeProvider>(clock).AddSingleton<Extraction>(LineExtraction.Extract);
            if (!whole)
            {
                services.RemoveAll<StorageNeeds>().AddSingleton(new StorageNeeds(
                    [StorageNames.ReportsContainer, StorageNames.ReceiptsContainer, StorageNames.TextsContainer],
                    [],
                    [StorageNames.ReportsTable, StorageNames.IdentitiesTable, StorageNames.TimelineTable]));
            }
        });
        calls.Reset();
        return new ReportSteps(app, calls, clock);
    }

    public Task UploadAsync(string path, string text) => UploadAsync(path, System.Text.Encoding.UTF8.GetBytes(text));

    public Task UploadAsync(string path, byte[] bytes) => Blob(path).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, Stop);

    public Task DeleteAsync(string path) => Blob(path).DeleteAsync(cancellationToken: Stop);

    public Task<ReportOutcome?> IngestAsync(string path) => app.Get<ReportPipeline>().IngestAsync(Blob(path), Stop);

    public async Task<ReportOutcome?> IngestAsync(string path, string text)
    {
        await UploadAsync(path, text);
        calls.Reset();
        return await IngestAsync(path);
    }

    /// <summary>All measures as digests see them.</summary>
    public async Task<IReadOnlyList<StoredMeasure>> MeasuresAsync() =>
        await app.Get<MeasuresTable>().FirstSeenAsync(clock.GetUtcNow().AddMonths(-2), clock.GetUtcNow().AddDays(1), Stop).ToListAsync(Stop);

    public async Task<IReadOnlyList<ReportOutcome>> ReportsAsync() => await app.Get<TimelineTable>().RecentAsync(null, Stop).ToListAsync(Stop);

    public Task<ReportState> StateAsync(string path, string entry = "") => app.Get<ReportsTable>().GetAsync(ReportId.Of(path, entry), Stop);

    public async Task<bool> HasBlobAsync(string container, string name) =>
        await app.Get<BlobServiceClient>().GetBlobContainerClient(container).GetBlobClient(name).ExistsAsync(Stop);

    /// <summary>Every row of every table with its values, and every receipt and text: what two stores that are the same agree in.</summary>
    /// <param name="versions">Whether to tell the rows' versions too, so that even a rewrite with the same values shows.</param>
    public async Task<string> EverythingAsync(bool versions = false)
    {
        var lines = new List<string>();
        foreach (var name in new[] { StorageNames.ReportsTable, StorageNames.IdentitiesTable, StorageNames.TimelineTable })
        {
            await foreach (var row in app.Get<TableServiceClient>().GetTableClient(name).QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                var values = row.Where(p => versions || p.Key is not ("Timestamp" or "odata.etag")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}");
                lines.Add($"{name} {string.Join(" | ", values)}");
            }
        }

        foreach (var name in new[] { StorageNames.ReceiptsContainer, StorageNames.TextsContainer })
        {
            var container = app.Get<BlobServiceClient>().GetBlobContainerClient(name);
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: Stop))
            {
                lines.Add($"{name}/{blob.Name} {(await container.GetBlobClient(blob.Name).DownloadContentAsync(Stop)).Value.Content}{(versions ? blob.Properties.ETag : "")}");
            }
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private BlobClient Blob(string path) => app.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.ReportsContainer).GetBlobClient(path);
}
