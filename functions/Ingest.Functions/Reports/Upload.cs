using Azure;
using Azure.Storage.Blobs;

namespace Ingest.Functions.Reports;

/// <summary>What an office put into the container.</summary>
/// <param name="Path">Path of the blob in the container.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Bytes">The whole blob, or null where it is too large to be read.</param>
/// <param name="Fingerprint">See <see cref="ContentFingerprint"/>.</param>
public sealed record Upload(string Path, long Size, ReadOnlyMemory<byte>? Bytes, string Fingerprint)
{
    /// <summary>Downloads one version of a blob in one request.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="most">Larger blobs are not downloaded, in bytes.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <returns>Null where the blob is gone.</returns>
    public static async Task<Upload?> DownloadAsync(BlobClient blob, long most, CancellationToken cancellationToken)
    {
        try
        {
            // The client repeats a broken download from where it broke, on the condition that the ETag is the same.
            using var download = (await blob.DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            var size = download.Details.ContentLength;
            if (size > most)
            {
                return new Upload(blob.Name, size, null, ContentFingerprint.Of($"{size} {download.Details.ETag}"));
            }

            var bytes = new byte[size];
            await download.Content.ReadExactlyAsync(bytes, cancellationToken);
            return new Upload(blob.Name, size, bytes, ContentFingerprint.Of(bytes));
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }
}
