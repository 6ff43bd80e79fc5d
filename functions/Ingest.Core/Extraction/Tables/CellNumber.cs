using System.Globalization;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Tables;

/// <summary>A number in a cell with the unit that may follow it.</summary>
/// <param name="Value">The number, 万 and 亿 worked out where they are not part of a unit of money.</param>
/// <param name="Unit">What stands behind it, or empty.</param>
internal readonly record struct CellNumber(decimal Value, string Unit)
{
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>Reads "1,200", "300万元", "20箱"; false for anything that is not a number and a unit.</summary>
    public static bool TryRead(string cell, out CellNumber number)
    {
        number = default;
        var text = NormalText.Of(cell).Text.Replace(",", "", StringComparison.Ordinal).Trim().TrimStart('约', '¥', '￥');
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (digits is 0 or > 15 || !decimal.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value is <= 0 or > Most) return false;
        var unit = text[digits..].Trim().TrimStart('余', '多');
        if (unit.Length > 4 || unit.Any(c => char.IsDigit(c) || c is '-' or '/' or '%' or '\uFFFD' or '?')) return false;
        number = new CellNumber(value, unit);
        return true;
    }

    /// <summary>Yuan of one of a unit of money, or null.</summary>
    public static decimal? Yuan(string unit) => unit switch
    {
        _ when unit.Contains("亿元", StringComparison.Ordinal) => 100_000_000,
        _ when unit.Contains("万元", StringComparison.Ordinal) || unit == "万" => 10_000,
        _ when unit.Contains("千元", StringComparison.Ordinal) => 1_000,
        _ when unit.Contains('元', StringComparison.Ordinal) => 1,
        _ => null,
    };
}
