using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Ingest.Local.Hosting;

/// <summary>Writes what a function returned to where its output attributes say.</summary>
internal sealed class OutputBinder(StorageAccounts accounts, IConfiguration configuration)
{
    /// <summary>Writes outputs; an attribute on the method takes the whole result, attributes on properties take the property.</summary>
    public async Task WriteAsync(LocalFunctionContext context)
    {
        if (context.Result is not { } result)
        {
            return;
        }

        if (context.Function.Method.GetCustomAttribute<OutputBindingAttribute>() is { } whole)
        {
            await WriteAsync(whole, result, context);
            return;
        }

        foreach (var property in result.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<OutputBindingAttribute>() is { } output && property.GetValue(result) is { } value)
            {
                await WriteAsync(output, value, context);
            }
        }
    }

    private Task WriteAsync(OutputBindingAttribute output, object value, LocalFunctionContext context) => output switch
    {
        QueueOutputAttribute queue => SendAsync(queue, value, context.CancellationToken),
        BlobOutputAttribute blob => UploadAsync(blob, value, context),
        _ => throw new NotSupportedException($"Function {context.Function.Name}: the local host does not know the output {output.GetType().Name}."),
    };

    private async Task SendAsync(QueueOutputAttribute output, object value, CancellationToken cancellationToken)
    {
        var queue = accounts.Queue(output.Connection, SettingExpressions.Resolve(output.QueueName, configuration));
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var messages = value is IEnumerable several and not (string or byte[] or BinaryData) ? several.Cast<object>() : [value];
        foreach (var message in messages)
        {
            await queue.SendMessageAsync(Body(message), cancellationToken: cancellationToken);
        }
    }

    private async Task UploadAsync(BlobOutputAttribute output, object value, LocalFunctionContext context)
    {
        var path = new BlobPath(SettingExpressions.Resolve(output.BlobPath, configuration));
        var blob = accounts.Container(output.Connection, path.Container).GetBlobClient(path.Fill(context.Input.BindingData));
        await blob.UploadAsync(Body(value), overwrite: true, context.CancellationToken);
    }

    private static BinaryData Body(object value) => value switch
    {
        string text => BinaryData.FromString(text),
        byte[] bytes => BinaryData.FromBytes(bytes),
        BinaryData data => data,
        _ => BinaryData.FromString(JsonSerializer.Serialize(value, value.GetType())),
    };
}
