using System.Buffers.Binary;

namespace Ingest.Core.Reading.Word;

/// <summary>Word 97–2003 and WPS Writer documents ([MS-DOC]): main text, footnotes, endnotes and text boxes, in that order.</summary>
internal static class DocFormat
{
    private const int TextLengths = 0x4C;
    private const ushort EncryptedFlag = 0x0100;
    private const ushort FirstTableFlag = 0x0200;
    private const int FirstUnicodeVersion = 0x00C1;

    public static ReportText Read(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        var ole = CompoundFile.Open(file, budget);
        var main = ole.Read("WordDocument") ?? [];
        if (main.Length < 0x60) throw new InvalidDataException("No file information block");
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(main.AsSpan(0x0A));
        if ((flags & EncryptedFlag) != 0) throw new UnreadableException(Refusals.Encrypted);
        var document = new DocumentText(budget);
        var version = BinaryPrimitives.ReadUInt16LittleEndian(main.AsSpan(2));
        if (version < FirstUnicodeVersion && BinaryPrimitives.ReadUInt16LittleEndian(main) != 0xA5EC)
        {
            OldWord.Read(main, document, budget);
            return document.Build(ReportFormat.Doc);
        }

        var table = ole.Read((flags & FirstTableFlag) != 0 ? "1Table" : "0Table") ?? ole.Read("1Table") ?? ole.Read("0Table") ?? [];
        var pieces = PieceTable.Of(main, table, budget);
        var writer = new DocText(main, pieces, CharacterRuns.Of(main, table, budget), document, budget);
        var start = 0;
        foreach (var (length, isRead) in Parts(main))
        {
            if (isRead) writer.Write(start, start + length);
            start = (int)Math.Min((long)start + length, int.MaxValue / 2);
        }

        return document.Build(ReportFormat.Doc);
    }

    /// <summary>The parts of the text in their order; headers and comments are no part of the report.</summary>
    private static IEnumerable<(int Length, bool IsRead)> Parts(byte[] main)
    {
        bool[] isRead = [true, true, false, false, false, true, true, false]; // main, footnotes, headers, macros, comments, endnotes, text boxes, header text boxes
        for (var i = 0; i < isRead.Length && TextLengths + (i * 4) + 4 <= main.Length; i++)
        {
            yield return (Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(main.AsSpan(TextLengths + (i * 4)))), isRead[i]);
        }
    }
}
