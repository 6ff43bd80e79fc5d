namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// Whether any of many words may stand in a short text, told by their last characters without finding out which: every character is
/// treated alike, so that the processor need not guess. It errs towards yes only.
/// </summary>
internal sealed class WordEndings
{
    private const int Rows = 4096;
    private const int Bits = 18;

    // For words of one and two characters: by the last character a bit for every 64th one before it.
    private readonly ulong[] _short = new ulong[Rows];

    // For longer ones a bit by their last three characters.
    private readonly ulong[] _long = new ulong[1 << (Bits - 6)];

    /// <summary>The endings of the given words.</summary>
    public WordEndings(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length > 2)
                _long[Hash(word[^3], word[^2], word[^1]) >> 6] |= 1UL << Hash(word[^3], word[^2], word[^1]);
            else
                _short[word[^1] % Rows] |= word.Length == 1 ? ulong.MaxValue : 1UL << word[0];
        }
    }

    /// <summary>Whether one of the words may stand in a text.</summary>
    public bool MayStandIn(ReadOnlySpan<char> text)
    {
        var found = 0UL;
        var (first, second) = ('\0', '\0');
        foreach (var third in text)
        {
            var hash = Hash(first, second, third);
            found |= (_short[third % Rows] >> second) | (_long[hash >> 6] >> hash);
            (first, second) = (second, third);
        }

        return (found & 1) != 0;
    }

    private static int Hash(char first, char second, char third) =>
        (int)(((first * 0x9E3779B1u) ^ (((uint)second << 16 | third) * 0x85EBCA6Bu)) >> (32 - Bits));
}
