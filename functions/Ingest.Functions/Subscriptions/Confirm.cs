using Ingest.Core.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Subscriptions;

/// <summary>The link of the confirmation mail. Mail scanners open links, so that opening it only shows a button.</summary>
public sealed class Confirm(SubscriptionDesk desk, SignedLinks links)
{
    /// <summary>The button.</summary>
    [Function("ConfirmForm")]
    public Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "confirm")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = request.Query["t"].ToString();
        return desk.IsGood(token, TokenPurpose.Confirm)
            ? Html.PageAsync(request, SubscriberPages.ConfirmAsync(token))
            : Html.BadLinkAsync(request);
    }

    /// <summary>Confirms.</summary>
    [Function(nameof(Confirm))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "confirm")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await Html.FormAsync(request, cancellationToken);
        var subscriber = await desk.ActAsync(form["t"], TokenPurpose.Confirm, LifeCycle.Confirm, cancellationToken);
        return subscriber is { State: SubscriberState.Active or SubscriberState.Paused }
            ? await Html.PageAsync(request, SubscriberPages.ConfirmedAsync(links.Preferences(subscriber.Id)))
            : await Html.BadLinkAsync(request);
    }
}
