using Ingest.Core.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Subscriptions;

/// <summary>A subscriber's choices, behind a signed link.</summary>
public sealed class Preferences(SubscriptionDesk desk)
{
    /// <summary>The choices as they are.</summary>
    [Function("PreferencesForm")]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "preferences")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = request.Query["t"].ToString();
        var subscriber = await desk.FindAsync(token, TokenPurpose.Preferences, cancellationToken);
        return await PageAsync(request, token, subscriber, "", []);
    }

    /// <summary>Saves, pauses, resumes or leaves.</summary>
    [Function(nameof(Preferences))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "preferences")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await Html.FormAsync(request, cancellationToken);
        var token = form["t"].ToString();
        var (choice, problems) = ChoiceForm.Read(name => form[name]);
        Func<Subscriber, DateTimeOffset, Subscriber> change = form["do"].ToString() switch
        {
            "pause" => LifeCycle.Pause,
            "resume" => LifeCycle.Resume,
            "leave" => LifeCycle.Leave,
            _ when problems.Count > 0 => (subscriber, _) => subscriber,
            _ => (subscriber, now) => LifeCycle.Choose(subscriber, choice, now),
        };
        var subscriber = await desk.ActAsync(token, TokenPurpose.Preferences, change, cancellationToken);
        return subscriber is { State: SubscriberState.Unsubscribed }
            ? await Html.PageAsync(request, SubscriberPages.LeftAsync())
            : await PageAsync(request, token, subscriber, problems.Count > 0 ? "" : "已保存。", problems);
    }

    private static Task<IActionResult> PageAsync(HttpRequest request, string token, Subscriber? subscriber, string notice, IReadOnlyList<string> problems) =>
        subscriber is { State: SubscriberState.Active or SubscriberState.Paused }
            ? Html.PageAsync(request, SubscriberPages.PreferencesAsync(
                token, new(subscriber.Filter, subscriber.Cadence, subscriber.Language), subscriber.State == SubscriberState.Paused, notice, problems))
            : Html.BadLinkAsync(request);
}
