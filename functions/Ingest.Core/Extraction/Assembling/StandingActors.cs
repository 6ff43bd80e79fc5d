using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Who acts where a text names nobody: the actor of the section's heading, of the headline, or the union of the place where it plays.</summary>
internal sealed class StandingActors(DocumentOutline outline, DocumentNames names)
{
    private const int LongestPlaceHeading = 12;

    /// <summary>Fewest characters of the name of a works before 工会.</summary>
    private const int ShortestWorks = 3;

    private readonly Dictionary<string, (int Next, Actor? Last)> _last = [];
    private Dictionary<string, Actor>? _mains;
    private Dictionary<string, (int At, Actor? Union)>? _unions;

    /// <summary>Those who lead a works or school; they act for it and not for its union.</summary>
    private static readonly PhraseSet Leaders = new("校领导", "院领导", "厂领导", "矿领导", "公司领导", "集团领导", "学校领导", "医院领导", "校党委", "院党委", "厂党委", "矿党委", "公司党委", "集团党委", "学校党委", "医院党委", "公司党政", "校党政", "院党政", "矿党政");

    private static readonly PhraseSet Ours = new("我院", "我校", "我厂", "我矿");

    /// <summary>What a body may be called by behind 该; the longest first.</summary>
    private static readonly string[] Heads = ["公司", "集团", "中心", "协会", "商会", "基金会", "医院", "学校", "支队", "大队", "局", "厅", "会", "院", "校", "行", "厂", "矿", "所", "站", "社", "委", "队"];

    /// <summary>What makes a noun of 工会 at the head of a clause.</summary>
    private static readonly PhraseSet Nouns = new(["会员", "干部", "经费", "主席", "组织的", "工作", "界", "系统", "资金", "驿站", "法", "章程", "会费", "服务", "户外", "小组", "帮"]);

    /// <summary>The actors that stand for a sentence until it names its own.</summary>
    public IReadOnlyList<Actor> At(Sentence sentence)
    {
        return Headed(sentence) is { Count: > 0 } headed
            ? headed
            : names.SettingAt(sentence.Span.Start).Narrowest is { } place ? [Main(place) ?? UnionOf(place)] : [];
    }

    /// <summary>The body of a place that a report without any union is about: the first one it names.</summary>
    private Actor? Main(Place place) => (_mains ??= ReadMains()).GetValueOrDefault(place.Code);

    private Dictionary<string, Actor> ReadMains()
    {
        var mains = new Dictionary<string, Actor>();
        foreach (var mention in names.Actors)
        {
            foreach (var actor in mention.Actors)
            {
                if (actor.Kind is ActorKind.Union or ActorKind.Collective)
                    return [];
                if (actor is { Kind: ActorKind.Public or ActorKind.Institution, Place: { } home })
                    mains.TryAdd(home, actor);
            }
        }

        return mains;
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

    /// <summary>该局…, 该院…, and 工会… in the report of a works: whom the head of a clause means by it; or null.</summary>
    public Actor? MeantBy(Clause clause, IReadOnlyList<Actor> acting)
    {
        var text = clause.In(outline.Text);
        if (text.StartsWith("工会") && !Nouns.Starts(text[2..]) && acting is [{ Kind: ActorKind.Company or ActorKind.Institution } works, ..])
            return UnionOf(works);
        if (text.StartsWith("工会") && !Nouns.Starts(text[2..]) && Headed(outline.Sentences[clause.Sentence]) is [{ Kind: ActorKind.Union } own] && !own.Name.EndsWith("总工会", StringComparison.Ordinal))
            return own;
        if ((Leaders.Starts(text) || (Ours.Starts(text) && !text[2..].StartsWith("工会"))) && acting is [{ Kind: ActorKind.Union or ActorKind.Company or ActorKind.Institution } led, ..] && !led.Name.EndsWith("总工会", StringComparison.Ordinal))
            return led.Name.EndsWith("工会", StringComparison.Ordinal) ? new(led.Name[..^2], led.Place, ActorKind.Institution) : led;
        if (text.Length > 2 && text[0] is '全' or '我' && acting is [{ Place: not null } narrow, ..])
            return AtLevel(clause.Start, text[1], narrow);
        if (text.Length < 3 || text[0] != '该')
            return null;
        foreach (var head in Heads)
        {
            if (!text[1..].StartsWith(head))
                continue;
            return LastBefore(clause.Start, head, static (actor, head) => actor.Kind != ActorKind.Person && actor.Name.EndsWith(head, StringComparison.Ordinal));
        }

        return null;
    }

    /// <summary>某县民政局…。全市共救助…: the body of the city that was named before.</summary>
    private Actor? AtLevel(int at, char level, Actor acting)
    {
        var setting = names.SettingAt(at);
        var around = level switch { '省' => setting.Province, '市' or '州' or '盟' => setting.City, '县' or '区' or '旗' => setting.County, _ => null };
        if (around is null || acting.Place == around.Code || Gazetteer.Find(acting.Place) is not { } place || !PlaceResolver.Lies(place, around))
            return null;
        return LastBefore(at, around.Code, static (actor, code) => actor.Kind is ActorKind.Union or ActorKind.Public && actor.Place == code);
    }

    /// <summary>The last actor that is named alone before an offset and fits a key; offsets must not go down, so that no name is looked at twice for a key.</summary>
    private Actor? LastBefore(int offset, string key, Func<Actor, string, bool> fits)
    {
        var (next, last) = _last.GetValueOrDefault(key);
        for (; next < names.Actors.Count && names.Actors[next].Span.Start < offset; next++)
            last = names.Actors[next].Actors is [var one] && fits(one, key) ? one : last;
        _last[key] = (next, last);
        return last;
    }

    /// <summary>The union of a works, as the document names it.</summary>
    private Actor UnionOf(Actor works)
    {
        var unions = (_unions ??= ReadUnions()).GetAlternateLookup<ReadOnlySpan<char>>();
        var first = (At: int.MaxValue, Union: (Actor?)null);
        for (var from = 0; from <= works.Name.Length - ShortestWorks; from++)
        {
            if (unions.TryGetValue(works.Name.AsSpan(from), out var union) && union.At < first.At)
                first = union;
        }

        return first.Union ?? new(works.Name + "工会", works.Place, ActorKind.Union);
    }

    /// <summary>The unions of works by the works' name, each with its rank in the text.</summary>
    private Dictionary<string, (int At, Actor? Union)> ReadUnions()
    {
        var unions = new Dictionary<string, (int At, Actor? Union)>();
        for (var i = 0; i < names.Actors.Count; i++)
        {
            if (names.Actors[i].Actors is [{ Kind: ActorKind.Union } union] && union.Name.EndsWith("工会", StringComparison.Ordinal) && union.Name.Length - 2 >= ShortestWorks)
                unions.TryAdd(union.Name[..^2], (i, union));
        }

        return unions;
    }

    private static Actor UnionOf(Place place) => place.Level == PlaceLevel.Country
        ? new("中华全国总工会", place.Code, ActorKind.Union)
        : new(OfficialNames.UnionOf(place.Name), place.Code, ActorKind.Union);

    private Actor? PlaceOf(IReadOnlyList<TextSpan> headings)
    {
        foreach (var heading in headings)
        {
            var at = Ordered.FirstFrom(names.Places, heading.Start, static p => p.Span.Start);
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
            var at = Ordered.FirstFrom(names.Actors, headings[i].Start, static a => a.Span.Start);
            if (at < names.Actors.Count && headings[i].Overlaps(names.Actors[at].Span))
                return names.Actors[at].Actors is [{ Kind: ActorKind.Union } office] && office.Name.EndsWith("总工会办公室", StringComparison.Ordinal)
                    ? [office with { Name = office.Name[..^3] }]
                    : names.Actors[at].Actors;
        }

        return [];
    }
}
