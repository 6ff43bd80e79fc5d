using System.Buffers.Binary;
using System.IO.Compression;

namespace Ingest.Core.Tests.Reading.Fuzzing;

/// <summary>Breaks a valid file in one of the ways files get broken, by chance or by intent. The same seed breaks it the same way.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        .. new[] { "[", "<<", "{", "(", "<div>", "<b><p>", "{\\*\\x", "<w:tbl><w:tr><w:tc>", "\\u-1", "<a b='", "\"", ",", "q ", " obj", "1 0 R ", "\r\n\r\n", "--x", "=\n" }
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    private static readonly uint[] Borders = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    public static byte[] Of(byte[] original, int seed)
    {
        var random = new Random(seed);
        var isZip = original.AsSpan().StartsWith("PK"u8);
        if (isZip && random.Next(2) == 0) return Repacked(original, random);
        var bytes = original;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            bytes = isZip && random.Next(3) == 0 ? ZipHeader([.. bytes], random) : Once(bytes, random);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        if (bytes.Length < 8) return bytes;
        int at = random.Next(bytes.Length), length = Math.Min(bytes.Length - at, random.Next(1, 512));
        switch (random.Next(8))
        {
            case 0: return Changed(bytes, copy => { for (var n = random.Next(1, 17); n > 0; n--) copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8)); });
            case 1: return Changed(bytes, copy => random.NextBytes(copy.AsSpan(at, Math.Min(length, 16))));
            case 2: return bytes[..at];
            case 3: return [.. bytes[..at], .. bytes[(at + length)..]];
            case 4: return [.. bytes[..at], .. Repeated(bytes[at..(at + length)], random.Next(1, 20)), .. bytes[at..]];
            case 5: return [.. bytes[..at], .. Repeated(Tokens[random.Next(Tokens.Length)], random.Next(1, 3000)), .. bytes[at..]];
            case 6: return Changed(bytes, copy => copy.AsSpan(at, length).Fill((byte)(random.Next(2) == 0 ? 0 : 0xFF)));
            default:
                return Changed(bytes, copy =>
                {
                    for (var n = random.Next(1, 5); n > 0; n--) BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(random.Next(copy.Length - 3)), Borders[random.Next(Borders.Length)]);
                });
        }
    }

    private static byte[] Changed(byte[] bytes, Action<byte[]> change)
    {
        byte[] copy = [.. bytes];
        change(copy);
        return copy;
    }

    private static byte[] Repeated(byte[] block, int times)
    {
        var all = new byte[block.Length * times];
        for (var i = 0; i < times; i++) block.CopyTo(all, i * block.Length);
        return all;
    }

    /// <summary>Changes a field of a local header, a directory entry or the end record: flags, method, sizes, counts, offsets.</summary>
    private static byte[] ZipHeader(byte[] bytes, Random random)
    {
        var headers = new List<int>();
        for (var i = 0; i + 46 < bytes.Length; i++)
        {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] is 1 or 3 or 5) headers.Add(i);
        }

        if (headers.Count == 0) return bytes;
        var at = headers[random.Next(headers.Count)] + random.Next(4, 44);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)Borders[random.Next(Borders.Length)]);
        return bytes;
    }

    /// <summary>Breaks what a zip holds instead of the zip, so that the reader of the part meets it.</summary>
    private static byte[] Repacked(byte[] original, Random random)
    {
        var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(original)))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(from.Entries.Count);
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var part = from.Entries[i].Open();
                var content = new MemoryStream();
                part.CopyTo(content);
                using var target = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                target.Write(i == chosen ? Once(content.ToArray(), random) : content.ToArray());
            }
        }

        return output.ToArray();
    }
}
