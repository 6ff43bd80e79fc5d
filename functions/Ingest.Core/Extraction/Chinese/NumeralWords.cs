using System.Buffers;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Words that begin with a numeral and count nothing: 一定, 四川, 千方百计, 一户一策.</summary>
internal static class NumeralWords
{
    private static readonly HashSet<string> Words = [.. DataFile.Lines(typeof(NumeralWords), "numeral-words.txt").SelectMany(l => l.Split(' '))];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Words.Max(w => w.Length);
    private static readonly SearchValues<char> Seconds = SearchValues.Create([.. Words.Select(w => w[1])]);

    /// <summary>End of the longest such word at <paramref name="at"/>, or -1.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var end = ListedEnd(text, at);

        // 一户一员, 一企一策: the pattern makes words without end.
        return end < at + 3 && text[at] == '一' && at + 3 < text.Length && text[at + 2] == '一' && !NumberChars.IsNumeric(text[at + 1]) && Normalising.TextKind.IsHan(text[at + 3]) ? at + 4 : end;
    }

    private static int ListedEnd(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || !Seconds.Contains(text[at + 1]))
        {
            return -1;
        }

        for (var length = Math.Min(Longest, text.Length - at); length > 1; length--)
        {
            if (Lookup.Contains(text.Slice(at, length)))
            {
                return at + length;
            }
        }

        return -1;
    }
}
