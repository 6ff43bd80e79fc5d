using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Actors;

/// <summary>All actors and places that a document names, resolved, in the order of the text.</summary>
/// <param name="Actors">Where actors are named, in order; they don't overlap.</param>
/// <param name="Places">Where places are named on their own (not inside an actor's name), in order; they don't overlap.</param>
public sealed record DocumentNames(IReadOnlyList<ActorMention> Actors, IReadOnlyList<PlaceMention> Places)
{
    /// <summary>Where the document plays from each offset on, in order.</summary>
    internal IReadOnlyList<(int At, Setting Setting)> Settings { get; init; } = [];

    /// <summary>The place whose disaster the document tells of, or null.</summary>
    internal Place? Disaster { get; init; }

    /// <summary>Where a Red Cross society or a charity is named alone, in order.</summary>
    internal IReadOnlyList<ActorMention> Charities => field ??= [.. Actors.Where(static m => m.Actors is [{ Kind: ActorKind.Public or ActorKind.Institution } body]
        && (body.Name.EndsWith("红十字会", StringComparison.Ordinal) || body.Name.Contains("慈善", StringComparison.Ordinal)))];

    /// <summary>Reads and resolves every name in one pass over the outline.</summary>
    /// <param name="outline">The document, cut up.</param>
    /// <param name="source">The paper or site the document comes from, if known; 河北工人报 tells that 省总工会 is Hebei's.</param>
    public static DocumentNames Of(DocumentOutline outline, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return new NameResolution(outline, source).Run();
    }

    /// <summary>Where the document plays at an offset of the normalised text; found by halving, so that asking for every sentence stays linear.</summary>
    public Setting SettingAt(int offset)
    {
        var next = Ordered.FirstFrom(Settings, offset + 1, static s => s.At);
        return next == 0 ? new() : Settings[next - 1].Setting;
    }
}
