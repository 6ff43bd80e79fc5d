using System.Net;
using System.Net.Http.Json;
using Azure.Storage.Queues;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class HttpFunctionsTests(AzuriteFixture azurite)
{
    private readonly string _connection = azurite.NewAccount();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Route_Values_And_Query_Reach_The_Function_And_Its_Result_The_Caller()
    {
        using var fixture = new HostFixture(_connection);
        await using var host = await fixture.StartAsync(typeof(HttpSample));
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync(new Uri("items/7?q=x", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NonAuthoritativeInformation, answer.StatusCode);
        Assert.Equal("第7项", await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(["7 x True"], fixture.Calls.All);
        Assert.True(host.Address.IsLoopback);
    }

    [Theory]
    [InlineData("POST", "items/7", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "items/seven", HttpStatusCode.NotFound)]
    public async Task Other_Methods_And_Routes_Do_Not_Reach_It(string method, string path, HttpStatusCode expected)
    {
        using var fixture = new HostFixture(_connection);
        await using var host = await fixture.StartAsync(typeof(HttpSample));
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await http.SendAsync(request, Token);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(fixture.Calls.All);
    }

    [Fact]
    public async Task Result_With_Several_Outputs_Answers_And_Sends()
    {
        using var fixture = new HostFixture(_connection);
        await using var host = await fixture.StartAsync(typeof(HttpSample));
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.PostAsJsonAsync(new Uri("orders", UriKind.Relative), new { unit = "箱", count = 3 }, Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var queue = new QueueClient(_connection, "placed", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var message = (await queue.ReceiveMessageAsync(cancellationToken: Token)).Value;
        Assert.Equal(new Order("箱", 3), message.Body.ToObjectFromJson<Order>());
    }
}
