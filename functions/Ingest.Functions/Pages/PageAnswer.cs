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
        response.Headers.ContentSecurityPolicy = PageStyle.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.WriteAsync(await _render(), context.HttpContext.RequestAborted);
    }
}
