using System.Globalization;

namespace Ingest.Core.Digests;

/// <summary>Numbers as a Chinese newspaper prints them: 103万元, 1,869.5万元, 1.2亿元, 4000名.</summary>
public static class Figures
{
    private const decimal Wan = 10_000;
    private const decimal Yi = 100_000_000;

    /// <summary>An amount exactly as given, in the largest unit that keeps it readable.</summary>
    /// <param name="yuan">Yuan.</param>
    public static string Exact(decimal yuan) => Amount(yuan, "#,0.########") + "元";

    /// <summary>An amount rounded for a headline: at most two decimals, one from a thousand of the unit on.</summary>
    /// <param name="yuan">Yuan.</param>
    public static string Rounded(decimal yuan) => Amount(yuan, null) + "元";

    /// <summary>An amount in few characters, for narrow cells: 2,669万元, 84.7万元.</summary>
    /// <param name="yuan">Yuan.</param>
    public static string Brief(decimal yuan) => Amount(yuan, yuan is >= 1000 * Wan and < Yi ? "#,0" : "#,0.##") + "元";

    /// <summary>A count: 86, 4000, 2.6万, 10万.</summary>
    public static string Count(decimal count) =>
        count >= Wan ? (count / Wan).ToString("#,0.####", CultureInfo.InvariantCulture) + "万" : count.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>An amount for English readers: CNY 1.03 million, CNY 68,000.</summary>
    public static string English(decimal yuan) => yuan switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"CNY {yuan / 1_000_000_000:#,0.##} billion"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"CNY {yuan / 1_000_000:#,0.##} million"),
        _ => string.Create(CultureInfo.InvariantCulture, $"CNY {yuan:#,0.##}"),
    };

    private static string Amount(decimal yuan, string? format)
    {
        var (value, unit) = yuan switch
        {
            >= Yi => (yuan / Yi, "亿"),
            >= Wan => (yuan / Wan, "万"),
            _ => (yuan, ""),
        };
        format ??= value >= 1000 ? "#,0.#" : "#,0.##";
        return (unit.Length == 0 ? value.ToString("0.##", CultureInfo.InvariantCulture) : value.ToString(format, CultureInfo.InvariantCulture)) + unit;
    }
}
