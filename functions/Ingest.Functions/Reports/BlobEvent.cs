using System.Text.Json;
using Azure.Storage.Blobs;

namespace Ingest.Functions.Reports;

/// <summary>The part of an Event Grid message on a blob that matters here; in the Event Grid or the CloudEvents schema.</summary>
internal static class BlobEvent
{
    /// <summary>Which blob the event is about.</summary>
    /// <param name="message">The message's JSON, one event.</param>
    /// <returns>Container and path.</returns>
    /// <exception cref="JsonException">The message is no such event; the text says what is missing.</exception>
    public static (string Container, string Path) BlobOf(string message)
    {
        using var json = JsonDocument.Parse(message);
        if (json.RootElement is { ValueKind: JsonValueKind.Object } root &&
            root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object &&
            data.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String &&
            Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address))
        {
            var blob = new BlobUriBuilder(address);
            if (blob.BlobContainerName.Length > 0 && blob.BlobName.Length > 0)
            {
                return (blob.BlobContainerName, blob.BlobName);
            }
        }

        throw new JsonException("The message is no blob event: its data.url must be the address of a blob.");
    }
}
