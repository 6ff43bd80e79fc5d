namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// Phrases that are looked for in many clauses. Nearly all are seen off by their characters, without a search; a
/// <c>SearchValues</c> of strings walks Chinese ones by a dictionary for every character.
/// </summary>
internal sealed class PhraseSet
{
    private const int Row = 64;

    private readonly string[] _phrases;
    private readonly ulong[] _characters;

    // The phrases by their first and by their last character, a row for every 64th one.
    private readonly string[]?[] _starting;
    private readonly string[]?[] _ending;

    /// <summary>A set of the given phrases.</summary>
    public PhraseSet(params string[] phrases)
    {
        (_phrases, _characters) = (phrases, Array.ConvertAll(phrases, static phrase => CharactersOf(phrase)));
        _starting = Rows(static phrase => phrase[0]);
        _ending = Rows(static phrase => phrase[^1]);

        string[]?[] Rows(Func<string, char> character) =>
            [.. Enumerable.Range(0, Row).Select(row => phrases.Where(phrase => character(phrase) % Row == row).ToArray() is { Length: > 0 } some ? some : null)];
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
    public bool Starts(ReadOnlySpan<char> text) => !text.IsEmpty && _starting[text[0] % Row] is { } phrases && Phrases.StartWithAny(text, phrases);

    /// <summary>Whether a text ends with one of the phrases.</summary>
    public bool Ends(ReadOnlySpan<char> text) => !text.IsEmpty && _ending[text[^1] % Row] is { } phrases && Phrases.EndWithAny(text, phrases);

    /// <summary>A bit for every 64th character: a clause is short enough to leave most of them unset.</summary>
    private static ulong CharactersOf(ReadOnlySpan<char> text)
    {
        var characters = 0UL;
        foreach (var c in text)
            characters |= 1UL << c;
        return characters;
    }
}
