using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Actors;

/// <summary>A word of the lexicon, or a run of characters between two of them, in a stretch without punctuation.</summary>
/// <param name="Start">Offset into the normalised text.</param>
/// <param name="End">Offset past its last character.</param>
/// <param name="Word">The word, or null for characters that the lexicon doesn't know.</param>
internal readonly record struct NameToken(int Start, int End, NameWord? Word)
{
    // Asked many times of each token: the word itself may lie anywhere in memory.
    private readonly NameRoles _roles = Word?.Roles ?? NameRoles.None;

    public bool Is(NameRoles roles) => (_roles & roles) != NameRoles.None;

    /// <summary>Whether it parts names: a break word that has no part in names itself.</summary>
    public bool Breaks => Is(NameRoles.Parts);
}
