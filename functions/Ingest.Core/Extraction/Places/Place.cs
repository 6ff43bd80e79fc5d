namespace Ingest.Core.Extraction.Places;

/// <summary>How high a place stands in the administrative order.</summary>
public enum PlaceLevel
{
    /// <summary>The whole country, code 100000.</summary>
    Country,
    /// <summary>省, 自治区, 直辖市, 特别行政区: codes that end in 0000.</summary>
    Province,
    /// <summary>地级市, 自治州, 地区, 盟: codes that end in 00.</summary>
    City,
    /// <summary>县, 县级市, 区, 旗.</summary>
    County,
}

/// <summary>A place of GB/T 2260.</summary>
/// <param name="Code">Six digits, e.g. <c>210102</c>.</param>
/// <param name="Name">Official name in simplified Chinese, e.g. <c>和平区</c>.</param>
/// <param name="Level">Where it stands in the administrative order.</param>
public sealed record Place(string Code, string Name, PlaceLevel Level);
