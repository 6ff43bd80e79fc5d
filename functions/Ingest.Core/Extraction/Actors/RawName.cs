using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>What a raw name is.</summary>
internal enum RawKind : byte
{
    /// <summary>A place on its own.</summary>
    Place,
    /// <summary>An organisation.</summary>
    Organisation,
    /// <summary>A place and 各级工会.</summary>
    Collective,
    /// <summary>两县总工会 after the places whose bodies are meant.</summary>
    Counted,
    /// <summary>A person who is credited.</summary>
    Person,
}

/// <summary>A name as read, before its surroundings say what it means. Offsets into the normalised text.</summary>
internal readonly record struct RawName(RawKind Kind, int Start, int End)
{
    /// <summary>Places that open the name, widest first as written: 陕西省, 西安市.</summary>
    public PlaceName[] Places { get; init; } = [];

    /// <summary>市 of 市总工会; null where the name opens otherwise.</summary>
    public string? Level { get; init; }

    /// <summary>Street or town that opens the name, e.g. 龙溪街道; or null.</summary>
    public string? Town { get; init; }

    /// <summary>Code of a landmark in the name, or null.</summary>
    public string? LandmarkCode { get; init; }

    /// <summary>A place that stands inside the name (国网河北省电力公司), or null.</summary>
    public PlaceName? Inner { get; init; }

    /// <summary>Where the places end and the rest of the name begins.</summary>
    public int CoreStart { get; init; }

    /// <summary>What sort of actor its last word says.</summary>
    public ActorKind Actor { get; init; }

    /// <summary>Whether 总 stands for 总工会 right behind the places (省总, 某市总职工服务中心).</summary>
    public bool ShortUnion { get; init; }

    /// <summary>Whether nothing but a kind of body is named (公司工会, 总工会), so that only what stands before tells which.</summary>
    public bool Unnamed { get; init; }

    /// <summary>Whether a number before it tells that all of its kind are meant: 7个|县(市、区)总工会.</summary>
    public bool OfSeveral { get; init; }

    /// <summary>Whether it is a company or institution, or the union of one.</summary>
    public bool Corporate { get; init; }

    /// <summary>See <see cref="ActorMention.SubjectEnd"/>.</summary>
    public int SubjectEnd { get; init; }
}
