using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Actors;

/// <summary>A word of the lexicon, or a run of characters between two of them, in a stretch without punctuation.</summary>
/// <param name="Start">Offset into the normalised text.</param>
/// <param name="End">Offset past its last character.</param>
/// <param name="Word">The word, or null for characters that the lexicon doesn't know.</param>
internal readonly record struct NameToken(int Start, int End, NameWord? Word)
{
    public bool Is(NameRoles roles) => Word?.Is(roles) == true;

    /// <summary>Whether it parts names: a break word that has no part in names itself.</summary>
    public bool Breaks => Word is not null && Word.Is(NameRoles.Break | NameRoles.SoftBreak)
        && !Word.Is(NameRoles.Organisation | NameRoles.Inside | NameRoles.Landmark) && Word.Place is not { Full: true };
}
