namespace Ingest.Core.Extraction.Places;

/// <summary>Where a stretch of a document plays: what 全省, 市总工会, 该县 there refer to.</summary>
/// <param name="Province">Province or municipality, or null if unknown.</param>
/// <param name="City">City of prefecture level, or null.</param>
/// <param name="County">County, county-level city or district, or null.</param>
public sealed record Setting(Place? Province = null, Place? City = null, Place? County = null)
{
    /// <summary>The narrowest place of county level or above, or null.</summary>
    public Place? Narrowest => County ?? City ?? Province;
}
