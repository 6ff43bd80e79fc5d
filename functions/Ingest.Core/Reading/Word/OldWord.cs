using System.Buffers.Binary;
using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Word;

/// <summary>Word 6 and 95: the text lies in one run of a code page, Chinese ones in GBK or Big5.</summary>
internal static class OldWord
{
    public static void Read(byte[] main, DocumentText document, ReadingBudget budget)
    {
        int start = BinaryPrimitives.ReadInt32LittleEndian(main.AsSpan(0x18)), end = BinaryPrimitives.ReadInt32LittleEndian(main.AsSpan(0x1C));
        if (start < 0 || start >= main.Length || end <= start) throw new InvalidDataException("Text outside the main stream");
        var text = TextDecoding.Decode(main.AsSpan(start, Math.Min(end, main.Length) - start)).Text;
        foreach (var line in text.Split('\r', '\u0007', '\f'))
        {
            budget.Tick();
            document.Paragraph(string.Concat(line.Where(c => c is '\t' or >= ' ')));
        }
    }
}
