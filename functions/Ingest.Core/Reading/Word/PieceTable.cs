using System.Buffers.Binary;

namespace Ingest.Core.Reading.Word;

/// <summary>A run of text as it lies in the file.</summary>
/// <param name="Start">First character position.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Offset">Byte offset of the first character in the main stream.</param>
/// <param name="IsWide">Two bytes a character (UTF-16) instead of one (Windows-1252).</param>
internal readonly record struct Piece(int Start, int End, int Offset, bool IsWide)
{
    public int BytesPerCharacter => IsWide ? 2 : 1;
}

/// <summary>The table that puts the text of a Word document together from its pieces, the last of the "Clx" in the table stream.</summary>
internal static class PieceTable
{
    private const int ClxOffset = 0x01A2;
    private const uint NarrowFlag = 0x40000000;

    public static List<Piece> Of(byte[] main, byte[] table, ReadingBudget budget)
    {
        int at = I32(main, ClxOffset), length = I32(main, ClxOffset + 4);
        if (at < 0 || length <= 0 || (long)at + length > table.Length) throw new InvalidDataException("Piece table outside the table stream");
        var clx = table.AsSpan(at, length);
        while (clx.Length > 3 && clx[0] == 1) clx = clx[Math.Min(clx.Length, 3 + BinaryPrimitives.ReadUInt16LittleEndian(clx[1..]))..];
        if (clx.Length < 5 || clx[0] != 2) throw new InvalidDataException("No piece table");
        var plc = clx[5..];
        var size = Math.Min(plc.Length, Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(clx[1..])));
        return Pieces(plc[..size], main.Length, budget);
    }

    private static List<Piece> Pieces(ReadOnlySpan<byte> plc, int mainLength, ReadingBudget budget)
    {
        var count = (plc.Length - 4) / 12;
        var pieces = new List<Piece>();
        for (var i = 0; i < count; i++)
        {
            budget.Object();
            int start = BinaryPrimitives.ReadInt32LittleEndian(plc[(i * 4)..]), end = BinaryPrimitives.ReadInt32LittleEndian(plc[((i * 4) + 4)..]);
            var position = BinaryPrimitives.ReadUInt32LittleEndian(plc[(((count + 1) * 4) + (i * 8) + 2)..]);
            var isWide = (position & NarrowFlag) == 0;
            var offset = (long)(isWide ? position : (position & ~NarrowFlag) / 2);
            if (start < 0 || end <= start || offset >= mainLength) continue;
            var room = (mainLength - offset) / (isWide ? 2 : 1);
            pieces.Add(new Piece(start, (int)Math.Min(end, start + room), (int)offset, isWide));
        }

        return pieces;
    }

    private static int I32(byte[] bytes, int at) => at + 4 <= bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) : -1;
}
