using System.Buffers.Binary;
using System.Text;

namespace Ingest.Core.Reading.Word;

/// <summary>
/// An OLE compound file ([MS-CFB]): streams in chains of sectors. Every chain is bounded by the number of sectors that
/// the file has room for, so that loops in it end.
/// </summary>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int HeaderFatSlots = 109;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly ReadingBudget _budget;
    private readonly int _sectorSize;
    private readonly int _miniSectorSize;
    private readonly uint _miniCutoff;
    private readonly uint[] _fat;
    private readonly uint[] _miniFat;
    private readonly byte[] _miniStream;
    private readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        (_file, _budget) = (file, budget);
        int sectorShift = U16(30), miniShift = U16(32);
        if (sectorShift is < 7 or > 16 || miniShift < 2 || miniShift > sectorShift) throw new InvalidDataException("Sector size");
        (_sectorSize, _miniSectorSize) = (1 << sectorShift, 1 << miniShift);
        _miniCutoff = U32(56);
        _fat = ReadFat();
        ReadDirectory(U32(48), out var miniStart, out var miniSize);
        _miniFat = ToWords(Chain(U32(60), long.MaxValue));
        _miniStream = Chain(miniStart, miniSize);
    }

    /// <summary>The first bytes of every compound file.</summary>
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Names of the streams, whatever storage they lie in.</summary>
    public IReadOnlyCollection<string> Names => _streams.Keys;

    /// <summary>Opens a file; throws <see cref="InvalidDataException"/> where its structure is broken.</summary>
    public static CompoundFile Open(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        if (file.Length < HeaderSize) throw new InvalidDataException("Shorter than a header");
        return new CompoundFile(file, budget);
    }

    /// <summary>The bytes of a stream, as many as the file has; null if there is no such stream.</summary>
    public byte[]? Read(string name)
    {
        if (!_streams.TryGetValue(name, out var stream)) return null;
        return stream.Size < _miniCutoff ? MiniChain(stream.Start, stream.Size) : Chain(stream.Start, stream.Size);
    }

    private uint[] ReadFat()
    {
        var sectors = (_file.Length / _sectorSize) + 1;
        var fat = new List<uint>();
        for (var slot = 0; slot < HeaderFatSlots; slot++) AddFatSector(U32(76 + (slot * 4)), fat, sectors);
        var difat = U32(68);
        for (var turn = 0; turn < sectors && difat < Free - 5; turn++)
        {
            _budget.Tick();
            if (Sector(difat) is not { IsEmpty: false } block) break;
            var words = ToWords(block.Span);
            foreach (var sector in words.AsSpan(0, words.Length - 1)) AddFatSector(sector, fat, sectors);
            difat = words[^1];
        }

        return [.. fat];
    }

    private void AddFatSector(uint sector, List<uint> fat, int sectors)
    {
        if (sector >= Free - 5 || fat.Count > sectors + (_sectorSize / 4)) return;
        fat.AddRange(ToWords(Sector(sector).Span));
    }

    private void ReadDirectory(uint start, out uint miniStart, out long miniSize)
    {
        (miniStart, miniSize) = (EndOfChain, 0);
        var entries = Chain(start, long.MaxValue);
        for (var at = 0; at + EntrySize <= entries.Length; at += EntrySize)
        {
            _budget.Object();
            var entry = entries.AsSpan(at, EntrySize);
            int type = entry[66], nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
            var chain = (Start: BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), Size: (long)BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
            if (type == 5) (miniStart, miniSize) = chain;
            if (type == 2 && nameBytes is >= 2 and <= 64) _streams.TryAdd(Encoding.Unicode.GetString(entry[..(nameBytes - 2)]), chain);
        }
    }

    private byte[] Chain(uint sector, long size)
    {
        using var bytes = new MemoryStream();
        for (var turn = 0; turn <= _fat.Length && sector < _fat.Length && bytes.Length < size; turn++)
        {
            _budget.Tick();
            var block = Sector(sector).Span;
            bytes.Write(block[..(int)Math.Min(block.Length, size - bytes.Length)]);
            if (bytes.Length > _budget.Limits.MaxBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
            sector = _fat[sector];
        }

        return bytes.ToArray();
    }

    private byte[] MiniChain(uint sector, long size)
    {
        using var bytes = new MemoryStream();
        for (var turn = 0; turn <= _miniFat.Length && sector < _miniFat.Length && bytes.Length < size; turn++)
        {
            var at = sector * (long)_miniSectorSize;
            if (at >= _miniStream.Length) break;
            bytes.Write(_miniStream.AsSpan((int)at, (int)Math.Min(Math.Min(_miniSectorSize, _miniStream.Length - at), size - bytes.Length)));
            sector = _miniFat[sector];
        }

        return bytes.ToArray();
    }

    private ReadOnlyMemory<byte> Sector(uint sector)
    {
        var at = (sector + 1L) * _sectorSize;
        return at >= _file.Length ? default : _file.Slice((int)at, (int)Math.Min(_sectorSize, _file.Length - at));
    }

    private static uint[] ToWords(ReadOnlySpan<byte> bytes)
    {
        var words = new uint[bytes.Length / 4];
        for (var i = 0; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * 4)..]);
        return words;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.Span[at..]);

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.Span[at..]);
}
