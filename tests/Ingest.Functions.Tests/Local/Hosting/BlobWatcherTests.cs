using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class BlobWatcherTests(AzuriteFixture azurite)
{
    private readonly string _connection = azurite.NewAccount();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_Blob_Starts_The_Function_With_Client_And_Path_Values()
    {
        using var fixture = new HostFixture(_connection);
        var container = await ContainerAsync("inbox");
        await container.UploadBlobAsync("湖北/2020/一月.txt", BinaryData.FromString("text"), Token);

        await using var host = await fixture.StartAsync(typeof(BlobSample));

        Assert.Equal("湖北/2020/一月.txt|湖北/2020|一月.txt|BlobSample|True", Assert.Single(await fixture.Calls.UntilAsync(1, Token)));
    }

    [Fact]
    public async Task Restart_Remembers_Versions_And_Tells_Changes_And_Deletions()
    {
        using var fixture = new HostFixture(_connection);
        var container = await ContainerAsync("inbox");
        foreach (var name in (string[])["a/same", "a/changed", "a/deleted"])
        {
            await container.UploadBlobAsync(name, BinaryData.FromString("1"), Token);
        }

        await using (await fixture.StartAsync(typeof(BlobSample)))
        {
            await fixture.Calls.UntilAsync(3, Token);
        }

        await container.GetBlobClient("a/changed").UploadAsync(BinaryData.FromString("2"), overwrite: true, Token);
        await container.DeleteBlobAsync("a/deleted", cancellationToken: Token);
        await using (await fixture.StartAsync(typeof(BlobSample)))
        {
            var message = JsonNode.Parse((await NextMessageAsync("deletions")).Body)!;
            Assert.Equal("Microsoft.Storage.BlobDeleted", (string?)message["eventType"]);
            Assert.Equal("/blobServices/default/containers/inbox/blobs/a/deleted", (string?)message["subject"]);
        }

        Assert.Equal("a/changed|a|changed|BlobSample|True", Assert.Single(fixture.Calls.All.Skip(3)));
    }

    [Fact]
    public async Task Blob_That_Fails_Five_Times_Goes_To_The_Poison_Queue_And_Is_Left_Alone()
    {
        using var fixture = new HostFixture(_connection);
        var container = await ContainerAsync("inbox");
        await container.UploadBlobAsync("a/bad", BinaryData.FromString("four"), Token);

        await using (await fixture.StartAsync(typeof(FailingBlob)))
        {
            var message = JsonNode.Parse((await NextMessageAsync("webjobs-blobtrigger-poison")).Body)!;
            Assert.Equal("inbox a/bad", $"{message["ContainerName"]} {message["BlobName"]}");
            Assert.EndsWith(".Functions.FailingBlob", (string?)message["FunctionId"], StringComparison.Ordinal);
        }

        Assert.Equal(["4|0", "4|1", "4|2", "4|3", "4|4"], fixture.Calls.All);
    }

    [Fact]
    public async Task Result_Goes_To_The_Output_Queue_One_Message_An_Element()
    {
        using var fixture = new HostFixture(_connection);
        var container = await ContainerAsync("texts");
        await container.UploadBlobAsync("one.txt", BinaryData.FromString("内容"), Token);
        await container.UploadBlobAsync("other.pdf", BinaryData.FromString("no match"), Token);

        await using var host = await fixture.StartAsync(typeof(TextSample));

        Assert.Equal(["内容", "one"], [(await NextMessageAsync("echo")).Body.ToString(), (await NextMessageAsync("echo")).Body.ToString()]);
        Assert.Equal(["one"], fixture.Calls.All);
    }

    private async Task<BlobContainerClient> ContainerAsync(string name)
    {
        var container = new BlobContainerClient(_connection, name);
        await container.CreateIfNotExistsAsync(cancellationToken: Token);
        return container;
    }

    private async Task<QueueMessage> NextMessageAsync(string name)
    {
        var queue = new QueueClient(_connection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        while (true)
        {
            if (await queue.ExistsAsync(Token) && await queue.ReceiveMessageAsync(cancellationToken: Token) is { Value: { } message })
            {
                return message;
            }

            await Task.Delay(50, Token);
        }
    }
}
