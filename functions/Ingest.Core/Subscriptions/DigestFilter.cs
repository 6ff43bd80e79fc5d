using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;

namespace Ingest.Core.Subscriptions;

/// <summary>
/// What a subscriber wants to hear of. Kinds of choice combine with AND, the choices within one kind with OR
/// (key words as the subscriber says); a kind without a choice lets everything pass.
/// </summary>
public sealed record DigestFilter
{
    /// <summary>Everything.</summary>
    public static readonly DigestFilter Everything = new();

    /// <summary>GB/T 2260 codes, each with everything below it; <c>100000</c> stands for measures of nationwide reach.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Kinds of measure.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Least amount of money, yuan, or null: measures without an amount then fall away.</summary>
    public decimal? LeastYuan { get; init; }

    /// <summary>Key words, looked for in the passage, the actors, the goods and who is helped.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>True where every key word must be found, false where one is enough.</summary>
    public bool AllWords { get; init; }

    /// <summary>Whether a measure is wanted.</summary>
    public bool Wants(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return (Categories.Count == 0 || Categories.Contains(measure.Category))
            && (Places.Count == 0 || (measure.Place is { } place && Places.Any(chosen => Within(place, chosen))))
            && (LeastYuan is not { } least || MeasureMoney.Size(measure) >= least)
            && (Words.Count == 0 || WantsWords(measure));
    }

    /// <summary>
    /// One line that is the same for every filter that lets the same measures pass, whatever the order in which it was
    /// chosen: what groups subscribers who can share one rendering. The form is also that of links: a query string.
    /// </summary>
    public string Canonical()
    {
        var parts = new List<string>(4);
        if (Places.Count > 0)
        {
            parts.Add("place=" + string.Join(',', Places.Distinct().Order(StringComparer.Ordinal)));
        }

        if (Categories.Count > 0)
        {
            parts.Add("category=" + string.Join(',', Categories.Distinct().Order().Select(c => c.Code())));
        }

        if (LeastYuan is { } least)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"least={least:0.##}"));
        }

        if (Words.Count > 0)
        {
            parts.Add((AllWords && Words.Count > 1 ? "all=" : "any=") + string.Join(',', Words.Distinct().Order(StringComparer.Ordinal).Select(Uri.EscapeDataString)));
        }

        return string.Join('&', parts);
    }

    /// <summary>Reads the form of <see cref="Canonical"/>; parts that it does not know are passed over.</summary>
    public static DigestFilter Parse(string? canonical)
    {
        var filter = Everything;
        foreach (var part in (canonical ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
            var values = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
            filter = name switch
            {
                "place" => filter with { Places = [.. values.Where(IsPlaceCode)] },
                "category" => filter with { Categories = [.. values.Select(Codes.ParseCategory).OfType<Category>()] },
                "least" when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least) => filter with { LeastYuan = least },
                "any" or "all" => filter with { Words = [.. values.Select(Uri.UnescapeDataString)], AllWords = name == "all" },
                _ => filter,
            };
        }

        return filter;
    }

    /// <summary>Short name of the filter in keys: the first 12 hex digits of a SHA-256 over <see cref="Canonical"/>.</summary>
    public string Key() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())).AsSpan(0, 6));

    /// <inheritdoc/>
    public bool Equals(DigestFilter? other) => other is not null && Canonical() == other.Canonical();

    /// <inheritdoc/>
    public override int GetHashCode() => Canonical().GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether a place is, or lies in, another: by the pairs of digits of GB/T 2260.</summary>
    /// <param name="place">Six digits.</param>
    /// <param name="chosen">Six digits; trailing pairs of zeros stand for the whole.</param>
    public static bool Within(string place, string chosen)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(chosen);
        if (chosen == "100000")
        {
            return place == chosen;
        }

        var prefix = chosen.EndsWith("0000", StringComparison.Ordinal) ? 2 : chosen.EndsWith("00", StringComparison.Ordinal) ? 4 : 6;
        return place.AsSpan().StartsWith(chosen.AsSpan(0, prefix), StringComparison.Ordinal);
    }

    private static bool IsPlaceCode(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);

    private bool WantsWords(Measure measure)
    {
        return AllWords ? Words.All(Found) : Words.Any(Found);

        bool Found(string word) =>
            measure.Quote.Contains(word, StringComparison.OrdinalIgnoreCase)
            || measure.Orgs.Any(o => o.Contains(word, StringComparison.OrdinalIgnoreCase))
            || measure.Items.Any(i => i.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            || measure.People.Any(p => p.Group.Contains(word, StringComparison.OrdinalIgnoreCase))
            || measure.Numbers.Any(n => n.What.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
