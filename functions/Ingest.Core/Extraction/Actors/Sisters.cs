using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>
/// Bodies that a list names without their place, since the first one bears it: 某县总工会、人社局, 某街道总工会联合社区卫生服务中心,
/// 某煤矿工会、团委.
/// </summary>
internal static class Sisters
{
    /// <summary>Shortest name of an institution that tells which one of a place is meant; 医院 and 学校 may be any.</summary>
    private const int ShortestInstitution = 5;

    /// <summary>Names that several bodies of a place bear.</summary>
    private static readonly HashSet<string> Manifold =
        ["支队", "大队", "总队", "中队", "派出所", "委员会", "服务中心", "指挥中心", "办事处", "管理局", "管理处", "管理所", "管理站", "街道办", "街道办事处", "管委会", "管理委员会", "税务所", "供电所"];

    /// <summary>The body of the place, town or works that the first one belongs to, or null.</summary>
    /// <param name="written">The name without its place.</param>
    /// <param name="kind">What sort of body it is.</param>
    /// <param name="first">The body that it is joined to.</param>
    public static Actor? Of(string written, ActorKind kind, Actor first)
    {
        var tells = kind == ActorKind.Public ? !Manifold.Contains(written) || (written == "办事处" && TownOf(first.Name) is not null) : kind == ActorKind.Institution && written.Length >= ShortestInstitution;
        if (!tells || first.Kind is not (ActorKind.Union or ActorKind.Public))
            return null;
        var union = first.Name.IndexOf("工会", StringComparison.Ordinal);
        var ofWorks = union > 1 && !first.Name.Contains("总工会", StringComparison.Ordinal);
        if (ofWorks && "院校学司团厂矿行段".Contains(first.Name[union - 1], StringComparison.Ordinal))
            return new(first.Name[..union] + written, first.Place, kind);
        if (TownOf(first.Name) is { } town)
            return new(OfficialNames.Of(town, written), first.Place, kind);
        if (Gazetteer.Find(first.Place) is { } place && (first.Name.Contains(place.Name, StringComparison.Ordinal) || place.Level == PlaceLevel.Country))
            return place.Level == PlaceLevel.Country ? null : new(OfficialNames.Of(place.Name, written), place.Code, kind);
        return ofWorks ? new(first.Name[..union] + written, first.Place, kind) : null;
    }

    /// <summary>The street or town that a body's name opens with.</summary>
    private static string? TownOf(string name)
    {
        foreach (var closer in (ReadOnlySpan<string>)["街道", "镇", "乡"])
        {
            if (name.IndexOf(closer, StringComparison.Ordinal) is var at and > 1)
                return name[(name.LastIndexOfAny(['区', '县', '市'], at - 2) + 1)..(at + closer.Length)];
        }

        return null;
    }
}
