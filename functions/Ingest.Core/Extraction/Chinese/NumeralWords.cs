using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Words that begin with a numeral and count nothing: 一定, 四川, 千方百计, 一户一策.</summary>
internal static class NumeralWords
{
    private static readonly Trie<bool> Words = new(DataFile.Lines(typeof(NumeralWords), "numeral-words.txt").SelectMany(l => l.Split(' ')).Select(w => KeyValuePair.Create(w, true)));

    /// <summary>End of the longest such word at <paramref name="at"/>, or -1.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var end = ListedEnd(text, at);

        // 一户一员, 一企一策: the pattern makes words without end.
        return end < at + 3 && text[at] == '一' && at + 3 < text.Length && text[at + 2] == '一' && !NumberChars.IsNumeric(text[at + 1]) && Normalising.TextKind.IsHan(text[at + 3]) ? at + 4 : end;
    }

    private static int ListedEnd(ReadOnlySpan<char> text, int at) => at < text.Length && Words.Longest(text, at, out _) is var length and > 1 ? at + length : -1;
}
