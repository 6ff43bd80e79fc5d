using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>The table of measure words, longest match first.</summary>
internal static class MeasureWords
{
    // Each with the characters behind it that make another word of it.
    private static readonly Trie<(MeasureWord Word, string Limits)> Words = new(Load());

    /// <summary>The measure word that begins at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out MeasureWord word)
    {
        word = null!;
        for (var until = text.Length; until > at && Words.Longest(text[..until], at, out var found) is var length and > 0; until = at + length - 1)
        {
            if (!BeginsWord(text, at + length, found.Limits))
            {
                word = found.Word;
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the character behind makes another word of it: 名单, 家属, <c>3mask</c>.</summary>
    private static bool BeginsWord(ReadOnlySpan<char> text, int end, string limits) =>
        end < text.Length && (char.IsAsciiLetter(text[end - 1]) ? char.IsAsciiLetter(text[end]) : limits.Contains(text[end], StringComparison.Ordinal));

    private static Dictionary<string, string> LoadLimits() =>
        DataFile.Lines(typeof(MeasureWords), "measure-word-limits.txt").Select(l => l.Split(' ')).ToDictionary(p => p[0], p => p[1]);

    private static IEnumerable<KeyValuePair<string, (MeasureWord Word, string Limits)>> Load()
    {
        var limits = LoadLimits();
        var words = new Dictionary<string, MeasureWord>();
        foreach (var line in DataFile.Lines(typeof(MeasureWords), "measure-words.txt"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var kind = Enum.Parse<MeasureKinds>(line[..tab]);
            foreach (var word in line[(tab + 1)..].Split(' '))
            {
                words[word] = new(word, kind | (words.TryGetValue(word, out var known) ? known.Kinds : MeasureKinds.None));
            }
        }

        return words.Select(word => KeyValuePair.Create(word.Key, (word.Value, limits.GetValueOrDefault(word.Key, ""))));
    }
}
