using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Functions.Mail;
using Ingest.Functions.Tests.Digests;
using Microsoft.Extensions.Options;
using SendGrid;

namespace Ingest.Functions.Tests.Mail;

/// <summary>What goes over the wire, against SendGrid's published OpenAPI and its own client for Node, and what its answers mean.</summary>
public class SendGridSenderTests
{
    private static readonly MailOptions Settings = new() { Provider = MailProvider.SendGrid, From = "digests@example.org" };
    private static readonly StandingClock Clock = new() { Now = new DateTimeOffset(2026, 11, 23, 0, 30, 0, TimeSpan.Zero) };

    [Fact]
    public async Task SendAsync_Posts_What_Send_Grids_Own_Client_Would_And_The_Open_Api_Allows()
    {
        var batch = await SampleBatch.ForAsync("li@example.org", "wang@example.org");
        var provider = new Provider(HttpStatusCode.Accepted);

        var outcome = await Sender(provider).SendAsync(batch, TestContext.Current.CancellationToken);

        Assert.Equal(SendKind.Taken, outcome.Kind);
        var (ours, message) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllTextAsync(ours, provider.Bodies.Single(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(message, JsonSerializer.Serialize(new
        {
            from = new { email = "digests@example.org", name = "纾困举措摘编" },
            subject = batch.Content.Subject,
            text = batch.Content.Text,
            html = batch.Content.Html,
            categories = new[] { "weekly" },
            trackingSettings = new { clickTracking = new { enable = false, enableText = false }, openTracking = new { enable = false } },
            personalizations = batch.Recipients.Select(r => new
            {
                to = new[] { new { email = r.Address } },
                headers = batch.Headers(r),
                substitutions = Core.Digests.MailBatch.Substitutions(r),
                customArgs = new Dictionary<string, string> { ["digest"] = "2026-W47", ["batch"] = "0001", ["subscriber"] = r.SubscriberId },
            }),
            substitutionWrappers = new[] { "", "" },
        }), TestContext.Current.CancellationToken);

        var found = await NodeScript.RunAsync("Mail/node/sendgrid-json.mjs", ours, message);

        Assert.True(found.GetProperty("valid").GetBoolean(), found.GetProperty("errors").ToString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(found.GetProperty("theirs").GetRawText()), JsonNode.Parse(provider.Bodies.Single())), found.GetProperty("theirs").ToString()[..2000]);
        File.Delete(ours);
        File.Delete(message);
    }

    [Theory]
    [InlineData("Retry-After", "120", 120)]
    [InlineData("Retry-After", "Mon, 23 Nov 2026 00:35:00 GMT", 300)]
    [InlineData("X-RateLimit-Reset", "1795393860", 60)]
    [InlineData("X-None", "", 60)]
    [InlineData("Retry-After", "9999999", 21600)]
    public async Task SendAsync_Waits_As_Long_As_Asked_When_There_Is_Too_Much(string header, string value, int seconds)
    {
        var provider = new Provider(HttpStatusCode.TooManyRequests, response => response.Headers.TryAddWithoutValidation(header, value));

        var outcome = await Sender(provider).SendAsync(await SampleBatch.ForAsync("li@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal(SendKind.TryLater, outcome.Kind);
        Assert.Equal(seconds, outcome.After.TotalSeconds);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, SendKind.TryLater)]
    [InlineData(HttpStatusCode.ServiceUnavailable, SendKind.TryLater)]
    [InlineData(HttpStatusCode.Unauthorized, SendKind.TryLater)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, SendKind.Refused)]
    [InlineData(HttpStatusCode.BadRequest, SendKind.Refused)]
    public async Task SendAsync_Repeats_Only_What_Can_Heal(HttpStatusCode status, SendKind expected)
    {
        var outcome = await Sender(new Provider(status)).SendAsync(await SampleBatch.ForAsync("li@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal(expected, outcome.Kind);
    }

    [Fact]
    public async Task SendAsync_Names_The_Reader_Whose_Address_Is_Refused_But_Not_The_Address()
    {
        const string Body = """{"errors":[{"message":"Does not contain a valid address: bad@","field":"personalizations.1.to.0.email","help":null}]}""";
        var provider = new Provider(HttpStatusCode.BadRequest, response => response.Content = new StringContent(Body));

        var outcome = await Sender(provider).SendAsync(await SampleBatch.ForAsync("li@example.org", "bad@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal([1], outcome.Faulty);
        Assert.DoesNotContain("bad@", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_Does_Not_Know_When_The_Answer_Is_Lost()
    {
        var provider = new Provider(HttpStatusCode.Accepted, _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        Assert.Equal(SendKind.Unknown, (await Sender(provider).SendAsync(await SampleBatch.ForAsync("li@example.org"), TestContext.Current.CancellationToken)).Kind);
    }

    private static SendGridSender Sender(Provider provider) =>
        new(new SendGridClient(new HttpClient(provider), new SendGridClientOptions { ApiKey = "SG.test" }), Options.Create(Settings), Clock);

    private sealed class Provider(HttpStatusCode status, Action<HttpResponseMessage>? shape = null) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("Bearer SG.test", request.Headers.Authorization!.ToString());
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            var response = new HttpResponseMessage(status) { Content = new StringContent("") };
            shape?.Invoke(response);
            return response;
        }
    }
}
