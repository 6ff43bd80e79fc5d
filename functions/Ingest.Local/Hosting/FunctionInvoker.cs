using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local.Hosting;

/// <summary>Runs one function once: middleware, parameters, the method, its outputs.</summary>
internal sealed class FunctionInvoker
{
    /// <summary>Under this key the ASP.NET Core integration of the worker keeps the request.</summary>
    private const string HttpContextKey = "HttpRequestContext";

    private readonly ParameterBinder _parameters;
    private readonly OutputBinder _outputs;
    private readonly HostSettings _settings;
    private readonly FunctionExecutionDelegate _pipeline;

    public FunctionInvoker(ParameterBinder parameters, OutputBinder outputs, WorkerBuilder worker, HostSettings settings)
    {
        (_parameters, _outputs, _settings) = (parameters, outputs, settings);
        _pipeline = worker.Pipeline(context => CallAsync((LocalFunctionContext)context));
    }

    /// <summary>Runs the function in a scope of its own.</summary>
    /// <returns>What it returned, or null.</returns>
    public async Task<object?> InvokeAsync(LocalFunction function, TriggerInput input, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_settings.FunctionTimeout);
        await using var scope = services.CreateAsyncScope();
        var context = new LocalFunctionContext(function, input, scope.ServiceProvider, timeout.Token);
        if (input is HttpInput http)
        {
            context.Items[HttpContextKey] = http.Http;
        }

        try
        {
            await _pipeline(context);
            await _outputs.WriteAsync(context);
            return context.Result;
        }
        finally
        {
            context.Opened.ForEach(opened => opened.Dispose());
        }
    }

    private async Task CallAsync(LocalFunctionContext context)
    {
        var method = context.Function.Method;
        var arguments = await _parameters.BindAsync(context);
        var target = method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, method.DeclaringType!);
        try
        {
            context.Result = await ResultOfAsync(method.Invoke(target, arguments));
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
        finally
        {
            await DisposeAsync(target);
        }
    }

    private static async Task<object?> ResultOfAsync(object? returned)
    {
        switch (returned)
        {
            case Task task:
                await task;
                return task.GetType().GetProperty(nameof(Task<>.Result)) is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
            case ValueTask task:
                await task;
                return null;
            case { } value when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                return await ResultOfAsync(type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(value, null));
            default:
                return returned;
        }
    }

    private static async ValueTask DisposeAsync(object? target)
    {
        if (target is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            (target as IDisposable)?.Dispose();
        }
    }
}
