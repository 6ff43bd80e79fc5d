using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Ingest.Functions.Tests.Digests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Ingest.Functions.Tests.Subscriptions;

/// <summary>From the form to the way out, through the functions that a browser or a mail program calls.</summary>
public class SubscriptionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Reader_Subscribes_Confirms_Chooses_Pauses_And_Leaves()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());

        var asked = await PostAsync(app, "subscribe", ("address", "Li@Example.org"), ("place", "420000"), ("cadence", "daily"));
        await LettersAsync(app);
        var confirm = TokenIn(app.Sender.Taken.Single().Content.Text, "confirm");
        Assert.Equal(SubscriberState.Pending, (await FindAsync(app, "li@example.org"))!.State);

        await GetAsync(app, "confirm", confirm);
        Assert.Equal(SubscriberState.Pending, (await FindAsync(app, "li@example.org"))!.State);
        var confirmed = await PostAsync(app, "confirm", ("t", confirm));
        var active = await FindAsync(app, "li@example.org");
        Assert.Equal((SubscriberState.Active, Cadence.Daily, "place=420000"), (active!.State, active.Cadence, active.Filter.Canonical()));

        var preferences = TokenIn(confirmed.Content!, "preferences");
        Assert.Contains("湖北省", (await GetAsync(app, "preferences", preferences)).Content, StringComparison.Ordinal);
        await PostAsync(app, "preferences", ("t", preferences), ("do", "save"), ("places", "武汉市、武昌区"), ("words", "口罩"), ("least", "1.5"), ("cadence", "weekly"), ("language", "hant"));
        var chosen = await FindAsync(app, "li@example.org");
        Assert.Equal("place=420100,420106&least=15000&any=%E5%8F%A3%E7%BD%A9", chosen!.Filter.Canonical());
        Assert.Equal((Cadence.Weekly, DigestLanguage.Hant, (Cadence?)Cadence.Daily), (chosen.Cadence, chosen.Language, chosen.CadenceBefore));

        await PostAsync(app, "preferences", ("t", preferences), ("do", "pause"));
        Assert.Equal(SubscriberState.Paused, (await FindAsync(app, "li@example.org"))!.State);
        await PostAsync(app, "preferences", ("t", preferences), ("do", "resume"));
        Assert.Equal(SubscriberState.Active, (await FindAsync(app, "li@example.org"))!.State);

        var leave = new Uri(app.Get<SignedLinks>().Unsubscribe(chosen.Id)).Query[3..];
        var page = await GetAsync(app, "unsubscribe", leave);
        Assert.DoesNotContain("li@example.org", page.Content, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(SubscriberState.Active, (await FindAsync(app, "li@example.org"))!.State);
        Assert.Equal(200, (await PostToLinkAsync(app, leave)).StatusCode);
        Assert.Equal(SubscriberState.Unsubscribed, (await FindAsync(app, "li@example.org"))!.State);
        Assert.Equal(200, asked.StatusCode);
    }

    [Fact]
    public async Task Asking_Again_Changes_Nothing_And_Looks_The_Same()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        await app.SubscribeAsync("li@example.org", Choice.Default with { Cadence = Cadence.Daily });

        var known = await PostAsync(app, "subscribe", ("address", "li@example.org"), ("cadence", "weekly"), ("place", "110000"));
        var unknown = await PostAsync(app, "subscribe", ("address", "wang@example.org"));

        Assert.Equal((unknown.StatusCode, unknown.Content), (known.StatusCode, known.Content));
        var subscriber = await FindAsync(app, "li@example.org");
        Assert.Equal((SubscriberState.Active, Cadence.Daily, ""), (subscriber!.State, subscriber.Cadence, subscriber.Filter.Canonical()));
    }

    [Fact]
    public async Task Form_Writes_Three_Letters_A_Day_To_One_Address_At_Most()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        for (var i = 0; i < 5; i++)
        {
            await PostAsync(app, "subscribe", ("address", "li@example.org"));
        }

        await LettersAsync(app);

        Assert.Equal(3, app.Sender.Taken.Count);
    }

    [Fact]
    public async Task Form_Serves_A_Network_Twenty_Times_An_Hour_Whatever_It_Claims_To_Be()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var answers = new List<int?>();
        for (var i = 0; i < 22; i++)
        {
            answers.Add((await PostAsync(app, "subscribe", ("address", $"reader{i}@example.org"))).StatusCode);
        }

        Assert.Equal(20, answers.Count(a => a == 200));
        Assert.Equal([429, 429], answers[20..]);
        app.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(200, (await PostAsync(app, "subscribe", ("address", "later@example.org"))).StatusCode);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("preferences")]
    [InlineData("unsubscribe")]
    public async Task Token_Of_Another_Purpose_Or_Altered_Or_Expired_Opens_Nothing(string page)
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var id = await app.SubscribeAsync("li@example.org");
        var keys = app.Get<SubscriptionKeys>();
        var purpose = Enum.Parse<TokenPurpose>(page, ignoreCase: true);
        var other = purpose == TokenPurpose.Confirm ? TokenPurpose.Unsubscribe : TokenPurpose.Confirm;
        var good = keys.Sign(purpose, id, app.Clock.Now.AddHours(1));
        string[] bad =
        [
            keys.Sign(other, id, app.Clock.Now.AddHours(1)), keys.Sign(purpose, id, app.Clock.Now.AddSeconds(-1)), (good[0] == 'A' ? 'B' : 'A') + good[1..],
            good[..^1] + (good[^1] == 'A' ? 'Q' : 'A'), "", "x", good + "A",
        ];

        foreach (var token in bad)
        {
            Assert.Equal(410, (await GetAsync(app, page, token)).StatusCode);
            Assert.Equal(410, (await PostAsync(app, page, ("t", token))).StatusCode);
        }

        Assert.Equal(SubscriberState.Active, (await FindAsync(app, "li@example.org"))!.State);
    }

    [Fact]
    public async Task Lists_Import_With_Consent_Export_And_Erase()
    {
        await using var app = await DigestApp.StartAsync(azurite.NewAccount());
        var left = await app.SubscribeAsync("left@example.org");
        await app.Get<SubscribersTable>().ChangeAsync(left, s => LifeCycle.Leave(s!, app.Clock.Now), TestContext.Current.CancellationToken);
        var asked = await app.SubscribeAsync("asked@example.org");
        await app.Get<SubscribersTable>().ChangeAsync(asked, s => LifeCycle.Ask(LifeCycle.Leave(s!, app.Clock.Now), s!.Id, s.Address, Choice.Default, app.Clock.Now), TestContext.Current.CancellationToken);
        const string Csv = """
            Address,Consented,Places,Categories,Cadence
            li@example.org,2026-10-01,420000 110000,funds supplies,daily
            left@example.org,2026-10-01,,,
            asked@example.org,2026-10-01,,,
            "not an address",2026-10-01,,,
            wang@example.org,2030-01-01,,,
            zhao@example.org,2026-10-01,,nonsense,
            """;

        var result = await app.Get<SubscriberLists>().ImportAsync(new StringReader(Csv), TestContext.Current.CancellationToken);

        Assert.Equal((1, 2, 3), (result.Added, result.Unchanged, result.Problems.Count));
        Assert.DoesNotContain(result.Problems, p => p.Contains('@', StringComparison.Ordinal));
        Assert.Equal(SubscriberState.Unsubscribed, (await FindAsync(app, "left@example.org"))!.State);
        Assert.Equal(SubscriberState.Pending, (await FindAsync(app, "asked@example.org"))!.State);
        Assert.True(ReaderAddress.TryParse("li@example.org", out var li));
        Assert.Contains("\"consentedAt\": \"2026-10-01", await app.Get<SubscriberLists>().ExportAsync(li, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(await app.Get<SubscriberLists>().EraseAsync(li, TestContext.Current.CancellationToken));
        Assert.Null(await FindAsync(app, "li@example.org"));
        Assert.False(await app.Get<SubscriberLists>().EraseAsync(li, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Change_Of_Choice_Stopped_At_Any_Call_Leaves_One_Subscriber_Who_Can_Leave()
    {
        var daily = Choice.Default with { Cadence = Cadence.Daily };
        for (var call = 1; call <= 7; call++)
        {
            foreach (var afterwards in (bool[])[false, true])
            {
                var stop = new StopAtCall(call, afterwards);
                await using var app = await DigestApp.StartAsync(azurite.NewAccount(), replace: services => services.AddSingleton<Azure.Core.Pipeline.HttpPipelinePolicy>(stop));
                var id = await app.SubscribeAsync("li@example.org");
                stop.IsArmed = true;
                try
                {
                    await app.Get<SubscribersTable>().ChangeAsync(id, s => LifeCycle.Choose(s!, daily, app.Clock.Now), TestContext.Current.CancellationToken);
                }
                catch (ProcessStoppedException)
                {
                    // As planned.
                }

                stop.IsArmed = false;
                var kept = await FindAsync(app, "li@example.org");
                Assert.Equal(SubscriberState.Active, kept!.State);
                await app.Get<SubscribersTable>().ChangeAsync(id, s => LifeCycle.Leave(s!, app.Clock.Now), TestContext.Current.CancellationToken);
                Assert.Equal(SubscriberState.Unsubscribed, (await FindAsync(app, "li@example.org"))!.State);
                foreach (var cadence in Enum.GetValues<Cadence>())
                {
                    Assert.Empty(await app.Get<SubscribersTable>().ReadersAsync(cadence, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
                }
            }
        }
    }

    private static Task<Subscriber?> FindAsync(DigestApp app, string address)
    {
        Assert.True(ReaderAddress.TryParse(address, out var parsed));
        return app.Get<SubscribersTable>().FindAsync(app.Get<SubscriptionKeys>().IdOf(parsed), TestContext.Current.CancellationToken);
    }

    private static async Task LettersAsync(DigestApp app)
    {
        var letters = new WriteLetter(app.Get<SubscribersTable>(), app.Get<SignedLinks>(), app.Sender, app.Get<IOptions<Functions.Mail.MailOptions>>());
        foreach (var message in (await app.Get<QueueServiceClient>().GetQueueClient(StorageNames.LettersQueue).ReceiveMessagesAsync(32)).Value)
        {
            await letters.RunAsync(message.Body.ToObjectFromJson<LetterMessage>()!, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<ContentResult> GetAsync(DigestApp app, string page, string token)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = QueryString.Create("t", token);
        return Assert.IsType<ContentResult>(page switch
        {
            "confirm" => await new Confirm(app.Get<SubscriptionDesk>(), app.Get<SignedLinks>()).ShowAsync(request),
            "preferences" => await new Preferences(app.Get<SubscriptionDesk>()).ShowAsync(request, TestContext.Current.CancellationToken),
            _ => await new Unsubscribe(app.Get<SubscriptionDesk>()).ShowAsync(request),
        });
    }

    private static async Task<ContentResult> PostAsync(DigestApp app, string page, params (string Name, string Value)[] fields)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["X-Forwarded-For"] = $"{Random.Shared.Next(1, 250)}.1.1.1, 203.0.113.7:4711";
        request.ContentType = "application/x-www-form-urlencoded";
        request.Form = new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
        return Assert.IsType<ContentResult>(page switch
        {
            "subscribe" => await new Subscribe(app.Get<SubscriptionDesk>(), app.Get<FormUse>()).RunAsync(request, TestContext.Current.CancellationToken),
            "confirm" => await new Confirm(app.Get<SubscriptionDesk>(), app.Get<SignedLinks>()).RunAsync(request, TestContext.Current.CancellationToken),
            "preferences" => await new Preferences(app.Get<SubscriptionDesk>()).RunAsync(request, TestContext.Current.CancellationToken),
            _ => await new Unsubscribe(app.Get<SubscriptionDesk>()).RunAsync(request, TestContext.Current.CancellationToken),
        });
    }

    // As a mail program does it (RFC 8058): to the link itself, with its own one field.
    private static async Task<ContentResult> PostToLinkAsync(DigestApp app, string token)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = QueryString.Create("t", token);
        request.ContentType = "application/x-www-form-urlencoded";
        request.Form = new FormCollection(new Dictionary<string, StringValues> { ["List-Unsubscribe"] = "One-Click" });
        return Assert.IsType<ContentResult>(await new Unsubscribe(app.Get<SubscriptionDesk>()).RunAsync(request, TestContext.Current.CancellationToken));
    }

    private static string TokenIn(string text, string page)
    {
        var match = Regex.Match(text, page + @"\?t=(?<token>[\w-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(match.Success);
        return match.Groups["token"].Value;
    }
}
