using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Lexicon;

/// <summary>What a word can do in or beside a name. One word may do several things.</summary>
[Flags]
internal enum NameRoles
{
    None = 0,
    /// <summary>Names a place.</summary>
    Place = 1,
    /// <summary>Closes an organisation's name.</summary>
    Organisation = 2,
    /// <summary>Closes the name of a part of an organisation, never a name of its own.</summary>
    Part = 4,
    /// <summary>Opens an organisation's name.</summary>
    Prefix = 8,
    /// <summary>Stands inside names though a character of it parts them elsewhere.</summary>
    Inside = 16,
    /// <summary>Never stands in a name.</summary>
    Break = 32,
    /// <summary>Title of an official, which a personal name may follow.</summary>
    Title = 64,
    /// <summary>People of an organisation: 干部, 慰问组.</summary>
    People = 128,
    /// <summary>Credits a person whose name follows: 劳模.</summary>
    Credit = 256,
    /// <summary>省, 市, 县, 区, 镇, 街道 without a name: the one that the text is about (市总工会, 该县).</summary>
    Level = 512,
    /// <summary>Tells a place though it is none: 鞍钢, 雷神山医院.</summary>
    Landmark = 1024,
    /// <summary>Parts names except after a place or an unknown character.</summary>
    SoftBreak = 2048,
    /// <summary>Closes the name of an area that is no administrative division: 经开区, 产业园区.</summary>
    Zone = 4096,
    /// <summary>Parts names, but not where a body's word begins inside it and runs on: 市民|, but 市|民政局.</summary>
    Yields = 8192,
    /// <summary>Parts names by itself: a break that has no part in names. Follows from the other roles.</summary>
    Parts = 16384,
    /// <summary>Opens a name for many unions (全市, 各县区). Follows from the word and its other roles.</summary>
    Collective = 32768,
    /// <summary>What a stretch must hold for a name to stand in it; most hold nothing of the kind.</summary>
    Telling = Organisation | Place | Level | Landmark | Credit | Collective,
}

/// <summary>A word of the lexicon as the reader of names sees it.</summary>
/// <param name="Text">The word.</param>
/// <param name="Roles">What it can do.</param>
/// <param name="Place">The places it names, if any.</param>
/// <param name="Kind">The kind of organisation it closes, if any.</param>
/// <param name="LandmarkCode">Code of the place a landmark lies in, if it is one.</param>
internal sealed record NameWord(string Text, NameRoles Roles, PlaceName? Place = null, ActorKind? Kind = null, string? LandmarkCode = null)
{
    /// <summary>Whether it can do one thing only.</summary>
    public bool IsOnly(NameRoles role) => (Roles & ~(NameRoles.Parts | NameRoles.Collective)) == role;

    /// <summary>Whether it can do one of several things.</summary>
    public bool Is(NameRoles roles) => (Roles & roles) != NameRoles.None;
}
