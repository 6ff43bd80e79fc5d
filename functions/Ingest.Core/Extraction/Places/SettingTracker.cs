namespace Ingest.Core.Extraction.Places;

/// <summary>Follows where a document plays as places and actors go by.</summary>
internal sealed class SettingTracker(Setting overall)
{
    private readonly List<(int At, Setting Setting)> _changes = [(0, overall)];

    /// <summary>Counties between which an article goes about.</summary>
    private const int Many = 4;

    private readonly HashSet<string> _counties = [];
    private Setting? _headed;
    private Setting? _recent;
    private Place? _county;
    private Place? _mentioned;
    private bool _stale;

    /// <summary>Where the text plays now.</summary>
    public Setting Now => _changes[^1].Setting;

    /// <summary>The place that the article or the whole document is about, of which a zone without a place is a part; or null.</summary>
    public Place? Home => (_headed ?? _changes[0].Setting).Narrowest ?? Now.Narrowest;

    /// <summary>Whether the article goes from county to county, so that the last one tells little of what comes next.</summary>
    public bool Roams => _counties.Count >= Many;

    /// <summary>Every change, in order.</summary>
    public IReadOnlyList<(int At, Setting Setting)> Changes => _changes;

    /// <summary>Where a body sits that no place tells: where the text plays, but not in a county that only an earlier paragraph of a city's report went to.</summary>
    public Place? Seat => Strayed ? _changes[0].Setting.City : Now.Narrowest;

    /// <summary>Whether a paragraph begins in a county that an earlier one went to, in the report of its city.</summary>
    private bool Strayed => _stale && _headed is null && Now.County is { } county && _changes[0].Setting is { County: null, City: { } city } && PlaceResolver.Lies(county, city);

    /// <summary>A new article forgets what the last one was about.</summary>
    public void Reset(int at)
    {
        (_headed, _recent, _county, _mentioned) = (null, null, null, null);
        _counties.Clear();
        Set(at, _changes[0].Setting);
    }

    /// <summary>A new paragraph goes back to what its headings are about, if they name a place.</summary>
    public void Paragraph(int at)
    {
        _stale = _recent is not null;
        if (_headed is not null)
            Set(at, _headed);
    }

    /// <summary>The text turns to a place.</summary>
    /// <param name="at">Where it does.</param>
    /// <param name="place">The place.</param>
    /// <param name="heading">Whether a heading turns to it, for all paragraphs below.</param>
    public void Enter(int at, Place place, bool heading = false)
    {
        if (place.Level == PlaceLevel.Country)
            return;
        _stale = false;
        _recent = new(Gazetteer.ProvinceOf(place), Gazetteer.CityOf(place), place.Level == PlaceLevel.County ? place : null);
        _county = _recent.County is { Name: not [.., '区'] } county ? county : _county;
        _headed = heading ? _recent : _headed;
        if (place.Level == PlaceLevel.County)
            _counties.Add(place.Code);
        Set(at, _recent);
    }

    /// <summary>Notes a county that is named without the text turning to it.</summary>
    public void Mention(Place county) => _mentioned = county;

    /// <summary>The place that 市, 县, 省 stand for now, or null if unknown.</summary>
    /// <param name="level">省, 市, 县, 区, 旗, 州, 盟, 地区, 自治区.</param>
    public Place? Level(string level) =>
        Of(level, Now)
        ?? (_recent is not null && Of(level, _recent) is { } recent && (Now.Narrowest is not { } here || PlaceResolver.Lies(recent, here)) ? recent : null)
        ?? (level is "县" or "旗" && Now.County is null or { Name: [.., '区'] } && _county is { } county && ((Now.City ?? Now.Province) is not { } around || PlaceResolver.Lies(county, around)) ? county : null)
        ?? (level is "县" or "旗" or "区" && _mentioned is { } named && named.Name.EndsWith(level, StringComparison.Ordinal) && ((Now.City ?? Now.Province) is not { } near || PlaceResolver.Lies(named, near)) ? named : null)
        ?? (level == "区" && Now.Province is { } region && region.Name.EndsWith("自治区", StringComparison.Ordinal) ? region : null);

    private Place? Of(string level, Setting setting) => level switch
    {
        "省" or "自治区" => setting.Province,
        "市" when setting.County is { } town && town.Name.EndsWith('市') && !(Strayed && setting == Now) => town,
        "市" => setting.City ?? (setting.Province is { } province && province.Name.EndsWith('市') ? province : null),
        "州" or "盟" => setting.City,
        "地区" => setting.City is { Name: [.., '地', '区'] } prefecture ? prefecture : null,
        "区" => setting.County is { } district && district.Name.EndsWith('区') ? district : null,
        "县" or "旗" => setting.County is { Name: not [.., '区'] } county ? county : null,
        "师市" => setting.County,
        _ => null,
    };

    private void Set(int at, Setting setting)
    {
        if (_changes[^1].Setting != setting)
            _changes.Add((at, setting));
    }
}
