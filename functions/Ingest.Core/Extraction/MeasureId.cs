using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Extraction;

/// <summary>
/// Identity of a measure: the first 16 hex digits of a SHA-256 over its facts (actors, category, date, place, amounts, goods).
/// Where a measure states neither amount nor goods, its passage is part of the identity, so that two thin acts stay two.
/// </summary>
public readonly record struct MeasureId(string Value)
{
    /// <summary>The id of a measure.</summary>
    public static MeasureId Of(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var facts = new StringBuilder();
        facts.Append(measure.Category.Code()).Append('|').Append(measure.Place).Append('|').Append(measure.Date?.ToString()).Append('|');
        facts.AppendJoin(',', measure.Orgs.Order(StringComparer.Ordinal)).Append('|');
        facts.AppendJoin(',', measure.Money.Select(m => FormattableString.Invariant($"{m.Cny:0.##}{m.Role.Code()}")).Order(StringComparer.Ordinal)).Append('|');
        facts.AppendJoin(',', measure.Items.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Name}{i.Quantity:0.##}{i.Unit}")).Order(StringComparer.Ordinal));
        if (measure.Money.Count == 0 && measure.Items.Count == 0)
        {
            facts.Append('|');
            foreach (var c in measure.Quote.Where(char.IsLetterOrDigit))
            {
                facts.Append(c);
            }
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString())).AsSpan(0, 8)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
