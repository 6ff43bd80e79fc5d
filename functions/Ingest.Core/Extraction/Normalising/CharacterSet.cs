namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Characters that are asked for one at a time, a bit for each: all of Chinese is 2.6 KB and stays in the nearest cache. Where
/// most runs between two characters of the set are short, as in Chinese, that is faster than a vectorised search.
/// </summary>
internal sealed class CharacterSet
{
    private readonly uint[] _bits = new uint[(char.MaxValue + 1) / 32];

    /// <summary>A set of the given characters.</summary>
    public CharacterSet(IEnumerable<char> characters)
    {
        foreach (var c in characters)
            _bits[c >> 5] |= 1u << c;
    }

    /// <summary>All characters.</summary>
    public static IEnumerable<char> All => Enumerable.Range(0, char.MaxValue + 1).Select(static c => (char)c);

    /// <summary>Whether the set holds a character.</summary>
    public bool Contains(char c) => (_bits[c >> 5] >> c & 1) != 0;

    /// <summary>Offset of the first character of the set at or behind an offset; the text's length where none follows.</summary>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        var bits = _bits;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if ((bits[c >> 5] >> c & 1) != 0)
                break;
        }

        return at;
    }
}
