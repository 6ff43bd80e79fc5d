namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// Phrases that are looked for in many clauses. Nearly all places are seen off by two characters; a <c>SearchValues</c> of strings
/// walks Chinese ones by a dictionary for every character.
/// </summary>
internal sealed class PhraseSet
{
    private const int Row = 64;

    // By the first character of a phrase, a row for every 64th one, a bit for every 64th character that may follow it.
    private readonly ulong[] _seconds = new ulong[Row];

    // The phrases by their first and by their last character, a row for every 64th one.
    private readonly string[]?[] _starting;
    private readonly string[]?[] _ending;

    /// <summary>A set of the given phrases.</summary>
    public PhraseSet(params string[] phrases)
    {
        foreach (var phrase in phrases)
            _seconds[phrase[0] % Row] |= phrase.Length == 1 ? ulong.MaxValue : 1UL << phrase[1];
        _starting = Rows(static phrase => phrase[0]);
        _ending = Rows(static phrase => phrase[^1]);

        string[]?[] Rows(Func<string, char> character) =>
            [.. Enumerable.Range(0, Row).Select(row => phrases.Where(phrase => character(phrase) % Row == row).ToArray() is { Length: > 0 } some ? some : null)];
    }

    /// <summary>Whether one of the phrases stands in a text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    /// <summary>Where the first of the phrases begins in a text, or -1.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var seconds = 0UL;
        for (var at = 0; at < text.Length; at++)
        {
            if ((seconds >> text[at] & 1) != 0 && Starts(text[(at - 1)..]))
                return at - 1;
            seconds = _seconds[text[at] % Row];
        }

        return !text.IsEmpty && Starts(text[^1..]) ? text.Length - 1 : -1;
    }

    /// <summary>Whether a text begins with one of the phrases.</summary>
    public bool Starts(ReadOnlySpan<char> text) => !text.IsEmpty && _starting[text[0] % Row] is { } phrases && Phrases.StartWithAny(text, phrases);

    /// <summary>Whether a text ends with one of the phrases.</summary>
    public bool Ends(ReadOnlySpan<char> text) => !text.IsEmpty && _ending[text[^1] % Row] is { } phrases && Phrases.EndWithAny(text, phrases);
}
