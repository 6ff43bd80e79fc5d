using System.Globalization;

namespace Ingest.Core.Digests;

/// <summary>How often a subscriber hears from us.</summary>
public enum Cadence
{
    /// <summary>On Monday for the Monday-to-Sunday before.</summary>
    Weekly,
    /// <summary>Every morning for the day before.</summary>
    Daily,
    /// <summary>Within a minute of a report's arrival.</summary>
    AtOnce,
}

/// <summary>
/// The span of time that a digest tells of. Weeks run from Monday to Sunday and days from midnight to midnight in
/// Asia/Shanghai; the instants are UTC.
/// </summary>
public sealed record DigestWindow
{
    /// <summary>The clock that people in China read.</summary>
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private DigestWindow(Cadence cadence, DateTimeOffset from, DateTimeOffset to, string id) =>
        (Cadence, From, To, Id) = (cadence, from.ToUniversalTime(), to.ToUniversalTime(), id);

    /// <summary>Which subscribers it is for.</summary>
    public Cadence Cadence { get; }

    /// <summary>First instant, UTC.</summary>
    public DateTimeOffset From { get; }

    /// <summary>First instant after it, UTC.</summary>
    public DateTimeOffset To { get; }

    /// <summary>
    /// Name of the digest in keys, links and Message-IDs: <c>2026-W47</c> (ISO week), <c>2026-11-22</c> (day) or
    /// <c>20261122T081500Z-20261122T081600Z</c> (at once).
    /// </summary>
    public string Id { get; }

    /// <summary>First day, as people in China date it.</summary>
    public DateOnly FirstDay => DayOf(From);

    /// <summary>Last day, as people in China date it.</summary>
    public DateOnly LastDay => DayOf(To.AddTicks(-1));

    /// <summary>The window of the same length just before.</summary>
    public DigestWindow Before => Cadence switch
    {
        Cadence.Weekly => Week(FirstDay.AddDays(-7)),
        Cadence.Daily => Day(FirstDay.AddDays(-1)),
        _ => AtOnce(From - (To - From), From),
    };

    /// <summary>The day of an instant in Asia/Shanghai.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Shanghai).DateTime);

    /// <summary>The week that holds a day.</summary>
    public static DigestWindow Week(DateOnly day)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        var (year, week) = (ISOWeek.GetYear(noon), ISOWeek.GetWeekOfYear(noon));
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(Cadence.Weekly, Midnight(monday), Midnight(monday.AddDays(7)), string.Create(CultureInfo.InvariantCulture, $"{year:0000}-W{week:00}"));
    }

    /// <summary>A single day.</summary>
    public static DigestWindow Day(DateOnly day) =>
        new(Cadence.Daily, Midnight(day), Midnight(day.AddDays(1)), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The time since the last look, in whole seconds.</summary>
    public static DigestWindow AtOnce(DateTimeOffset from, DateTimeOffset to) =>
        new(Cadence.AtOnce, from, to, string.Create(CultureInfo.InvariantCulture, $"{from.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{to.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));

    /// <summary>The last week or day that has ended by an instant.</summary>
    /// <param name="cadence">Weekly or daily.</param>
    /// <param name="now">The instant.</param>
    public static DigestWindow LastEnded(Cadence cadence, DateTimeOffset now) => cadence switch
    {
        Cadence.Weekly => Week(DayOf(now)).Before,
        Cadence.Daily => Day(DayOf(now)).Before,
        _ => throw new ArgumentOutOfRangeException(nameof(cadence), "A window of time at once begins where the last one ended; nothing can be said of it from the clock alone."),
    };

    /// <summary>Reads the form of <see cref="Id"/>.</summary>
    /// <returns>False where the text is not of that form or there is no such week or day.</returns>
    public static bool TryParse(string? id, out DigestWindow window)
    {
        window = null!;
        if (id is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', _, _, _, '-', 'W', _, _]
            && int.TryParse(id.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(id.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            && year is > 1900 and < 9000 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
        {
            window = Week(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)));
            return true;
        }

        if (DateOnly.TryParseExact(id, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            window = Day(day);
            return true;
        }

        if (id is { Length: 33 } && id[16] == '-' && TryParseInstant(id.AsSpan(0, 16), out var from) && TryParseInstant(id.AsSpan(17), out var to) && from < to)
        {
            window = AtOnce(from, to);
            return true;
        }

        return false;
    }

    private static bool TryParseInstant(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Shanghai.GetUtcOffset(midnight));
    }
}
