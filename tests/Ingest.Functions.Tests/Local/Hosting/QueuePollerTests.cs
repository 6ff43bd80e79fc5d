using Azure.Storage.Queues;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class QueuePollerTests(AzuriteFixture azurite)
{
    private readonly string _connection = azurite.NewAccount();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_Becomes_The_Record_That_The_Parameter_Asks_For()
    {
        using var fixture = new HostFixture(_connection);
        var queue = await QueueAsync("orders");
        await queue.SendMessageAsync("""{"unit":"箱","count":20}""", Token);

        await using (await fixture.StartAsync(typeof(QueueSample)))
        {
            Assert.Equal(["箱 20"], await fixture.Calls.UntilAsync(1, Token));
        }

        Assert.Equal(0, (await queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Message_That_Fails_Five_Times_Goes_To_The_Poison_Queue()
    {
        using var fixture = new HostFixture(_connection);
        var queue = await QueueAsync("orders");
        await queue.SendMessageAsync("bad", Token);

        await using (await fixture.StartAsync(typeof(FailingQueue)))
        {
            var poison = await QueueAsync("orders-poison");
            while ((await poison.PeekMessagesAsync(cancellationToken: Token)).Value.Length == 0)
            {
                await Task.Delay(50, Token);
            }

            Assert.Equal("bad", (await poison.PeekMessageAsync(Token)).Value.Body.ToString());
        }

        Assert.Equal(["bad 1", "bad 2", "bad 3", "bad 4", "bad 5"], fixture.Calls.All);
        Assert.Equal(0, (await queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    private async Task<QueueClient> QueueAsync(string name)
    {
        var queue = new QueueClient(_connection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync(cancellationToken: Token);
        return queue;
    }
}
