using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Storage;

public sealed class StorageSetupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task CreateMissing_Changes_Nothing_The_Second_Time()
    {
        await using var app = await TestApp.StartAsync(azurite.NewAccount());
        await app.Get<StorageSetup>().CreateMissingAsync(TestContext.Current.CancellationToken);
        Assert.True(await app.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.ReportsContainer).ExistsAsync(TestContext.Current.CancellationToken));
        var tables = app.Get<TableServiceClient>().Query(cancellationToken: TestContext.Current.CancellationToken).Select(t => t.Name);
        Assert.Contains(StorageNames.TimelineTable, tables);
    }
}
