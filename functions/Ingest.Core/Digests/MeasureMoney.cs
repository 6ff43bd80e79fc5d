using Ingest.Core.Extraction;

namespace Ingest.Core.Digests;

/// <summary>
/// Which of a measure's amounts may be added up. A part is in its total already, a running total may contain other
/// measures, and a rate for each person is no sum of money.
/// </summary>
public static class MeasureMoney
{
    /// <summary>Yuan of one role that count towards totals.</summary>
    public static decimal Counted(Measure measure, MoneyRole role)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (role == MoneyRole.PerPerson)
        {
            return 0;
        }

        decimal sum = 0, most = 0;
        foreach (var money in measure.Money)
        {
            if (money.Role == role && !money.PartOf && !money.Cumulative)
            {
                sum += money.Cny;
                most = Math.Max(most, money.Cny);
            }
        }

        // "1869万余元,其中1540万余元、328万余元" where the reader missed 其中: the rest make up the largest but for what 余 hides.
        var rest = sum - most;
        return rest > 0 && Math.Abs(rest - most) <= most / 100 ? most : sum;
    }

    /// <summary>How large a measure is, for sorting and for a subscriber's least amount: the largest sum it speaks of, running totals included.</summary>
    public static decimal Size(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var size = 0m;
        foreach (var money in measure.Money)
        {
            if (money.Role != MoneyRole.PerPerson)
            {
                size = Math.Max(size, Math.Max(money.Cny, Counted(measure, money.Role)));
            }
        }

        return size;
    }

    /// <summary>The amounts worth telling, largest first: parts and rates left out.</summary>
    public static IEnumerable<Money> Main(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var roles = measure.Money.Where(m => m.Role != MoneyRole.PerPerson && !m.PartOf).GroupBy(m => m.Role);
        foreach (var role in roles.OrderBy(r => r.Key))
        {
            var counted = Counted(measure, role.Key);
            yield return counted > 0 ? new Money(counted, role.Key) : role.MaxBy(m => m.Cny)!;
        }
    }
}
