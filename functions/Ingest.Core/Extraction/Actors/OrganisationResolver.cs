using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>
/// Writes out who a raw name means. A body of a place bears the place's official name and no parent (陕西省西安市总工会 →
/// 西安市总工会); 市总工会 takes the place from the setting; companies and institutions keep the name they are given.
/// </summary>
internal sealed class OrganisationResolver(string text, SettingTracker tracker, PlaceVotes votes)
{
    private readonly Dictionary<string, string> _districtOfTown = [];
    private readonly HashSet<string> _unionOfTown = [];
    private readonly Dictionary<string, IReadOnlyList<Actor>> _unions = [];
    private readonly Dictionary<string, (string? Prefix, string? Place)> _zones = [];
    private readonly CorporateBodies _bodies = new();
    private string? _town;
    private Actor? _works;

    /// <summary>Who 镇总工会 and 公司工会 are until the text names one: the only town and the first body of the document.</summary>
    public void Expect(string? town, IEnumerable<(string Written, string? Place)> bodies)
    {
        _town = town;
        _bodies.Expect(bodies);
    }

    /// <summary>Tells that another article begins.</summary>
    public void TurnArticle()
    {
        _works = null;
        _bodies.TurnArticle();
    }

    /// <summary>Tells that the text turns to another works: 公司工会 is its own from here on.</summary>
    public void TurnSection() => _bodies.TurnArticle();

    /// <summary>The place that a raw name opens with, or null.</summary>
    public Place? PlaceOf(in RawName name)
    {
        if (name.LandmarkCode is { } landmark)
            return Gazetteer.Find(landmark);
        var place = name.Level is { } level ? tracker.Level(level) : PlaceResolver.Resolve(name.Places, tracker.Now, votes);
        // 东风公司: a firm called by a word that is a district elsewhere.
        if (place is not null && name.Places is [{ Ordinary: true, Full: false }] && (name.Corporate || name.Actor == ActorKind.Company) && tracker.Now.Province is { } here && !PlaceResolver.Lies(place, here))
            place = null;
        if (place is null && name.Town is { } within && name.Places is [.., var shared])
            place = PlaceResolver.HoldingTown(shared, within);
        return name.Town is not { } town ? place : IsZone(town) ? place ?? tracker.Home : PlaceResolver.ResolveTown(town, place, tracker.Now, votes);
    }

    /// <summary>经开区, 产业园, but no street, town or township.</summary>
    private static bool IsZone(string town) => town[^1] is not ('镇' or '乡' or '街' or '道' or '木');

    /// <summary>
    /// Who is meant. A body that nothing places keeps the name it is given (县总工会, 公司工会): it acts all the same, and
    /// what it did must not be taken for the deed of whoever stands before it. Empty where not even a body is named.
    /// </summary>
    public IReadOnlyList<Actor> Resolve(in RawName name)
    {
        var actors = Read(name);
        if (actors is [var one] && !name.Unnamed && (name.Corporate || name.Actor == ActorKind.Company || (one.Kind == ActorKind.Union && !one.Name.Contains("总工会", StringComparison.Ordinal))))
            _bodies.Note(one.Name, one.Place);
        if (actors is [{ Kind: ActorKind.Union } union])
            _works = union.Name.EndsWith("工会", StringComparison.Ordinal) && !union.Name.Contains("总工会", StringComparison.Ordinal) ? union : null;
        return actors;
    }

    private IReadOnlyList<Actor> Read(in RawName name)
    {
        var written = text.AsSpan(name.Start..name.End);
        if (name.Kind == RawKind.Person)
            return [new(written.ToString(), tracker.Now.Narrowest?.Code, ActorKind.Person)];
        if (OfficialNames.National(written) is { } national)
            return [national];
        // 旗县以上工会: all unions of the place that the report is about.
        if (written.EndsWith("以上工会") && tracker.Home is { } whole)
            return [new(whole.Name + "各级工会", whole.Code, ActorKind.Collective)];
        var place = PlaceOf(name);
        if (name.Actor == ActorKind.Company && !name.Unnamed && text.AsSpan(name.End, name.SubjectEnd - name.End).Contains("工会", StringComparison.Ordinal))
            return [new(string.Concat(written, "工会"), SeatOf(name, written, place ?? InnerOf(name)), ActorKind.Union)];
        var core = name.ShortUnion ? string.Concat("总工会", text.AsSpan((name.CoreStart + 1)..name.End))
            : NameLexicon.Text(text.AsSpan(name.CoreStart..name.End));
        // 某区(某高新区)总工会: one union for both.
        if ((name.Places.Length > 0 || name.Level is not null) && core[0] == '(' && core.IndexOf(')', StringComparison.Ordinal) is var close and > 0)
            core = core[(close + 1)..];
        if (name.Kind == RawKind.Collective)
            return Collective(name, written.ToString(), place);
        if (core == "工青妇" || written is "工青妇")
            return (place ?? tracker.Now.County ?? tracker.Now.City) is { } all ? [.. OfficialNames.UnionYouthWomen(all)] : [];
        if (place is null && OfficialNames.LevelIn(core) is { } level && tracker.Level(level) is { } ofLevel)
            return [new(OfficialNames.Of(ofLevel.Name, core), ofLevel.Code, name.Actor)];
        if (IsBranch(written) && _bodies.Of("银行") is { } bank)
            return [new(string.Concat(bank.Name, written), SeatOf(name, written, place ?? InnerOf(name)), name.Actor)];
        if (written.StartsWith("附属") && (_bodies.Of("大学") ?? _bodies.Of("学院")) is { } school)
            return [new(string.Concat(school.Name, written), school.Place ?? SeatOf(name, written, place ?? InnerOf(name)), name.Actor)];
        // 新区总工会 where the text plays in a district that is called so.
        if (written.StartsWith("新区") && tracker.Now.County is { } district && district.Name.EndsWith("新区", StringComparison.Ordinal))
            return [new(OfficialNames.Of(district.Name, written[2..].ToString()), district.Code, name.Actor)];
        if (name.Unnamed)
            return Unnamed(written.ToString(), name);
        if (name.Places.Length == 0 && name.Actor is ActorKind.Company or ActorKind.Union && _bodies.Branded(written) is { } firm)
            return [new(firm.Name, firm.Place, name.Actor)];
        if (name.Town is not null || (name.Level is "镇" or "乡" or "街道"))
            return OfTown(name, place, core);
        // 市分公司工会: of the company that was named with its city.
        if (name.Level is not null && core.StartsWith("分公司", StringComparison.Ordinal) && _bodies.Of("分公司") is { } branch)
            return [new(branch.Name + core[3..], branch.Place ?? place?.Code, name.Actor)];
        if (name.Level is not null && place is not null && core is "总工会" or "工会" && name.Actor == ActorKind.Union)
            return UnionOf(place!);
        if (name.Level is not null)
            return [place is null ? new(written.ToString(), null, name.Actor) : new(OfficialNames.Of(place.Name, core is "工会" ? "总工会" : core), place.Code, name.Actor)];
        return name.Places.Length == 0 || place is null
            ? [new(OfficialNames.AsWritten(InPlace(written.ToString())), SeatOf(name, written, place ?? InnerOf(name)), name.Actor)]
            : OfPlace(name, place, core);
    }

    /// <summary>The union of a place, by far the most frequent actor: made once.</summary>
    private IReadOnlyList<Actor> UnionOf(Place place)
    {
        if (!_unions.TryGetValue(place.Code, out var union))
            _unions[place.Code] = union = [new(OfficialNames.UnionOf(place.Name), place.Code, ActorKind.Union)];
        return union;
    }

    private IReadOnlyList<Actor> Collective(in RawName name, string written, Place? place)
    {
        if (written[0] == '各' && !written.StartsWith("各级", StringComparison.Ordinal))
            return Each(name, written);
        if (name.OfSeveral)
            return Each(name, "各" + written);
        if (written.StartsWith("全国", StringComparison.Ordinal) || (name.Start > 1 && text.AsSpan(name.Start - 2, 2) is "全国"))
            return [new("全国各级" + Collectives.BodyOf(written), Gazetteer.Country, ActorKind.Collective)];
        // 各级工会 in the report of a company's union.
        if (name.Places.Length == 0 && name.Level is null && _works is { } works && written == "各级工会")
            return [new(works.Name[..^2] + written, works.Place, ActorKind.Collective)];
        // 集团各级工会: of the company, not of the place.
        if (name.Places.Length == 0 && name.Level is null && name.Start > 1 && text.AsSpan(name.Start - 2, 2) is "集团" or "公司" or "油田")
        {
            var body = _bodies.Of(text.Substring(name.Start - 2, 2));
            return [new((body?.Name ?? text.Substring(name.Start - 2, 2)) + "各级工会", body?.Place ?? tracker.Now.Narrowest?.Code, ActorKind.Collective)];
        }

        var of = place ?? (name.Level is null && name.Places.Length == 0 ? tracker.Now.Narrowest : null);
        var all = "各级" + Collectives.BodyOf(written);
        return [of is null ? new(all, null, ActorKind.Collective) : new(of.Name + all, of.Code, ActorKind.Collective)];
    }

    /// <summary>各旗区工会: all unions one level below the place where the text plays.</summary>
    private IReadOnlyList<Actor> Each(in RawName name, string written)
    {
        // 各分工会 in the report of a company's union.
        if (_works is { } works && name.Level is not ("省" or "市" or "州" or "盟" or "县" or "区" or "旗"))
            return [new(works.Name[..^2] + written, works.Place, ActorKind.Collective)];
        var now = tracker.Now;
        var above = name.Level switch
        {
            "省" => null,
            "市" or "州" or "盟" => now.Province,
            "县" or "区" or "旗" => now.City ?? now.Province,
            _ => now.Narrowest,
        };
        return [new((above?.Name ?? "全国") + written, above?.Code ?? Gazetteer.Country, ActorKind.Collective)];
    }

    private IReadOnlyList<Actor> Unnamed(string written, in RawName name)
    {
        if (written is "总工会" && tracker.Now.Narrowest is { } here)
            return UnionOf(here);
        if (name.Actor == ActorKind.Institution && IsSociety(written) && tracker.Now.Narrowest is { } seat)
            return [new(seat.Name + written, seat.Code, name.Actor)];
        if (_bodies.Of(written) is not { } body)
            return name.Actor == ActorKind.Union && written.Length > 3 ? [new(written, tracker.Now.Narrowest?.Code, ActorKind.Union)] : [];
        var full = name.Actor == ActorKind.Union ? body.Name + "工会" : body.Name;
        return [new(full, body.Place ?? tracker.Now.Narrowest?.Code, name.Actor)];
    }

    /// <summary>某支行, 某支行工会: named without the bank.</summary>
    private static bool IsBranch(ReadOnlySpan<char> written) => written.IndexOf("支行") is var at and > 1 && written.IndexOf('行') == at + 1;

    /// <summary>女企业家商会, 心理咨询师协会: of the place where the text plays, as no second one is there.</summary>
    private static bool IsSociety(ReadOnlySpan<char> written) => written.Length > 3 && written[^2..] is "商会" or "协会" or "学会" or "总会";

    private IReadOnlyList<Actor> OfTown(in RawName name, Place? place, string core)
    {
        var town = name.Town ?? _town;
        if (town is null || (name.Town is null && !town.EndsWith(name.Level![^1])))
            return [];
        var zone = IsZone(town);
        if (zone && name.Places is [.., { Full: false }])
        {
            if (place is { Level: PlaceLevel.County } && text.AsSpan(name.Start, name.End - name.Start).IndexOf(town) is var at and > 0)
                _zones[town] = (text.Substring(name.Start, at), place.Code);
            return [new(text[name.Start..name.End], place?.Code, name.Actor)];
        }

        // 经开区总工会 behind 某某经开区总工会.
        if (zone && name.Places.Length == 0 && name.Level is null && _zones.GetValueOrDefault(town) is { Prefix: { } prefix } named && text.AsSpan(name.Start).StartsWith(town, StringComparison.Ordinal))
            return [new(prefix + text[name.Start..name.End], named.Place, name.Actor)];
        // 县工业园区总工会; that of a city is named without it.
        if (zone && name.Places.Length == 0 && text[name.Start] == '县' && text.AsSpan(name.Start + 1).StartsWith(town, StringComparison.Ordinal) && tracker.Level(text[name.Start..(name.Start + 1)]) is { } around)
            return [new(around.Name + text[(name.Start + 1)..name.End], around.Code, name.Actor)];
        var of = name.Town is not null || zone ? place : PlaceResolver.ResolveTown(town, null, tracker.Now, votes);
        var district = name.Places.Length > 0 && place is { Level: PlaceLevel.County } && (zone || place.Name[^1] != '市') ? place.Name
            : name.Town is null ? _districtOfTown.GetValueOrDefault(town, "") : "";
        _town = town;
        // 镇总工会负责人说: who speaks for it says nothing of how it is called.
        if (name.SubjectEnd == name.End || !_districtOfTown.ContainsKey(town))
            _districtOfTown[town] = district;
        if (core == "总工会")
            _unionOfTown.Add(town);
        else if (core == "工会" && _unionOfTown.Contains(town))
            core = "总工会";
        var body = core is "党委" ? town + core : core is "办" ? town + "办事处" : OfficialNames.Of(town, core);
        return [new(core is "总工会" or "总" or "工会" || (name.Places.Length > 0 && body.StartsWith(town, StringComparison.Ordinal)) ? district + body : body, of?.Code, name.Actor)];
    }

    private IReadOnlyList<Actor> OfPlace(in RawName name, Place place, string core)
    {
        var last = name.Places[^1];
        if (core is "工会" || (core is "总工会" && name.Actor == ActorKind.Union))
            return UnionOf(place);
        if (core.StartsWith("总工会", StringComparison.Ordinal) || (last.Full && core.Length > 0 && name.Actor is ActorKind.Union or ActorKind.Public))
            return [new(OfficialNames.Of(place.Name, core), place.Code, name.Actor)];
        var kept = last.Full && name.Places.Length > 1 ? last.Text + core : text[name.Start..name.End];
        return [new(kept, SeatOf(name, kept, place), name.Actor)];
    }

    /// <summary>A company is at home where the text plays, if that lies in the place its name opens with.</summary>
    private string? SeatOf(in RawName name, ReadOnlySpan<char> written, Place? place)
    {
        // 某某(武汉)有限公司: it says where it is.
        if (written.IndexOf('(') is var open and > 0 && written[open..].IndexOf(')') is var length and > 0
            && NameLexicon.Words.TryGet(written.Slice(open + 1, length - 1), out var branch) && branch!.Place is { } at && PlaceResolver.Resolve(at, null, tracker.Now, votes) is { } branchSeat)
            return tracker.Now.Narrowest is { } local && PlaceResolver.Lies(local, branchSeat) ? local.Code : branchSeat.Code;
        // 国网某省电力公司: a branch of that place, wherever the text plays.
        if (name.Inner is not null && name.Places.Length == 0 && place is not null && written[..2] is "国网" or "国家" or "中国" or "南方")
            return place.Code;
        // A list that went from county to county tells nothing of where a firm of the province sits.
        var here = tracker.Roams && place is { Level: PlaceLevel.Province } && name.Places.Length > 0 && tracker.Home is { } home && PlaceResolver.Lies(home, place) ? home : tracker.Seat;
        if (place is null && IsNational(written) && (here is null || !IsCompany(name, written) || IsSociety(written) || written.EndsWith("基金会")))
            return Gazetteer.Country;
        if (place is null)
            return here?.Code;
        return name.LandmarkCode is null && here is not null && name.Actor is ActorKind.Company or ActorKind.Institution or ActorKind.Union && PlaceResolver.Lies(here!, place) ? here!.Code : place.Code;
    }

    private static bool IsNational(ReadOnlySpan<char> name) => name.StartsWith("全国") || name.StartsWith("中华") || name.StartsWith("中国");

    /// <summary>A union known only by a quoted name is told by its district: 某区“零工之家”工会.</summary>
    private string InPlace(string written) =>
        written[0] is '“' or '"' && tracker.Now.County is { } county ? county.Name + written : written;

    private Place? InnerOf(in RawName name) => name.Inner is { } inner ? PlaceResolver.Resolve(inner, null, tracker.Now, votes) : null;

    private static bool IsCompany(in RawName name, ReadOnlySpan<char> written) =>
        name.Actor == ActorKind.Company || name.Corporate || (name.Actor == ActorKind.Union && (written.IndexOf("公司") >= 0 || written.IndexOf("集团") >= 0 || written.IndexOf("矿业") >= 0));
}
