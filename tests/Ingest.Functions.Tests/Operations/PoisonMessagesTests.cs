using Azure.Storage.Queues;
using Ingest.Functions.Operations;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Reports;

namespace Ingest.Functions.Tests.Operations;

public sealed class PoisonMessagesTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replay_Ingests_The_Blob_Of_A_Failed_Event_And_Requeues_Other_Messages()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.UploadAsync("办公室/报告.txt", LineExtraction.Report(2));
        await PutAsync(steps, StorageNames.BlobPoisonQueue, """{"FunctionId":"x","BlobType":"BlockBlob","ContainerName":"reports","BlobName":"办公室/报告.txt","ETag":"1"}""");
        await PutAsync(steps, StorageNames.DeletionsQueue + StorageNames.PoisonSuffix, "{\"n\":1}");
        var poison = steps.App.Get<PoisonMessages>();
        Assert.Equal(2, await poison.ListAsync(Stop).CountAsync(Stop));

        Assert.Equal(2, (await poison.ReplayAsync(cancellationToken: Stop)).Done);
        Assert.Equal(2, (await steps.MeasuresAsync()).Count);
        Assert.Equal("{\"n\":1}", (await Queue(steps, StorageNames.DeletionsQueue).PeekMessageAsync(Stop)).Value.Body.ToString());
        Assert.Empty(await poison.ListAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Replay_Of_One_Message_Leaves_The_Others()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await PutAsync(steps, "digests-poison", "1");
        await PutAsync(steps, "digests-poison", "2");
        var poison = steps.App.Get<PoisonMessages>();
        var second = await poison.ListAsync(Stop).SingleAsync(m => m.Content == "2", Stop);
        Assert.Equal(1, (await poison.ReplayAsync(second.Id, Stop)).Done);
        Assert.Equal("1", (await poison.ListAsync(Stop).SingleAsync(Stop)).Content);
    }

    [Fact]
    public async Task Replay_Keeps_A_Message_That_Fails_Again()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await PutAsync(steps, StorageNames.BlobPoisonQueue, "no json");
        var replayed = await steps.App.Get<PoisonMessages>().ReplayAsync(cancellationToken: Stop);
        Assert.Equal(0, replayed.Done);
        Assert.Single(replayed.Failures);
        Assert.Equal(1, (await Queue(steps, StorageNames.BlobPoisonQueue).GetPropertiesAsync(Stop)).Value.ApproximateMessagesCount);
    }

    [Theory]
    [InlineData("""{"topic":"t","subject":"/blobServices/default/containers/reports/blobs/%E7%94%B2/1.txt","eventType":"Microsoft.Storage.BlobDeleted","data":{"api":"DeleteBlob","url":"https://acc.blob.core.windows.net/reports/%E7%94%B2/1.txt"}}""")]
    [InlineData("""{"specversion":"1.0","type":"Microsoft.Storage.BlobDeleted","data":{"url":"https://acc.blob.core.windows.net/reports/甲/1.txt"}}""")]
    [InlineData("""{"data":{"url":"http://127.0.0.1:10000/devstoreaccount1/reports/%E7%94%B2/1.txt"}}""")]
    public async Task Deletion_Event_Takes_The_Report_Back(string message)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("甲/1.txt", LineExtraction.Report(2));
        await steps.App.Make<Functions.Reports.RetractReport>().RunAsync(message, Stop);
        Assert.Equal(2, (await steps.MeasuresAsync()).Count);

        await steps.DeleteAsync("甲/1.txt");
        await steps.App.Make<Functions.Reports.RetractReport>().RunAsync(message, Stop);
        Assert.Equal("", await steps.EverythingAsync());
        Assert.Null((await steps.StateAsync("甲/1.txt")).Outcome);
    }

    [Fact]
    public async Task Reconcile_Mends_Lost_Events_And_Finds_Nothing_After()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.UploadAsync("a/lost.txt", LineExtraction.Report(1));
        await steps.IngestAsync("a/gone.txt", LineExtraction.Report(1, from: 5));
        await steps.DeleteAsync("a/gone.txt");
        await steps.UploadAsync("a/stopped.txt", LineExtraction.Report(1, from: 9));
        steps.Calls.Reset(failAtCall: 5);
        await Assert.ThrowsAsync<CrashException>(() => steps.IngestAsync("a/stopped.txt"));
        steps.Calls.Reset();
        steps.Clock.Advance(TimeSpan.FromDays(365));

        var reconciliation = steps.App.Get<Reconciliation>();
        var found = await reconciliation.RunAsync(mend: false, Stop);
        Assert.Equal(["a/lost.txt", "a/stopped.txt"], found.WithoutOutcome);
        Assert.Equal(["a/gone.txt"], found.WithoutBlob);
        Assert.Equal(3, (await reconciliation.RunAsync(mend: true, Stop)).Count);
        Assert.Equal(0, (await reconciliation.RunAsync(mend: true, Stop)).Count);
        Assert.NotNull((await steps.StateAsync("a/lost.txt")).Outcome);
        Assert.Null((await steps.StateAsync("a/gone.txt")).Outcome);
        Assert.Equal(Core.Outcomes.ReportStatus.Read, (await steps.StateAsync("a/stopped.txt")).Outcome!.Status);
    }

    [Fact]
    public async Task Reconcile_Takes_Back_Measures_Whose_Report_Is_Unknown()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(2));
        await steps.App.Get<Azure.Data.Tables.TableServiceClient>().GetTableClient(StorageNames.ReportsTable).DeleteAsync(Stop);
        await steps.App.Get<StorageSetup>().CreateMissingAsync(Stop);
        await steps.DeleteAsync("a/1.txt");
        steps.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, (await steps.App.Get<Reconciliation>().RunAsync(mend: true, Stop)).WithoutReport.Count);
        Assert.Empty(await steps.MeasuresAsync());
        Assert.DoesNotContain(StorageNames.IdentitiesTable, await steps.EverythingAsync(), StringComparison.Ordinal);
    }

    private static QueueClient Queue(ReportSteps steps, string name) => steps.App.Get<QueueServiceClient>().GetQueueClient(name);

    private static async Task PutAsync(ReportSteps steps, string queue, string message)
    {
        await Queue(steps, queue).CreateIfNotExistsAsync(cancellationToken: Stop);
        await Queue(steps, queue).SendMessageAsync(message, Stop);
    }
}
