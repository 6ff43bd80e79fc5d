using Ingest.Core.Subscriptions;
using Ingest.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Subscriptions;

/// <summary>A page as an answer: no script, no framing, no caching, and no address of ours handed to others by its links.</summary>
internal static class Html
{
    /// <summary>The digest's page is the mail, whose styles stand on its elements.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static async Task<IActionResult> PageAsync(HttpRequest request, Task<string> page, int status = StatusCodes.Status200OK)
    {
        PageAnswer.Guard(request.HttpContext.Response.Headers, Policy);
        return new ContentResult { Content = await page, ContentType = "text/html; charset=utf-8", StatusCode = status };
    }

    /// <summary>The answer to a link that is altered, expired or another's.</summary>
    public static Task<IActionResult> BadLinkAsync(HttpRequest request) => PageAsync(request, SubscriberPages.BadLinkAsync(), StatusCodes.Status410Gone);

    /// <summary>The fields of a form that is not absurdly large.</summary>
    public static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType && request.ContentLength is null or <= 64 * 1024 ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
}
