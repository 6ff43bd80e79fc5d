using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Actors;

/// <summary>All actors and places that a document names, resolved, in the order of the text.</summary>
/// <param name="Actors">Where actors are named, in order; they don't overlap.</param>
/// <param name="Places">Where places are named on their own (not inside an actor's name), in order; they don't overlap.</param>
public sealed record DocumentNames(IReadOnlyList<ActorMention> Actors, IReadOnlyList<PlaceMention> Places)
{
    /// <summary>Where the document plays from each offset on, in order.</summary>
    internal IReadOnlyList<(int At, Setting Setting)> Settings { get; init; } = [];

    /// <summary>Reads and resolves every name in one pass over the outline.</summary>
    /// <param name="outline">The document, cut up.</param>
    /// <param name="source">The paper or site the document comes from, if known; 河北工人报 tells that 省总工会 is Hebei's.</param>
    public static DocumentNames Of(DocumentOutline outline, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return new NameResolution(outline, source).Run();
    }

    /// <summary>The actors named inside a run of the normalised text, in order; found by halving, so that asking for every sentence stays linear.</summary>
    public IEnumerable<ActorMention> ActorsIn(TextSpan run)
    {
        for (var i = FirstFrom(Actors.Count, k => Actors[k].Span.Start, run.Start); i < Actors.Count && Actors[i].Span.End <= run.End; i++)
            yield return Actors[i];
    }

    /// <summary>The places named on their own inside a run of the normalised text, in order.</summary>
    public IEnumerable<PlaceMention> PlacesIn(TextSpan run)
    {
        for (var i = FirstFrom(Places.Count, k => Places[k].Span.Start, run.Start); i < Places.Count && Places[i].Span.End <= run.End; i++)
            yield return Places[i];
    }

    /// <summary>Where the document plays at an offset of the normalised text.</summary>
    public Setting SettingAt(int offset)
    {
        var after = FirstFrom(Settings.Count, k => Settings[k].At, offset + 1);
        return after == 0 ? new() : Settings[after - 1].Setting;
    }

    /// <summary>The first of <paramref name="count"/> ordered entries whose offset is not before <paramref name="offset"/>.</summary>
    private static int FirstFrom(int count, Func<int, int> offsetOf, int offset)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (offsetOf(middle) < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
