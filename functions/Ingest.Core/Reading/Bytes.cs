using System.Runtime.InteropServices;

namespace Ingest.Core.Reading;

/// <summary>A file's bytes as a stream, without a copy.</summary>
internal static class Bytes
{
    public static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
