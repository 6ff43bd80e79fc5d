using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Subscriptions;

/// <summary>A page as an answer: no script, no framing, no caching, and no address of ours handed to others by its links.</summary>
internal static class Html
{
    public static async Task<IActionResult> PageAsync(HttpRequest request, Task<string> page, int status = StatusCodes.Status200OK)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        return new ContentResult { Content = await page, ContentType = "text/html; charset=utf-8", StatusCode = status };
    }

    /// <summary>The fields of a form that is not absurdly large.</summary>
    public static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType && request.ContentLength is null or <= 64 * 1024 ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
}
