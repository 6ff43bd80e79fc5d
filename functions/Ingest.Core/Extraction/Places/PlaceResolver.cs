namespace Ingest.Core.Extraction.Places;

/// <summary>Says which place a name means, given where the text plays and what else the document names.</summary>
internal static class PlaceResolver
{
    /// <summary>The place that a chain of names ends with (河北省 石家庄市 新华区), or null where nothing settles it.</summary>
    public static Place? Resolve(PlaceName[] chain, Setting setting, PlaceVotes votes)
    {
        Place? place = null;
        foreach (var name in chain)
            place = Resolve(name, place, setting, votes) ?? place;
        return place;
    }

    /// <summary>The place that one name means.</summary>
    /// <param name="name">The name.</param>
    /// <param name="within">A place named right before it, which it should lie in; or null.</param>
    /// <param name="setting">Where the text plays.</param>
    /// <param name="votes">What the document names.</param>
    public static Place? Resolve(PlaceName name, Place? within, Setting setting, PlaceVotes votes)
    {
        return name.Candidates is [var only] ? only : Choose(name, within, setting, votes);
    }

    private static Place? Choose(PlaceName name, Place? within, Setting setting, PlaceVotes votes)
    {
        var candidates = name.Candidates;
        if (within is not null && candidates.FirstOrDefault(c => Lies(c, within)) is { } inside)
            return inside;

        // 朝阳 in a report from Beijing is no city of Liaoning.
        if (!name.Full && setting.Province is { } here && !Lies(candidates[0], here) && Only(candidates, c => Lies(c, here)) is { } near)
            return near;

        // 吉林, 海南, 恩施: the higher one is meant unless the text already plays in it.
        if (!name.Full && candidates[0].Level < candidates[1].Level && !(candidates[1].Level == PlaceLevel.County && candidates[0] != setting.City && Here(candidates[1], setting)))
            return candidates[0];
        return Only(candidates, c => Lies(c, setting.City))
            ?? Only(candidates, c => Lies(c, setting.Province))
            ?? Only(candidates, c => votes.For(Gazetteer.CityOf(c)) > 0)
            ?? Only(candidates, c => votes.For(Gazetteer.ProvinceOf(c)) > 0);
    }

    /// <summary>宝山区|大场镇: the one place of a name that has a street or town of that name; null where none or several have.</summary>
    public static Place? HoldingTown(PlaceName name, string town)
    {
        var counties = Towns.CountiesOf(town);
        return Only(name.Candidates, c => counties.Any(county => Gazetteer.Today(county) is { } place && Lies(place, c)));
    }

    /// <summary>Code of the county, or else the city, that a street or town lies in.</summary>
    public static Place? ResolveTown(string town, Place? within, Setting setting, PlaceVotes votes)
    {
        if (within?.Level == PlaceLevel.County)
            return within;
        var candidates = Towns.CountiesOf(town).Select(Gazetteer.Find).OfType<Place>().ToList();
        if (setting.County is { } here && (within is null || Lies(here, within)) && candidates.Contains(Gazetteer.Today(here.Code)!))
            return here;
        if (within is not null)
            return Only(candidates, c => Lies(c, within)) ?? within;
        return candidates.Count == 1 && (setting.Province is null || Lies(candidates[0], setting.Province)) ? candidates[0]
            : Only(candidates, c => Lies(c, setting.City))
            ?? Only(candidates, c => Lies(c, setting.Province))
            ?? Named(candidates, setting.Province, votes)
            ?? setting.Narrowest
            ?? Only(candidates, c => votes.For(c) > 0);
    }

    /// <summary>The county of a province that the document itself names most.</summary>
    private static Place? Named(List<Place> candidates, Place? province, PlaceVotes votes)
    {
        var (most, named) = (0, (Place?)null);
        foreach (var candidate in candidates)
        {
            var count = province is null || Lies(candidate, province) ? votes.For(candidate) : 0;
            named = count > most ? candidate : count == most ? null : named;
            most = Math.Max(count, most);
        }

        return named;
    }

    /// <summary>Whether a place lies in another one, or is it.</summary>
    public static bool Lies(Place place, Place? within) => within is not null && (place == within || within.Level switch
    {
        PlaceLevel.Country => true,
        PlaceLevel.Province => place.Code.AsSpan(0, 2).SequenceEqual(within.Code.AsSpan(0, 2)),
        PlaceLevel.City => place.Code.AsSpan(0, 4).SequenceEqual(within.Code.AsSpan(0, 4)),
        _ => false,
    });

    private static bool Here(Place place, Setting setting) => place == setting.County;

    private static Place? Only(IReadOnlyList<Place> candidates, Func<Place, bool> fits)
    {
        Place? found = null;
        foreach (var candidate in candidates)
        {
            if (!fits(candidate))
                continue;
            if (found is not null)
                return null;
            found = candidate;
        }

        return found;
    }
}
