using Ingest.Core.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Functions.Pages;

/// <summary>An HTML page as the answer of an HTTP function, with the headers that keep it harmless.</summary>
public sealed class PageAnswer : IActionResult
{
    private readonly Func<Task<string>> _render;
    private readonly int _status;

    private PageAnswer(Func<Task<string>> render, int status) => (_render, _status) = (render, status);

    /// <summary>Answers with a page.</summary>
    /// <typeparam name="TPage">The page's component.</typeparam>
    /// <param name="status">HTTP status.</param>
    /// <param name="parameters">The component's parameters by name.</param>
    public static PageAnswer Of<TPage>(int status, params IEnumerable<KeyValuePair<string, object?>> parameters)
        where TPage : IComponent => new(() => PageRenderer.RenderAsync<TPage>(new Dictionary<string, object?>(parameters, StringComparer.Ordinal)), status);

    /// <summary>Answers with a page that says one thing.</summary>
    /// <param name="site">Address of the site.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">A few words.</param>
    /// <param name="lines">The same in sentences.</param>
    public static PageAnswer Message(Uri site, int status, string title, params IReadOnlyList<string> lines) =>
        Of<MessagePage>(status, new(nameof(MessagePage.Title), title), new(nameof(MessagePage.Lines), lines), new(nameof(MessagePage.Site), site));

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        response.StatusCode = _status;
        response.ContentType = "text/html; charset=utf-8";
        Guard(response.Headers, PageStyle.ContentSecurityPolicy);
        await response.WriteAsync(await _render(), context.HttpContext.RequestAborted);
    }

    /// <summary>The headers of every page: no script, no framing, no caching, and no address of ours handed to others by its links.</summary>
    /// <param name="headers">Where they go.</param>
    /// <param name="contentSecurityPolicy">What the page may load.</param>
    internal static void Guard(IHeaderDictionary headers, string contentSecurityPolicy)
    {
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
