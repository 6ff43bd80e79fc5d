using System.Buffers.Binary;

namespace Ingest.Core.Reading.Word;

/// <summary>
/// Which bytes of the main stream are deleted or hidden text, and which paragraphs end a table row: the few properties
/// of [MS-DOC] formatting that change what is read.
/// </summary>
internal sealed class CharacterRuns
{
    private const int PageSize = 512;
    private const int CharacterPages = 0xFA;
    private const int ParagraphPages = 0x102;
    private const ushort Deleted = 0x0800;
    private const ushort Hidden = 0x083C;
    private const ushort InTable = 0x2416;
    private const ushort RowEnd = 0x2417;
    private const ushort NestedRowEnd = 0x244C;
    private readonly List<(int Start, int End)> _dropped = [];
    private readonly List<(int Start, int End)> _inTable = [];
    private readonly List<(int Start, int End)> _rowEnds = [];

    private CharacterRuns()
    {
    }

    public static CharacterRuns Of(byte[] main, byte[] table, ReadingBudget budget)
    {
        var runs = new CharacterRuns();
        foreach (var page in Pages(main, table, CharacterPages, budget)) runs.ReadPage(main.AsSpan(page, PageSize), isParagraphs: false, budget);
        foreach (var page in Pages(main, table, ParagraphPages, budget)) runs.ReadPage(main.AsSpan(page, PageSize), isParagraphs: true, budget);
        runs._dropped.Sort();
        runs._inTable.Sort();
        runs._rowEnds.Sort();
        return runs;
    }

    /// <summary>Whether the character at a byte offset was deleted or is hidden.</summary>
    public bool IsDropped(int offset) => Covers(_dropped, offset);

    /// <summary>Whether the file says at all where rows end.</summary>
    public bool HasRowEnds => _rowEnds.Count > 0;

    /// <summary>Whether the paragraph that ends at a byte offset lies in a table.</summary>
    public bool IsInTable(int offset) => Covers(_inTable, offset);

    /// <summary>Whether the paragraph that ends at a byte offset is the mark of a table row's end.</summary>
    public bool IsRowEnd(int offset) => Covers(_rowEnds, offset);

    private static bool Covers(List<(int Start, int End)> ranges, int offset)
    {
        if (ranges.Count == 0) return false;
        var at = ranges.BinarySearch((offset, int.MaxValue));
        at = at >= 0 ? at : ~at - 1;
        return at >= 0 && offset < ranges[at].End;
    }

    /// <summary>Offsets of the formatting pages that a table of them names.</summary>
    private static List<int> Pages(byte[] main, byte[] table, int fib, ReadingBudget budget)
    {
        var pages = new List<int>();
        if (fib + 8 > main.Length) return pages;
        int at = BinaryPrimitives.ReadInt32LittleEndian(main.AsSpan(fib)), length = BinaryPrimitives.ReadInt32LittleEndian(main.AsSpan(fib + 4));
        if (at < 0 || length < 4 || (long)at + length > table.Length) return pages;
        var count = (length - 4) / 8;
        for (var i = 0; i < count; i++)
        {
            budget.Object();
            var page = (BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(at + ((count + 1) * 4) + (i * 4))) & 0x3FFFFF) * (long)PageSize;
            if (page + PageSize <= main.Length) pages.Add((int)page);
        }

        return pages;
    }

    private void ReadPage(ReadOnlySpan<byte> page, bool isParagraphs, ReadingBudget budget)
    {
        int count = page[PageSize - 1], entrySize = isParagraphs ? 13 : 1;
        if ((count * (4 + entrySize)) + 4 >= PageSize) return;
        for (var i = 0; i < count; i++)
        {
            budget.Tick();
            int start = BinaryPrimitives.ReadInt32LittleEndian(page[(i * 4)..]), end = BinaryPrimitives.ReadInt32LittleEndian(page[((i * 4) + 4)..]);
            var properties = page[((count + 1) * 4) + (i * entrySize)] * 2;
            if (properties == 0 || end <= start) continue;
            var sprms = isParagraphs ? ParagraphProperties(page, properties) : CharacterProperties(page, properties);
            Mark(sprms, start, end, isParagraphs);
        }
    }

    private static ReadOnlySpan<byte> CharacterProperties(ReadOnlySpan<byte> page, int at) =>
        page.Slice(at + 1, Math.Max(0, Math.Min(page[at], PageSize - at - 1)));

    private static ReadOnlySpan<byte> ParagraphProperties(ReadOnlySpan<byte> page, int at)
    {
        var length = page[at] != 0 ? (page[at] * 2) - 1 : at + 1 < PageSize ? page[at + 1] * 2 : 0;
        var start = (page[at] != 0 ? at + 1 : at + 2) + 2; // the style's number comes first
        return start >= PageSize ? default : page.Slice(start, Math.Max(0, Math.Min(length - 2, PageSize - start)));
    }

    private void Mark(ReadOnlySpan<byte> sprms, int start, int end, bool isParagraphs)
    {
        while (sprms.Length >= 3)
        {
            var code = BinaryPrimitives.ReadUInt16LittleEndian(sprms);
            var size = OperandSize(code, sprms);
            var isOn = sprms[2] == 1;
            if (!isParagraphs && isOn && code is Deleted or Hidden) _dropped.Add((start, end));
            if (isParagraphs && isOn && code is InTable) _inTable.Add((start, end));
            if (isParagraphs && isOn && code is RowEnd or NestedRowEnd) _rowEnds.Add((start, end));
            if (2 + size > sprms.Length) return;
            sprms = sprms[(2 + size)..];
        }
    }

    private static int OperandSize(ushort code, ReadOnlySpan<byte> sprms) => (code >> 13) switch
    {
        0 or 1 => 1,
        2 or 4 or 5 => 2,
        3 => 4,
        7 => 3,
        _ => code is 0xD608 && sprms.Length >= 4 ? BinaryPrimitives.ReadUInt16LittleEndian(sprms[2..]) + 1 : sprms[2] + 1,
    };
}
