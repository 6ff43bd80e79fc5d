using System.Collections.Frozen;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>How short forms of bodies are written out (<c>official-names.tsv</c> and the rules of party and youth league).</summary>
internal static class OfficialNames
{
    private static readonly FrozenDictionary<string, string> Long =
        LexiconFile.Records("official-names.tsv").ToFrozenDictionary(r => r[0], r => r[1]);

    private static readonly FrozenDictionary<string, (string Name, ActorKind Kind, string Place)>.AlternateLookup<ReadOnlySpan<char>> OfTheCountry = LexiconFile.Records("national-bodies.tsv")
        .SelectMany(r => (r[1] + " " + r[2]).Split(' ', StringSplitOptions.RemoveEmptyEntries), (r, name) => (name, r[1], Enum.Parse<ActorKind>(r[0], ignoreCase: true), r.Length > 3 ? r[3] : Gazetteer.Country))
        .ToFrozenDictionary(r => r.name, r => (r.Item2, r.Item3, r.Item4)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of bodies of Hong Kong and Macao, the longest first.</summary>
    private static readonly string[] OfRegions = [.. OfTheCountry.Dictionary.Where(static body => body.Value.Place != Gazetteer.Country).Select(static body => body.Key).OrderByDescending(static name => name.Length)];

    private static readonly FrozenDictionary<string, string> Divisions = LexiconFile.Records("corps-cities.tsv").ToFrozenDictionary(r => r[0], r => r[1]);

    /// <summary>The union of a place; of a city that is one with a division of the Corps, with the division's name (第八师石河子市总工会).</summary>
    public static string UnionOf(string place) => Of(place, "总工会");

    /// <summary>A body of the whole country, or a part of its union (全总, 全国总工会女职工部); null for other names.</summary>
    public static Actor? National(ReadOnlySpan<char> name)
    {
        var body = name.EndsWith("机关") ? name[..^2] : name;
        if (OfTheCountry.TryGetValue(body, out var national))
            return new(national.Name, national.Place, national.Kind);
        foreach (var region in OfRegions)
        {
            // 街总|青年义工队 acts for it, 街总|平安通服务中心 is a body of its own.
            if (name.StartsWith(region))
            {
                var of = OfTheCountry[region];
                return new(name.EndsWith('队') ? of.Name : string.Concat(of.Name, name[region.Length..]), of.Place, of.Kind);
            }
        }

        return name.StartsWith("全国总工会") ? new(string.Concat("中华", name), Gazetteer.Country, ActorKind.Union) : null;
    }

    /// <summary>A name that is kept as written, but for 兵团总工会 → 新疆生产建设兵团总工会 and 共青团某市委 → 共青团某市委员会.</summary>
    public static string AsWritten(string name) =>
        name.StartsWith("兵团", StringComparison.Ordinal) ? "新疆生产建设" + name
        : name.StartsWith("共青团", StringComparison.Ordinal) && name.EndsWith('委') ? name + "员会"
        : name;

    /// <summary>A body of a place, e.g. 朔州市 and 团市委 → 共青团朔州市委员会.</summary>
    /// <param name="place">Official name of the place, or name of the town.</param>
    /// <param name="core">What follows the place: 总工会, 妇联, 委.</param>
    public static string Of(string place, string core) => InDivision(Divisions.GetValueOrDefault(place) + place, core);

    private static string InDivision(string place, string core) => core switch
    {
        "团委" or "团省委" or "团市委" or "团县委" or "团区委" or "团州委" or "团旗委" or "委员会团委" => $"共青团{place}委员会",
        "自治区党委" => $"中共{place}委",
        "委" or "党委" or "镇委" or "乡委" => $"中共{place}委",
        ['委', '常' or '组' or '宣' or '统' or '政' or '办' or '社' or '网' or '编' or '巡' or '老', ..] => $"中共{place}{core}",
        "总工会机关" or "总工会党组" or "总工会领导班子" => place + "总工会",
        _ when LevelIn(core) is not null and not ['团', ..] => OfLevel(place, core[1..]),
        _ when core.StartsWith("直机关工委", StringComparison.Ordinal) => OfLevel(place, core),
        _ => place + (Long.GetValueOrDefault(core) ?? core),
    };

    /// <summary>A body whose own name opens with its level, less that: 委组织部, 政府, 直机关工委.</summary>
    private static string OfLevel(string place, string rest) => rest switch
    {
        ['委', ..] => $"中共{place}{rest}",
        "直机关工委" => $"中共{place}直属机关工作委员会",
        ['政', '府', ..] => place + "人民" + rest,
        _ => place + rest,
    };

    /// <summary>总工会, 团市委 and 妇联 of a place, which 工青妇 stands for.</summary>
    public static IEnumerable<Actor> UnionYouthWomen(Place place) =>
    [
        new(UnionOf(place.Name), place.Code, ActorKind.Union),
        new($"共青团{place.Name}委员会", place.Code, ActorKind.Public),
        new(place.Name + "妇女联合会", place.Code, ActorKind.Public),
    ];

    /// <summary>Whether a core names its own level (市委, 团县委, 区政府, 省直机关工会), and which.</summary>
    public static string? LevelIn(string core) => core switch
    {
        ['省' or '市' or '县' or '区' or '旗' or '州' or '盟', '委' or '纪', ..] or ['省' or '市' or '县' or '区' or '旗' or '州' or '盟', '政', '府' or '协', ..]
            or ['省' or '市' or '县' or '区' or '旗' or '州' or '盟', '直', '机' or '属' or '工', ..] => core[..1],
        ['团', '省' or '市' or '县' or '区' or '旗' or '州', '委'] => core[1..2],
        _ => null,
    };
}
