namespace Ingest.Core.Extraction.Lexicon;

/// <summary>Phrases that are looked for in many clauses. Nearly all are seen off by their characters, without a search.</summary>
internal sealed class PhraseSet
{
    private readonly string[] _phrases;
    private readonly ulong[] _characters;
    private readonly ulong _first;
    private readonly ulong _last;

    /// <summary>A set of the given phrases.</summary>
    public PhraseSet(params string[] phrases)
    {
        (_phrases, _characters) = (phrases, Array.ConvertAll(phrases, static phrase => CharactersOf(phrase)));
        _first = CharactersOf([.. phrases.Select(static phrase => phrase[0])]);
        _last = CharactersOf([.. phrases.Select(static phrase => phrase[^1])]);
    }

    /// <summary>Whether one of the phrases stands in a text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        var lacking = ~CharactersOf(text);
        for (var i = 0; i < _characters.Length; i++)
        {
            if ((_characters[i] & lacking) == 0 && text.IndexOf(_phrases[i]) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether a text begins with one of the phrases.</summary>
    public bool Starts(ReadOnlySpan<char> text) => !text.IsEmpty && (_first >> text[0] & 1) != 0 && Phrases.StartWithAny(text, _phrases);

    /// <summary>Whether a text ends with one of the phrases.</summary>
    public bool Ends(ReadOnlySpan<char> text) => !text.IsEmpty && (_last >> text[^1] & 1) != 0 && Phrases.EndWithAny(text, _phrases);

    /// <summary>A bit for every 64th character: a clause is short enough to leave most of them unset.</summary>
    private static ulong CharactersOf(ReadOnlySpan<char> text)
    {
        var characters = 0UL;
        foreach (var c in text)
            characters |= 1UL << c;
        return characters;
    }
}
