namespace Ingest.Core.Extraction.Places;

/// <summary>Follows where a document plays as places and actors go by.</summary>
internal sealed class SettingTracker(Setting overall)
{
    private readonly List<(int At, Setting Setting)> _changes = [(0, overall)];

    /// <summary>Where the text plays now.</summary>
    public Setting Now => _changes[^1].Setting;

    /// <summary>Every change, in order.</summary>
    public IReadOnlyList<(int At, Setting Setting)> Changes => _changes;

    /// <summary>A new article forgets what the last one was about.</summary>
    public void Reset(int at) => Set(at, overall);

    /// <summary>The text turns to a place.</summary>
    public void Enter(int at, Place place, string? town = null)
    {
        if (place.Level == PlaceLevel.Country)
            return;
        var province = Gazetteer.ProvinceOf(place);
        var city = Gazetteer.CityOf(place);
        Set(at, new(province, city, place.Level == PlaceLevel.County ? place : null, town));
    }

    /// <summary>The place that 市, 县, 省 stand for now, or null if unknown.</summary>
    /// <param name="level">省, 市, 县, 区, 旗, 州, 盟, 自治区.</param>
    public Place? Level(string level)
    {
        var now = Now;
        return level switch
        {
            "省" or "自治区" => now.Province,
            "市" when now.County is { } county && county.Name.EndsWith('市') => county,
            "市" => now.City ?? (now.Province is { } province && province.Name.EndsWith('市') ? province : null),
            "州" or "盟" => now.City,
            "区" when now.County is null || !now.County.Name.EndsWith('区') => now.Province is { } region && region.Name.EndsWith("自治区", StringComparison.Ordinal) ? region : null,
            "县" or "区" or "旗" or "师市" => now.County,
            _ => null,
        };
    }

    private void Set(int at, Setting setting)
    {
        if (_changes[^1].Setting != setting)
            _changes.Add((at, setting));
    }
}
