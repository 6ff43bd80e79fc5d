using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Digests;
using Ingest.Functions.Mail;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tests.Digests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.Options;
using SendGrid.Helpers.EventWebhook;

namespace Ingest.Functions.Tests.Mail;

/// <summary>SendGrid's Event Webhook, with a key of our own in place of SendGrid's.</summary>
public sealed class MailEventsTests(AzuriteFixture azurite) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Theory]
    [InlineData("spamreport", null, null, SubscriberState.Complained)]
    [InlineData("group_unsubscribe", null, null, SubscriberState.Unsubscribed)]
    [InlineData("unsubscribe", null, null, SubscriberState.Unsubscribed)]
    [InlineData("bounce", "bounce", null, SubscriberState.Bounced)]
    [InlineData("bounce", "blocked", null, SubscriberState.Active)]
    [InlineData("dropped", null, "Spam Reporting Address", SubscriberState.Complained)]
    [InlineData("dropped", null, "Bounced Address", SubscriberState.Bounced)]
    [InlineData("deferred", null, null, SubscriberState.Active)]
    [InlineData("delivered", null, null, SubscriberState.Active)]
    public async Task Event_Stops_Mail_To_Whom_It_Must(string kind, string? type, string? reason, SubscriberState expected)
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var id = await SentAsync(app);

        Assert.Equal(200, await PostAsync(app, Body(id, kind, type, reason, app.Clock.Now)));

        Assert.Equal(expected, (await app.Get<SubscribersTable>().FindAsync(id, TestContext.Current.CancellationToken))!.State);
        var delivery = Assert.Single(await app.Get<LedgerTable>().DeliveriesAsync(DigestApp.Week.Id, "0001", TestContext.Current.CancellationToken));
        Assert.Equal(kind, delivery.GetString("Event"));
    }

    [Fact]
    public async Task Event_Is_Handled_Once_And_Not_Held_Against_Whoever_Came_Back()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var id = await SentAsync(app);
        var body = Body(id, "unsubscribe", null, null, app.Clock.Now);
        await PostAsync(app, body);
        await app.Get<SubscribersTable>().ChangeAsync(id, s => s! with { State = SubscriberState.Active, ConsentedAt = app.Clock.Now.AddMinutes(1) }, TestContext.Current.CancellationToken);

        await PostAsync(app, body);
        await PostAsync(app, body.Replace("e-1", "e-2", StringComparison.Ordinal));

        Assert.Equal(SubscriberState.Active, (await app.Get<SubscribersTable>().FindAsync(id, TestContext.Current.CancellationToken))!.State);
        Assert.Equal(0, await app.Get<MailEvents>().HandleAsync(MailEvent.Read(body), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Report_Is_Refused_Unsigned_Altered_Or_Old()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var id = await SentAsync(app);
        var body = Body(id, "spamreport", null, null, app.Clock.Now);

        Assert.Equal(401, await PostAsync(app, body, alter: b => b.Replace("spamreport", "unsubscribe", StringComparison.Ordinal)));
        Assert.Equal(401, await PostAsync(app, body, signature: "MEUCIQ=="));
        Assert.Equal(401, await PostAsync(app, body, signature: ""));
        Assert.Equal(401, await PostAsync(app, body, age: TimeSpan.FromMinutes(11)));
        Assert.Equal(401, await PostAsync(app, body, key: ""));
        Assert.Equal(400, await PostAsync(app, "{\"not\": \"an array\"}"));
        Assert.Equal(200, await PostAsync(app, "[1, null, {\"event\": 7}, {}]"));

        Assert.Equal(SubscriberState.Active, (await app.Get<SubscribersTable>().FindAsync(id, TestContext.Current.CancellationToken))!.State);
    }

    public void Dispose() => _key.Dispose();

    private static async Task<string> SentAsync(DigestApp app)
    {
        var id = await app.SubscribeAsync("li@example.org");
        await app.StoreAsync(DigestApp.Measure("黄冈市总工会", DigestApp.Week.From));
        await app.RunAsync(DigestApp.Week);
        return id;
    }

    private static string Body(string id, string kind, string? type, string? reason, DateTimeOffset at) => System.Text.Json.JsonSerializer.Serialize(new[]
    {
        new { email = "li@example.org", sg_event_id = "e-1", @event = kind, type, reason, timestamp = at.ToUnixTimeSeconds(), digest = DigestApp.Week.Id, batch = "0001", subscriber = id },
    });

    private async Task<int?> PostAsync(DigestApp app, string body, Func<string, string>? alter = null, string? signature = null, TimeSpan age = default, string? key = null)
    {
        var timestamp = (app.Clock.Now - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        signature ??= Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(timestamp + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        var request = new DefaultHttpContext().Request;
        request.Headers[RequestValidator.TIMESTAMP_HEADER] = timestamp;
        request.Headers[RequestValidator.SIGNATURE_HEADER] = signature;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(alter?.Invoke(body) ?? body));
        var options = Options.Create(new SendGridOptions { EventPublicKey = key ?? Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()) });
        var answer = await new ReceiveMailEvents(app.Get<MailEvents>(), options, app.Clock).RunAsync(request, TestContext.Current.CancellationToken);
        return Assert.IsType<IStatusCodeActionResult>(answer, exactMatch: false).StatusCode;
    }
}
