using System.Globalization;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Days of the lunar calendar in the civil one, by the framework's <see cref="ChineseLunisolarCalendar"/>.</summary>
internal static class LunarDay
{
    private const int NewYearsEve = 13;
    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>The civil day in a civil year, or null where that year has none.</summary>
    /// <param name="civilYear">Year of the result.</param>
    /// <param name="month">Lunar month 1–12, leap months not meant; 13 for new year's eve.</param>
    /// <param name="day">Lunar day 1–30.</param>
    public static DateOnly? In(int civilYear, int month, int day)
    {
        if (civilYear is < 1902 or > 2099)
        {
            return null;
        }

        if (month == NewYearsEve)
        {
            return Civil(civilYear, 1, 1)?.AddDays(-1);
        }

        // The twelfth month of a lunar year mostly lies in the civil year that follows; where the year holds a second one at its end, that is the rarer.
        var (first, second) = month == 12 ? (civilYear - 1, civilYear) : (civilYear, civilYear - 1);
        return Civil(first, month, day) is { } day1 && day1.Year == civilYear ? day1
            : Civil(second, month, day) is { } day2 && day2.Year == civilYear ? day2 : null;
    }

    private static DateOnly? Civil(int lunarYear, int month, int day)
    {
        var leap = Calendar.GetLeapMonth(lunarYear);
        var index = leap > 0 && month >= leap ? month + 1 : month;
        return day > Calendar.GetDaysInMonth(lunarYear, index) ? null : DateOnly.FromDateTime(Calendar.ToDateTime(lunarYear, index, day, 0, 0, 0, 0));
    }
}
