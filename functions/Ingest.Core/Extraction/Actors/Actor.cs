namespace Ingest.Core.Extraction.Actors;

/// <summary>What sort of actor a name is.</summary>
public enum ActorKind : byte
{
    /// <summary>A trade union of any level, or one of its parts.</summary>
    Union,
    /// <summary>A place and 各级工会: all unions of a place together.</summary>
    Collective,
    /// <summary>A party or government body, or another public body (妇联, 共青团, 红十字会).</summary>
    Public,
    /// <summary>A hospital, school, association, foundation or press.</summary>
    Institution,
    /// <summary>A company.</summary>
    Company,
    /// <summary>A person who is credited by name.</summary>
    Person,
}

/// <summary>Who acted, by official name.</summary>
/// <param name="Name">Official name in simplified Chinese, as the guideline writes it.</param>
/// <param name="Place">GB/T 2260 code of its jurisdiction or seat, or null where the document doesn't settle it.</param>
/// <param name="Kind">What sort of actor it is.</param>
public sealed record Actor(string Name, string? Place, ActorKind Kind);
