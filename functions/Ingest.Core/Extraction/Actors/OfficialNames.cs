using System.Collections.Frozen;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>How short forms of bodies are written out (<c>official-names.tsv</c> and the rules of party and youth league).</summary>
internal static class OfficialNames
{
    private static readonly FrozenDictionary<string, string> Long =
        LexiconFile.Records("official-names.tsv").ToFrozenDictionary(r => r[0], r => r[1]);

    /// <summary>Bodies that stand for the whole country under a name of their own.</summary>
    public static string? National(string name) => name switch
    {
        "全总" or "全国总工会" or "中华全国总工会" => "中华全国总工会",
        _ => name.StartsWith("全国总工会", StringComparison.Ordinal) ? "中华" + name : null,
    };

    /// <summary>兵团总工会 → 新疆生产建设兵团总工会; other names as they are.</summary>
    public static string OfCorps(string name) => name.StartsWith("兵团", StringComparison.Ordinal) ? "新疆生产建设" + name : name;

    /// <summary>A body of a place, e.g. 朔州市 and 团市委 → 共青团朔州市委员会.</summary>
    /// <param name="place">Official name of the place, or name of the town.</param>
    /// <param name="core">What follows the place: 总工会, 妇联, 委.</param>
    public static string Of(string place, string core) => core switch
    {
        "团委" or "团省委" or "团市委" or "团县委" or "团区委" or "团州委" or "团旗委" or "委员会团委" => $"共青团{place}委员会",
        "省委" or "市委" or "县委" or "区委" or "旗委" or "州委" or "盟委" or "镇委" or "乡委" or "自治区党委" or "委" or "党委" => $"中共{place}委",
        "省委常委会" or "市委常委会" or "县委常委会" or "区委常委会" or "委常委会" => $"中共{place}委常委会",
        "省政府" or "市政府" or "县政府" or "区政府" => place + "人民政府",
        "总" => place + "总工会",
        _ => place + (Long.GetValueOrDefault(core) ?? core),
    };

    /// <summary>总工会, 团市委 and 妇联 of a place, which 工青妇 stands for.</summary>
    public static IEnumerable<Actor> UnionYouthWomen(Place place) =>
    [
        new(place.Name + "总工会", place.Code, ActorKind.Union),
        new($"共青团{place.Name}委员会", place.Code, ActorKind.Public),
        new(place.Name + "妇女联合会", place.Code, ActorKind.Public),
    ];

    /// <summary>Whether a core names its own level (市委, 团县委, 区政府), and which.</summary>
    public static string? LevelIn(string core) => core switch
    {
        ['省' or '市' or '县' or '区' or '旗' or '州' or '盟', '委' or '政', ..] => core[..1],
        ['团', '省' or '市' or '县' or '区' or '旗' or '州', '委'] => core[1..2],
        _ => null,
    };
}
