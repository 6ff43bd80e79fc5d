using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Ingest.Local.Hosting;

/// <summary>A blob as the types that functions bind it to.</summary>
internal static class BlobValues
{
    /// <summary>The value; null where a blob does not bind to the type, or is not there.</summary>
    public static async Task<object?> ReadAsync(BlobClient blob, Type type, CancellationToken cancellationToken)
    {
        if (type.IsAssignableFrom(typeof(BlobClient)) && type != typeof(object))
        {
            return blob;
        }

        if (type == typeof(BlockBlobClient))
        {
            return blob.GetParentBlobContainerClient().GetBlockBlobClient(blob.Name);
        }

        try
        {
            return type == typeof(Stream) ? await blob.OpenReadAsync(cancellationToken: cancellationToken)
                : type == typeof(string) ? (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString()
                : type == typeof(byte[]) ? (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray()
                : type == typeof(BinaryData) ? (await blob.DownloadContentAsync(cancellationToken)).Value.Content
                : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
