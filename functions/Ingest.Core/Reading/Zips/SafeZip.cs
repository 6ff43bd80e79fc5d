using System.IO.Compression;
using System.Text;
using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Zips;

/// <summary>A zip opened within limits: entries counted before the framework lists them, parts unpacked against the budget.</summary>
internal sealed class SafeZip : IDisposable
{
    private const int Slack = 8; // signatures of zips stored inside this one are counted too
    private readonly ZipArchive _archive;
    private readonly ReadingBudget _budget;

    private SafeZip(ZipArchive archive, ReadingBudget budget) => (_archive, _budget) = (archive, budget);

    public IReadOnlyCollection<ZipArchiveEntry> Entries => _archive.Entries;

    /// <summary>Opens a zip; throws <see cref="UnreadableException"/> or <see cref="InvalidDataException"/>.</summary>
    public static SafeZip Open(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        if (file.Span.Count("PK\x01\x02"u8) > budget.Limits.MaxEntries * Slack) throw new UnreadableException(Refusals.TooManyEntries);
        var archive = new ZipArchive(Bytes.AsStream(file), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
        if (archive.Entries.Count <= budget.Limits.MaxEntries) return new SafeZip(archive, budget);
        archive.Dispose();
        throw new UnreadableException(Refusals.TooManyEntries);
    }

    public ZipArchiveEntry? Find(string path) =>
        _archive.Entries.FirstOrDefault(e => e.FullName.TrimStart('/').Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Unpacks a part of a document.</summary>
    public byte[] Read(ZipArchiveEntry entry) => Read(entry, _budget.Limits.MaxPartBytes);

    /// <summary>Unpacks a file that is a report of its own.</summary>
    public byte[] ReadFile(ZipArchiveEntry entry) => Read(entry, _budget.Limits.MaxBytes);

    private byte[] Read(ZipArchiveEntry entry, long limit)
    {
        _budget.CheckTime();
        if (entry.IsEncrypted) throw new UnreadableException(Refusals.Encrypted);
        if (entry.Length > limit) throw new UnreadableException(Refusals.UnpacksTooLarge);
        _budget.Unpack(entry.Length);
        using var packed = entry.Open();
        var bytes = new byte[entry.Length]; // the framework gives no more than the length that the zip states
        var read = packed.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>
    /// An entry's name. A zip that does not flag its names as UTF-8 holds them in whatever code page it was made in:
    /// UTF-8 by some tools, GBK by Chinese Windows.
    /// </summary>
    public static string NameOf(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (Ascii.IsValid(name) || name.AsSpan().IndexOfAnyInRange('\u0100', '\uFFFF') >= 0) return name;
        return TextDecoding.Decode(Encoding.Latin1.GetBytes(name)).Text;
    }

    public void Dispose() => _archive.Dispose();
}
