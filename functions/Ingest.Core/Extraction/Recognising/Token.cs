using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Recognising;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A word of the lexicons.</summary>
    Word,
    /// <summary>The name of an actor.</summary>
    Actor,
    /// <summary>The name of a place.</summary>
    Place,
    /// <summary>A date or period.</summary>
    Date,
    /// <summary>An amount of money.</summary>
    Money,
    /// <summary>A number with its measure word.</summary>
    Quantity,
    /// <summary>Any other number.</summary>
    Numeral,
    /// <summary>A title in 《》.</summary>
    Title,
    /// <summary>A short name in quotation marks.</summary>
    Quoted,
    /// <summary>A punctuation mark.</summary>
    Mark,
}

/// <summary>
/// A piece of a sentence that means something; characters between tokens mean nothing to the extractor. Sixteen bytes, since a
/// document has a token for every few characters.
/// </summary>
internal readonly record struct Token
{
    private const int KindBits = 4;

    // Most reports have fewer findings of a kind: their indexes are boxed once.
    private static readonly object[] Indexes = [.. Enumerable.Range(0, 256).Select(static index => (object)index)];

    // A token has one meaning at most: its word or name, or the boxed index of what was found.
    private readonly object? _meaning;

    // The kind, and over it the length; a mark's length is 1, and its character stands there.
    private readonly int _kindAndRest;

    /// <summary>A token of a kind, from its first character up to, not including, <paramref name="end"/>.</summary>
    public Token(TokenKind kind, int start, int end) => (Start, _kindAndRest) = (start, ((end - start) << KindBits) | (int)kind);

    /// <summary>What it is.</summary>
    public TokenKind Kind
    {
        get => (TokenKind)(_kindAndRest & ((1 << KindBits) - 1));
        init => _kindAndRest = (Rest << KindBits) | (int)value;
    }

    /// <summary>First character in the normalised text.</summary>
    public int Start { get; }

    /// <summary>One past the last character.</summary>
    public int End => Start + (Kind == TokenKind.Mark ? 1 : Rest);

    /// <summary>The word; for a title or quoted name its last telling word.</summary>
    public Word? Word { get => _meaning as Word; init => _meaning = value; }

    /// <summary>The actor's mention.</summary>
    public ActorMention? Actor { get => _meaning as ActorMention; init => _meaning = value; }

    /// <summary>The place's mention.</summary>
    public PlaceMention? Place { get => _meaning as PlaceMention; init => _meaning = value; }

    /// <summary>Index of the finding in the scan's list for a date, amount, quantity or numeral.</summary>
    public int Index { get => _meaning is int index ? index : 0; init => _meaning = value < Indexes.Length ? Indexes[value] : value; }

    /// <summary>What the word does; nothing for other tokens.</summary>
    public WordClass Class => Kind == TokenKind.Word ? Word!.Class : WordClass.Plain;

    private int Rest => _kindAndRest >> KindBits;

    /// <summary>A punctuation mark.</summary>
    public static Token Mark(int at, char mark) => new(TokenKind.Mark, at, at + mark);

    /// <summary>Whether the word does any of the given things.</summary>
    public bool Is(WordClass any) => (Class & any) != 0;

    /// <summary>Whether this is the given punctuation mark.</summary>
    public bool IsMark(char mark) => _kindAndRest == ((mark << KindBits) | (int)TokenKind.Mark);
}
