using Ingest.Core.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Pages;

/// <summary>The form for uploading. An office gets a link with its own function key (<c>?code=</c>), which the form carries on.</summary>
public sealed class ShowUpload(IOptions<IngestOptions> options)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowUpload))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "upload")] HttpRequest request) =>
        Form(request, options.Value, StatusCodes.Status200OK, problem: null, office: null);

    /// <summary>The form, with what was wrong.</summary>
    internal static PageAnswer Form(HttpRequest request, IngestOptions options, int status, string? problem, string? office) => PageAnswer.Of<UploadPage>(
        status,
        new(nameof(UploadPage.Action), new Uri(options.SiteUrl!, "upload" + request.QueryString).AbsoluteUri),
        new(nameof(UploadPage.MaxBytes), options.MaxUploadBytes),
        new(nameof(UploadPage.Problem), problem),
        new(nameof(UploadPage.Office), office),
        new(nameof(UploadPage.Site), options.SiteUrl));
}
