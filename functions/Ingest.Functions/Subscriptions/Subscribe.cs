using Ingest.Core.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Subscriptions;

/// <summary>The form to subscribe, and what becomes of it.</summary>
public sealed class Subscribe(SubscriptionDesk desk, FormUse use)
{
    /// <summary>The form.</summary>
    [Function("SubscribeForm")]
    public static Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "subscribe")] HttpRequest request) =>
        Html.PageAsync(request, SubscriberPages.SubscribeAsync(Choice.Default, "", []));

    /// <summary>Takes the form; the answer says nothing about who is subscribed.</summary>
    [Function(nameof(Subscribe))]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subscribe")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!await use.TryCountAsync(request, cancellationToken))
        {
            return await Html.PageAsync(request, SubscriberPages.TooManyAsync(), StatusCodes.Status429TooManyRequests);
        }

        var form = await Html.FormAsync(request, cancellationToken);
        var (choice, problems) = ChoiceForm.Read(name => form[name]);
        var typed = form["address"].ToString();
        if (!ReaderAddress.TryParse(typed, out var address))
        {
            problems = [.. problems, "邮箱地址不完整或含有无法投递的字符,请检查后重填。"];
        }

        if (problems.Count > 0)
        {
            return await Html.PageAsync(request, SubscriberPages.SubscribeAsync(choice, typed.Length <= 254 ? typed : "", problems), StatusCodes.Status400BadRequest);
        }

        // The field that people don't see is filled in by programs only; they get the same answer.
        if (form["website"].ToString().Length == 0)
        {
            await desk.AskAsync(address, choice, cancellationToken);
        }

        return await Html.PageAsync(request, SubscriberPages.AskedAsync());
    }
}
