using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Actors;

/// <summary>The tokens of a stretch of text in order; one list serves all stretches of a report.</summary>
internal sealed class NameTokens
{
    private NameToken[] _tokens = new NameToken[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What their words can do, all together.</summary>
    public NameRoles Roles { get; private set; }

    /// <summary>A token.</summary>
    public ref readonly NameToken this[int index] => ref _tokens[index];

    /// <summary>Forgets all tokens. The words that they held are the lexicon's and stay in memory anyway.</summary>
    public void Clear() => (Count, Roles) = (0, NameRoles.None);

    /// <summary>Adds a token behind the others.</summary>
    public void Add(int start, int end, NameWord? word)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Count * 2);
        _tokens[Count++] = new(start, end, word);
        Roles |= word?.Roles ?? NameRoles.None;
    }
}
