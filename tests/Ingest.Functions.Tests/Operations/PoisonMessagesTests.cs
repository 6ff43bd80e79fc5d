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
        await using var steps = await ReportSteps.StartAsync(azurite, whole: true);
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
        await using var steps = await ReportSteps.StartAsync(azurite, whole: true);
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
        await using var steps = await ReportSteps.StartAsync(azurite, whole: true);
        await PutAsync(steps, StorageNames.BlobPoisonQueue, "no json");
        var replayed = await steps.App.Get<PoisonMessages>().ReplayAsync(cancellationToken: Stop);
        Assert.Equal(0, replayed.Done);
        Assert.Single(replayed.Failures);
        Assert.Equal(1, (await Queue(steps, StorageNames.BlobPoisonQueue).GetPropertiesAsync(Stop)).Value.ApproximateMessagesCount);
    }

    private static QueueClient Queue(ReportSteps steps, string name) => steps.App.Get<QueueServiceClient>().GetQueueClient(name);

    private static async Task PutAsync(ReportSteps steps, string queue, string message)
    {
        await Queue(steps, queue).CreateIfNotExistsAsync(cancellationToken: Stop);
        await Queue(steps, queue).SendMessageAsync(message, Stop);
    }
}
