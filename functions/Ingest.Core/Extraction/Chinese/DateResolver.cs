namespace Ingest.Core.Extraction.Chinese;

/// <summary>Gives a date as written its year and place in the calendar. Made once a report.</summary>
public sealed class DateResolver
{
    private readonly DateOnly? _published;
    private readonly YearEvidence _evidence;

    private DateResolver(YearEvidence evidence, DateOnly? published) => (_evidence, _published) = (evidence, published);

    /// <summary>Weighs the report's evidence for the year.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="dates">All dates found in it, in order.</param>
    /// <param name="published">The day printed as the report's own, or null. It counts as much as what the report's words make certain, no more.</param>
    public static DateResolver Of(ReadOnlySpan<char> text, IReadOnlyList<DateExpression> dates, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(dates);
        return new(YearEvidence.Of(text, dates, published), published);
    }

    /// <summary>The day, month or interval that is meant, or null where it can't be known.</summary>
    /// <param name="date">As written.</param>
    /// <param name="anchor">The last date resolved before it in the text, for 同日, 次日 and days without a month.</param>
    public MeasureDate? Resolve(in DateExpression date, MeasureDate? anchor)
    {
        if (Resolve(date.From, anchor, null) is not { } from)
        {
            return null;
        }

        if (date.To is not { } last)
        {
            return from;
        }

        // 12月28日至1月3日 ends in the next year.
        var to = Resolve(last, from, last.Year is null && last.YearShift is null ? from.First.Year : null);
        if (to is { } end && end.First < from.First && last.Year is null)
        {
            to = Resolve(last, from, from.First.Year + 1);
        }

        return to is { } final && final.Last >= from.First ? MeasureDate.Interval(Edge(from, first: true), Edge(final, first: false)) : from;
    }

    /// <summary>The first or last day or month of what may itself be an interval (2月中旬, 上半年).</summary>
    private static MeasureDate Edge(MeasureDate date, bool first)
    {
        var text = date.ToString();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && MeasureDate.TryParse(first ? text[..slash] : text[(slash + 1)..], out var edge) ? edge : date;
    }

    private MeasureDate? Resolve(DatePoint point, MeasureDate? anchor, int? year)
    {
        switch (point.Kind)
        {
            case DatePointKind.Vague:
                return null;
            case DatePointKind.Relative:
                return anchor is { } told ? point.Day == 0 ? told : MeasureDate.Day(told.Last.AddDays(point.Day)) : null;
            case DatePointKind.ReportDay:
                // 今日 in a text that prints no day of its own goes on with the day it told last.
                return (_published ?? (point.Day == 0 ? anchor?.Last : null)) is { } day ? MeasureDate.Day(day.AddDays(point.Day)) : null;
            case DatePointKind.DayOnly:
                return InMonth((anchor?.Last ?? _published) is { } month ? (month.Year, month.Month) : null, point);
            case DatePointKind.Year when point is { Year: null, YearShift: 0 or null }:
                // 今年以来 says when, but no period that has ended.
                return null;
            default:
                break;
        }

        if (point.MonthShift is { } shift)
        {
            var reference = _published ?? (shift == 0 ? anchor?.Last : null);
            return InMonth(reference is { } r ? (r.AddMonths(shift).Year, r.AddMonths(shift).Month) : null, point);
        }

        year ??= YearOf(point, anchor);
        return year is { } y ? Calendar.Place(point, y) : null;
    }

    private int? YearOf(DatePoint point, MeasureDate? anchor)
    {
        if (point.Year is { } written && !_evidence.IsImpossible(written))
        {
            return written;
        }

        if (point.YearShift is { } shift)
        {
            return _evidence.ReportYear(anchor) is { } now ? now + shift : null;
        }

        return _evidence.YearFor(point, anchor);
    }

    private static MeasureDate? InMonth((int Year, int Month)? month, DatePoint point) =>
        month is { } m ? Calendar.Place(point with { Kind = point.Kind == DatePointKind.DayOnly ? DatePointKind.Day : point.Kind, Month = m.Month }, m.Year) : null;

    /// <summary>Points of a known year.</summary>
    internal static class Calendar
    {
        private static readonly int[] ThirdStart = [1, 11, 21];

        /// <summary>The point in that year, or null where the year has no such day.</summary>
        public static MeasureDate? Place(DatePoint point, int year) => point.Kind switch
        {
            DatePointKind.Day => point.Day <= DateTime.DaysInMonth(year, point.Month) ? MeasureDate.Day(new(year, point.Month, point.Day)) : null,
            DatePointKind.Month => MeasureDate.Month(year, point.Month),
            DatePointKind.Third => Third(year, point.Month, point.Day),
            DatePointKind.Quarter => Months(year, (point.Month * 3) - 2, point.Month * 3),
            DatePointKind.Half => Months(year, (point.Month * 6) - 5, point.Month * 6),
            DatePointKind.Year => Months(year, 1, 12),
            DatePointKind.Lunar => LunarDay.In(year, point.Month, point.Day) is { } day ? MeasureDate.Day(day) : null,
            _ => null,
        };

        private static MeasureDate Months(int year, int first, int last) => MeasureDate.Interval(MeasureDate.Month(year, first), MeasureDate.Month(year, last));

        private static MeasureDate Third(int year, int month, int third)
        {
            var (from, to) = third switch { DatePoint.FirstTwoThirds => (1, 2), DatePoint.LastTwoThirds => (2, 3), _ => (third, third) };
            var last = to == 3 ? DateTime.DaysInMonth(year, month) : to * 10;
            return MeasureDate.Interval(MeasureDate.Day(new(year, month, ThirdStart[from - 1])), MeasureDate.Day(new(year, month, last)));
        }
    }
}
