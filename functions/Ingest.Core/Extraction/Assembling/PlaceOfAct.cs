using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// The place that an act serves: its actor's, unless it goes to one narrower place alone (到某县走访, 慰问某区环卫工人), or
/// gives to one other place (向某市捐赠, 运往某市).
/// </summary>
internal struct PlaceOfAct
{
    /// <summary>What tells that an act is help in a disaster: at the scene, or from afar.</summary>
    private static readonly PhraseSet Scenes = new("灾区", "震区", "震中", "安置点", "安置区", "重灾");
    private static readonly PhraseSet Helps = new("受灾", "抗震", "救灾", "赈灾", "灾民", "抗洪", "抢险", "灾后", "驰援");

    private static readonly PhraseSet Everywhere = new("全省", "全市", "全州", "全区", "各地", "各县", "各市", "多地");

    private readonly string _text;
    private readonly Draft _draft;
    private readonly string? _own;
    private readonly Place? _home;
    private string? _inner;
    private string? _outer;
    private bool _several;
    private bool _open;
    private bool _spread;
    private bool _parts;

    private PlaceOfAct(string text, Draft draft)
    {
        (_text, _draft) = (text, draft);
        for (var i = 0; _own is null && i < draft.Actors.Count; i++)
            _own = draft.Actors[i].Place;
        _home = Gazetteer.Find(_own);
        // 某省总工会联合某市总工会慰问…: in that city.
        if (draft.Act.Category is Category.Visit or Category.Funds or Category.Supplies && draft.Actors is [{ Kind: ActorKind.Union }, { Kind: ActorKind.Union, Place: { } second }] && second != _own && Gazetteer.Find(second) is { } narrower && PlaceResolver.Lies(narrower, _home))
            (_own, _home) = (second, narrower);
    }

    /// <summary>GB/T 2260 code, or null.</summary>
    public static string? Of(string text, Draft draft, DocumentNames names)
    {
        var place = new PlaceOfAct(text, draft);
        foreach (var clause in draft.Lead)
            place.Read(clause, leads: true);
        foreach (var clause in draft.Clauses)
            place.Read(clause, leads: false);
        if (draft.Trail is { } trail && place is { _inner: null, _outer: null })
            place.Read(trail, leads: false);
        if (draft.Act.Category == Category.Donation && place._inner is null && place._outer is null && IsDonor(draft.Actors) && place.Keeper(names) is { } keeper)
            return keeper;
        if (place._inner is null && place._outer is null && (place.Relief(names) ?? place.Receiver(names)) is { } reached)
            return reached;
        return place._several || (place._open && !place._spread) ? place.Home(names) : place._inner ?? place._outer ?? place.Home(names);
    }

    /// <summary>Code of the city whose Red Cross or charity, named before, tells of the gifts that people and firms of its counties brought; or null.</summary>
    private string? Keeper(DocumentNames names)
    {
        if (_home is not { Level: PlaceLevel.County } || Ordered.FirstFrom(names.Charities, _draft.End, static m => m.Span.Start) is not (> 0 and var next))
            return null;
        return Gazetteer.Find(names.Charities[next - 1].Actors[0].Place) is { Level: PlaceLevel.City } city && PlaceResolver.Lies(_home, city) ? city.Code : null;
    }

    /// <summary>Code of the place whose disaster a gift is for that came from elsewhere, or help that a body above it sent; or null.</summary>
    private string? Relief(DocumentNames names)
    {
        if (names.Disaster is not { } stricken || _home is null || PlaceResolver.Lies(_home, stricken))
            return null;
        if (_draft.Act.Category == Category.Donation)
            return !PlaceResolver.Lies(stricken, _home) && !ThroughCharity() ? stricken.Code : null;
        if (_draft.Act.Category is not (Category.Funds or Category.Supplies or Category.Visit or Category.Volunteer or Category.Psych or Category.Facility))
            return null;
        // A body above it has others to see to as well, unless it is at the scene; a neighbour may be struck itself.
        var above = PlaceResolver.Lies(stricken, _home);
        return above ? _draft.Act.Category != Category.Funds && Tells(Scenes) && !Tells(Everywhere) ? stricken.Code : null
            : (Gazetteer.CityOf(stricken) is not { } city || !PlaceResolver.Lies(_home, city)) && (Tells(Scenes) || Tells(Helps)) ? stricken.Code : null;
    }

    /// <summary>Code of the place that a report is about to which somebody from elsewhere brings something (某市总工会也送来方便面300箱); or null.</summary>
    private string? Receiver(DocumentNames names)
    {
        if (_home is null || _draft.Act.Category is not (Category.Funds or Category.Supplies or Category.Donation or Category.Visit or Category.Volunteer) || !Tells(Guests.Hither))
            return null;
        var here = names.SettingAt(_draft.Start - 1).Narrowest;
        if (here is null || PlaceResolver.Lies(here, _home) == PlaceResolver.Lies(_home, here))
            here = names.SettingAt(0).Narrowest;
        return here is not null && !PlaceResolver.Lies(_home, here) ? here.Code : null;
    }

    /// <summary>Whether one of the act's clauses, or of those that lead to it, holds one of some words.</summary>
    private bool Tells(PhraseSet words) => Holds(_draft.Clauses, words) || Holds(_draft.Lead, words) || (_draft.Trail is { } trail && words.StandsIn(trail.In(_text)));

    private bool Holds(List<Clause> clauses, PhraseSet words)
    {
        foreach (var clause in clauses)
        {
            if (words.StandsIn(clause.In(_text)))
                return true;
        }

        return false;
    }

    /// <summary>通过某市慈善总会捐赠: the gift is told of where that is.</summary>
    private bool ThroughCharity()
    {
        foreach (var clause in _draft.Clauses)
        {
            foreach (var token in clause.Tokens)
            {
                if (token.Kind == TokenKind.Actor && token.Actor!.Actors[0] is var body && body.Name != _draft.Actors[0].Name && (body.Name.EndsWith("红十字会", StringComparison.Ordinal) || body.Name.Contains("慈善", StringComparison.Ordinal)))
                    return true;
            }
        }

        return false;
    }

    private string? Home(DocumentNames names) => _own ?? names.SettingAt(_draft.Start).Narrowest?.Code;

    /// <summary>Notes the places that a clause reaches; one that only leads to the act tells where people went, not who was given something.</summary>
    private void Read(Clause clause, bool leads)
    {
        // 其中支援某省200万元: only a part of what was given.
        _parts |= clause.In(_text).StartsWith("其中");
        if (!clause.Has(TokenKind.Place) && !clause.Has(TokenKind.Actor))
            return;
        var before = Reach.None;
        var home = false;
        foreach (var token in clause.Tokens)
        {
            if (token.Kind is not (TokenKind.Place or TokenKind.Actor) || token.Start == 0)
                continue;
            var reach = Served.By(_text, token);
            var listed = reach == Reach.None && before != Reach.None && _text[token.Start - 1] is '、' or '和' or '及' or '与';
            if (listed)
                reach = before;
            _several |= IsShare(token);
            if (reach == Reach.None || _parts)
                continue;
            before = reach;
            _open |= token.End < _text.Length && _text[token.End] == '等';
            foreach (var code in token.Kind == TokenKind.Place ? [token.Place!.Place.Code] : Bodies(token.Actor!, reach))
            {
                // 为武汉、北京: one of them is at home.
                home |= code == _own;
                // 汇至武汉3万元,拨付本县指挥部1万元.
                _several |= code == _own && _outer is not null && reach == Reach.Given;
                _several |= home && listed;
                Note(code, reach, leads, token.Kind == TokenKind.Actor);
            }
        }
    }

    /// <summary>Where bodies sit that an act reaches; a firm only tells where people went.</summary>
    private static IEnumerable<string> Bodies(ActorMention mention, Reach reach) =>
        mention.Actors.Where(a => a.Kind is ActorKind.Union or ActorKind.Public or ActorKind.Institution || (a.Kind == ActorKind.Company && reach == Reach.Gone)).Select(static a => a.Place).OfType<string>();

    private void Note(string code, Reach reach, bool leads, bool body)
    {
        if (Gazetteer.Find(code) is not { } place)
            return;
        if (_home is not null && PlaceResolver.Lies(_home, place))
        {
            // 某县某公司捐给市红十字会: the gift is the city's.
            if (body && reach == Reach.Given && place.Level == PlaceLevel.City && _draft.Act.Category == Category.Donation && IsDonor(_draft.Actors))
                _outer ??= code;
            return;
        }

        if (_home is not null && PlaceResolver.Lies(place, _home))
        {
            if (_draft.Act.Category != Category.Recuperation)
            {
                // 重点支持某市、某县等地: what they lie in together.
                _spread |= _inner is not null && _inner != code;
                _inner = _inner is null ? code : Around(_inner, code);
            }
        }
        else if (reach == Reach.Founded || (reach == Reach.Gone && !body && _draft.Act.Category == Category.Volunteer))
        {
            _outer ??= code;
        }
        else if ((reach == Reach.Helped || (!leads && reach == Reach.Given)) && (reach == Reach.Helped || _draft.Act.Category is Category.Funds or Category.Supplies or Category.Donation))
        {
            // 向鹤壁市、滑县等: what they lie in together.
            _spread |= _outer is not null && _outer != code;
            _outer = _outer is null ? code : Around(_outer, code);
        }
    }

    private static bool IsDonor(IReadOnlyList<Actor> actors) =>
        actors is [{ Kind: ActorKind.Company or ActorKind.Person or ActorKind.Institution }, ..] || (actors is [{ Kind: ActorKind.Union } union, ..] && !union.Name.EndsWith("总工会", StringComparison.Ordinal));

    /// <summary>东胜区150万元: one of several shares.</summary>
    private bool IsShare(Token token) =>
        (_inner ?? _outer) is not null && token.Kind == TokenKind.Place && token.Place!.Place.Code != (_inner ?? _outer) && token.End < _text.Length && char.IsAsciiDigit(_text[token.End]);

    /// <summary>The narrowest place that two places lie in.</summary>
    private static string Around(string one, string other) =>
        one == other ? one
        : one.AsSpan(0, 4).SequenceEqual(other.AsSpan(0, 4)) && Gazetteer.Find(string.Concat(one.AsSpan(0, 4), "00")) is { } city ? city.Code
        : one.AsSpan(0, 2).SequenceEqual(other.AsSpan(0, 2)) ? string.Concat(one.AsSpan(0, 2), "0000")
        : Gazetteer.Country;
}
