using System.ComponentModel;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Hosting;

/// <summary>Fills a function's parameters as the Functions host does.</summary>
internal sealed class ParameterBinder(StorageAccounts accounts, IConfiguration configuration)
{
    public async Task<object?[]> BindAsync(LocalFunctionContext context)
    {
        var parameters = context.Function.Method.GetParameters();
        var values = new object?[parameters.Length];
        foreach (var parameter in parameters)
        {
            var value = await ValueAsync(parameter, context);
            if (value is IDisposable opened and (Stream or TextReader))
            {
                context.Opened.Add(opened);
            }

            values[parameter.Position] = value;
        }

        return values;
    }

    private async Task<object?> ValueAsync(ParameterInfo parameter, LocalFunctionContext context)
    {
        var type = parameter.ParameterType;
        if (parameter == context.Function.Parameter)
        {
            return await context.Input.ConvertAsync(type, context.CancellationToken);
        }

        if (type == typeof(FunctionContext))
        {
            return context;
        }

        if (type == typeof(CancellationToken))
        {
            return context.CancellationToken;
        }

        if (parameter.GetCustomAttribute<BlobInputAttribute>() is { } blob)
        {
            var path = new BlobPath(SettingExpressions.Resolve(blob.BlobPath, configuration));
            var client = accounts.Container(blob.Connection, path.Container).GetBlobClient(path.Fill(context.Input.BindingData));
            return await BlobValues.ReadAsync(client, type, context.CancellationToken);
        }

        return context.Input.BindingData.TryGetValue(parameter.Name!, out var value)
            ? Convert(value, type)
            : Missing(parameter, context);
    }

    private static object? Convert(object? value, Type type) =>
        value is null || type.IsInstanceOfType(value) ? value : TypeDescriptor.GetConverter(type).ConvertFrom(value);

    private static object? Missing(ParameterInfo parameter, LocalFunctionContext context)
    {
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        // As the worker does: what no binding gives is null where it may be.
        return !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            ? null
            : throw new InvalidOperationException($"Function {context.Function.Name}: nothing gives the parameter {parameter.Name}.");
    }
}
