using Ingest.Core.Digests;
using Microsoft.AspNetCore.Components;

namespace Ingest.Core.Pages;

/// <summary>Renders a whole page from a component that uses <see cref="PageLayout"/>.</summary>
public static class PageRenderer
{
    /// <summary>Renders.</summary>
    /// <typeparam name="TPage">The page's component.</typeparam>
    /// <param name="parameters">Its parameters by name.</param>
    public static async Task<string> RenderAsync<TPage>(IDictionary<string, object?> parameters)
        where TPage : IComponent => "<!doctype html>\n" + await ComponentRenderer.RenderAsync<TPage>(parameters);
}
