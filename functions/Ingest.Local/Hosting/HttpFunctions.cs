using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Local.Hosting;

/// <summary>Maps HTTP functions to routes. Keys are not asked for on a development machine, as with Core Tools.</summary>
internal static class HttpFunctions
{
    private static readonly string[] AnyMethod = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>The path that a function answers on.</summary>
    public static string RouteOf(LocalFunction function, string prefix) =>
        $"{prefix}/{((HttpTriggerAttribute)function.Trigger).Route ?? function.Name}".TrimStart('/');

    public static void Map(IEndpointRouteBuilder routes, LocalFunction function, string prefix, Invoke invoke)
    {
        var methods = ((HttpTriggerAttribute)function.Trigger).Methods is { Length: > 0 } named ? named.Select(method => method.ToUpperInvariant()) : AnyMethod;
        routes.MapMethods(RouteOf(function, prefix), methods, async (HttpContext http) => await AnswerAsync(http, await invoke(function, new HttpInput(http))));
    }

    private static Task AnswerAsync(HttpContext http, object? result) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        IResult ready => ready.ExecuteAsync(http),
        { } several when AnswerIn(several) is { } property => AnswerAsync(http, property.GetValue(several)),
        { } value => new ObjectResult(value).ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        null => Task.CompletedTask,
    };

    /// <summary>The property that is the answer, in a result with several outputs.</summary>
    private static PropertyInfo? AnswerIn(object result)
    {
        var properties = result.GetType().GetProperties();
        return Array.Find(properties, property => property.IsDefined(typeof(HttpResultAttribute)))
            ?? Array.Find(properties, property => property.PropertyType.IsAssignableTo(typeof(IActionResult)));
    }
}
