namespace Ingest.Core.Extraction.Places;

/// <summary>
/// How often a document speaks of each province, city and county, counting only names that can mean one place. It settles
/// names that several provinces share, and where a document plays that opens with 县总工会.
/// </summary>
internal sealed class PlaceVotes
{
    private readonly Dictionary<string, int> _votes = [];

    /// <summary>Counts a place and all that it lies in.</summary>
    public void Add(Place place, int weight = 1)
    {
        foreach (var each in (ReadOnlySpan<Place?>)[place.Level == PlaceLevel.County ? place : null, Gazetteer.CityOf(place), Gazetteer.ProvinceOf(place)])
        {
            if (each is not null)
                _votes[each.Code] = _votes.GetValueOrDefault(each.Code) + weight;
        }
    }

    /// <summary>How often a place or what lies in it was named.</summary>
    public int For(Place? place) => place is null ? 0 : _votes.GetValueOrDefault(place.Code);

    /// <summary>Where the document as a whole plays: a place that more than half of the votes of its level speak for.</summary>
    public Setting Overall()
    {
        var province = Leading(PlaceLevel.Province, null);
        var city = Leading(PlaceLevel.City, province);
        var county = Leading(PlaceLevel.County, city ?? province);
        if (county is not null && For(county) * 2 < For(city ?? province))
            county = null;
        return new(province, city, county);
    }

    private Place? Leading(PlaceLevel level, Place? within)
    {
        var (best, most, all) = ((Place?)null, 0, 0);
        foreach (var (code, votes) in _votes)
        {
            if (Gazetteer.Find(code) is not { } place || place.Level != level || !Inside(place, within))
                continue;
            all += votes;
            if (votes > most)
                (best, most) = (place, votes);
        }

        return most * 2 > all ? best : null;
    }

    private static bool Inside(Place place, Place? within) =>
        within is null || place.Code.StartsWith(within.Code.AsSpan(0, within.Level == PlaceLevel.Province ? 2 : 4), StringComparison.Ordinal);
}
