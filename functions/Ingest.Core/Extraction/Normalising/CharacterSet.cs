namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Characters that are asked for one at a time, by one look into a table. Where most runs between two of them are short, as
/// in Chinese, that is faster than a vectorised search.
/// </summary>
internal sealed class CharacterSet
{
    private readonly bool[] _holds = new bool[char.MaxValue + 1];

    /// <summary>A set of the given characters.</summary>
    public CharacterSet(IEnumerable<char> characters)
    {
        foreach (var c in characters)
            _holds[c] = true;
    }

    /// <summary>Whether the set holds a character.</summary>
    public bool Contains(char c) => _holds[c];

    /// <summary>Offset of the first character of the set at or behind an offset; the text's length where none follows.</summary>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !_holds[text[at]])
            at++;
        return at;
    }
}
