using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Who acts where a text names nobody: the actor of the section's heading, of the headline, or the union of the place where it plays.</summary>
internal sealed class StandingActors(DocumentOutline outline, DocumentNames names)
{
    private const int LongestPlaceHeading = 12;

    /// <summary>The actors that stand for a sentence until it names its own.</summary>
    public IReadOnlyList<Actor> At(Sentence sentence)
    {
        return Headed(sentence) is { Count: > 0 } headed
            ? headed
            : names.SettingAt(sentence.Span.Start).Narrowest is { } place ? [UnionOf(place)] : [];
    }

    /// <summary>The actors that the headings over a sentence name; none where they name nobody.</summary>
    public IReadOnlyList<Actor> Headed(Sentence sentence)
    {
        var article = outline.Articles.Count > sentence.Article ? outline.Articles[sentence.Article] : null;
        if (article is not null)
        {
            if (article.Sections.Count > sentence.Section && Named(article.Sections[sentence.Section].Headings) is { Count: > 0 } section)
                return section;
            if (article.Sections.Count > sentence.Section && PlaceOf(article.Sections[sentence.Section].Headings) is { } heading)
                return [heading];
            if (Named(article.Headlines) is { Count: > 0 } headline)
                return headline;
        }

        return [];
    }

    private static Actor UnionOf(Place place) => place.Level == PlaceLevel.Country
        ? new("中华全国总工会", place.Code, ActorKind.Union)
        : new(OfficialNames.UnionOf(place.Name), place.Code, ActorKind.Union);

    private Actor? PlaceOf(IReadOnlyList<TextSpan> headings)
    {
        foreach (var heading in headings)
        {
            var at = FirstIn(names.Places, heading, static p => p.Span.Start);
            while (at + 1 < names.Places.Count && names.Places[at + 1].Span.Start < heading.End)
                at++;
            if (at < names.Places.Count && heading.Overlaps(names.Places[at].Span) && heading.Length <= LongestPlaceHeading)
                return UnionOf(names.Places[at].Place);
        }

        return null;
    }

    private IReadOnlyList<Actor> Named(IReadOnlyList<TextSpan> headings)
    {
        for (var i = headings.Count - 1; i >= 0; i--)
        {
            var at = FirstIn(names.Actors, headings[i], static a => a.Span.Start);
            if (at < names.Actors.Count && headings[i].Overlaps(names.Actors[at].Span))
                return names.Actors[at].Actors;
        }

        return [];
    }

    /// <summary>Index of the first mention that begins in or after a heading; the list is in the order of the text.</summary>
    private static int FirstIn<T>(IReadOnlyList<T> mentions, TextSpan heading, Func<T, int> start)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(mentions[middle]) < heading.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
