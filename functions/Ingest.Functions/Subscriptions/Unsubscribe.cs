using Ingest.Core.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Subscriptions;

/// <summary>The way out: a page by GET, done by POST, from the page or from the mail program's own button (RFC 8058).</summary>
public sealed class Unsubscribe(SubscriptionDesk desk)
{
    /// <summary>The button; opening the link changes nothing.</summary>
    [Function("UnsubscribeForm")]
    public Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unsubscribe")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = request.Query["t"].ToString();
        return desk.IsGood(token, TokenPurpose.Unsubscribe)
            ? Html.PageAsync(request, SubscriberPages.LeaveAsync(token))
            : Html.BadLinkAsync(request);
    }

    /// <summary>Leaves. Mail programs post to the link itself, the page posts the token as a field.</summary>
    [Function(nameof(Unsubscribe))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "unsubscribe")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = await Html.FormAsync(request, cancellationToken);
        var token = form["t"].ToString() is { Length: > 0 } field ? field : request.Query["t"].ToString();
        if (!desk.IsGood(token, TokenPurpose.Unsubscribe))
        {
            return await Html.BadLinkAsync(request);
        }

        // Somebody who was erased meanwhile has left, too.
        await desk.ActAsync(token, TokenPurpose.Unsubscribe, LifeCycle.Leave, cancellationToken);
        return await Html.PageAsync(request, SubscriberPages.LeftAsync());
    }
}
