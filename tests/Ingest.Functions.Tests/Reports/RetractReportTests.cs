using System.Text.Json;
using Ingest.Functions.Reports;

namespace Ingest.Functions.Tests.Reports;

public sealed class RetractReportTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"topic":"t","subject":"/blobServices/default/containers/reports/blobs/%E7%94%B2/1.txt","eventType":"Microsoft.Storage.BlobDeleted","data":{"api":"DeleteBlob","url":"https://acc.blob.core.windows.net/reports/%E7%94%B2/1.txt"}}""")]
    [InlineData("""{"specversion":"1.0","type":"Microsoft.Storage.BlobDeleted","data":{"url":"https://acc.blob.core.windows.net/reports/甲/1.txt"}}""")]
    [InlineData("""{"data":{"url":"http://127.0.0.1:10000/devstoreaccount1/reports/%E7%94%B2/1.txt"}}""")]
    public async Task Deletion_Event_Takes_The_Report_Back(string message)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("甲/1.txt", LineExtraction.Report(2));
        await steps.App.Make<RetractReport>().RunAsync(message, Stop);
        Assert.Equal(2, (await steps.MeasuresAsync()).Count);

        await steps.DeleteAsync("甲/1.txt");
        await steps.App.Make<RetractReport>().RunAsync(message, Stop);
        Assert.Equal("", await steps.EverythingAsync());
        Assert.Null((await steps.StateAsync("甲/1.txt")).Outcome);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"data":{"url":"reports/1.txt"}}""")]
    [InlineData("""{"data":{"url":"https://acc.blob.core.windows.net/reports"}}""")]
    public async Task Message_That_Names_No_Blob_Is_Put_Aside(string message)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await Assert.ThrowsAsync<JsonException>(() => steps.App.Make<RetractReport>().RunAsync(message, Stop));
    }
}
