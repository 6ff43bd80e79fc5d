using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions.Digests;

/// <summary>A digest on the web: the same as in the mail, with everything that the mail left out.</summary>
public sealed class ShowDigest(DigestPreview preview)
{
    /// <summary>The digest of a window for the choice in the query (<see cref="DigestFilter.Canonical"/>); 404 where there is no such window.</summary>
    [Function(nameof(ShowDigest))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "digests/{window}")] HttpRequest request, string window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!DigestWindow.TryParse(window, out var parsed))
        {
            return new NotFoundResult();
        }

        var filter = DigestFilter.Parse(request.QueryString.Value?.TrimStart('?'));
        var page = await preview.PageAsync(parsed, new Choice(filter, parsed.Cadence, DigestLanguage.Hans), cancellationToken);
        return await Html.PageAsync(request, Task.FromResult(page));
    }
}
