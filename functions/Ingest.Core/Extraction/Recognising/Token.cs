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

/// <summary>A piece of a sentence that means something; characters between tokens mean nothing to the extractor.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character in the normalised text.</param>
/// <param name="End">One past the last character.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    // A token has one meaning at most, and documents have many tokens.
    private readonly object? _meaning;

    /// <summary>The word; for a title or quoted name its last telling word.</summary>
    public Word? Word { get => _meaning as Word; init => _meaning = value; }

    /// <summary>The actor's mention.</summary>
    public ActorMention? Actor { get => _meaning as ActorMention; init => _meaning = value; }

    /// <summary>The place's mention.</summary>
    public PlaceMention? Place { get => _meaning as PlaceMention; init => _meaning = value; }

    /// <summary>Index of the finding in the scan's list for a date, amount, quantity or numeral; the character for a mark.</summary>
    public int Index { get; init; }

    /// <summary>What the word does; nothing for other tokens.</summary>
    public WordClass Class => Kind == TokenKind.Word ? Word!.Class : WordClass.Plain;

    /// <summary>Whether the word does any of the given things.</summary>
    public bool Is(WordClass any) => (Class & any) != 0;

    /// <summary>Whether this is the given punctuation mark.</summary>
    public bool IsMark(char mark) => Kind == TokenKind.Mark && Index == mark;
}
