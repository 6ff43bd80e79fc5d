using System.Globalization;
using Ingest.Core.Extraction;

namespace Ingest.Core.Digests;

/// <summary>Dates as a Chinese newspaper prints them: 2月1日, 2月8日至9日, 2月中旬, 2020年1月.</summary>
public static class ChineseDates
{
    /// <summary>The date of an act.</summary>
    /// <param name="date">Day, month or interval.</param>
    /// <param name="year">The reader's year: the date names its own only where it is another.</param>
    public static string Of(MeasureDate date, int year)
    {
        var (first, last) = (date.First, date.Last);
        if (first == last)
        {
            return Year(first, year) + Day(first);
        }

        if (first.Year == last.Year && first.Month == last.Month)
        {
            return Year(first, year) + (Part(first, last) is { } part ? Number(first.Month) + part : $"{Day(first)}至{Number(last.Day)}日");
        }

        return first.Year == last.Year ? $"{Year(first, year)}{Day(first)}至{Day(last)}" : $"{first.Year}年{Day(first)}至{last.Year}年{Day(last)}";
    }

    /// <summary>The days of a window: 11月16日—22日, 12月29日—2027年1月4日.</summary>
    public static string Span(DateOnly first, DateOnly last)
    {
        if (first == last)
        {
            return Day(first);
        }

        var end = first.Year != last.Year ? $"{last.Year}年{Day(last)}" : first.Month != last.Month ? Day(last) : Number(last.Day) + "日";
        return $"{Day(first)}—{end}";
    }

    private static string? Part(DateOnly first, DateOnly last) => (first.Day, last.Day) switch
    {
        (1, 10) => "月上旬",
        (11, 20) => "月中旬",
        (21, var day) when day == DateTime.DaysInMonth(last.Year, last.Month) => "月下旬",
        (1, var day) when day == DateTime.DaysInMonth(last.Year, last.Month) => "月",
        _ => null,
    };

    private static string Year(DateOnly date, int year) => date.Year == year ? "" : Number(date.Year) + "年";

    private static string Day(DateOnly day) => $"{Number(day.Month)}月{Number(day.Day)}日";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
