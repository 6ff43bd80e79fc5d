namespace Ingest.Core.Extraction.Chinese;

/// <summary>
/// What a report tells about its year: the years it names, the day it prints as its own, the words that were used in
/// certain months only. A year wins where more speaks for it than for any other; else there is none.
/// </summary>
internal sealed class YearEvidence
{
    private const int PublishedWeight = 8;
    private const int LongestTold = 330;
    private const int LongestAhead = 75;
    private const int NearAnchor = 200;
    private const int FirstWave = 2020;

    /// <summary>The last month of which reports of the epidemic without further evidence are mostly of the first wave.</summary>
    private const int LastMonth = 3;

    /// <summary>In January 2020, the day from which the country fought the epidemic.</summary>
    private const int FirstDay = 23;
    private const int NearDay = 60;
    private const int MostDays = 50;
    private const int Slack = 20;

    /// <summary>Before it no report was put on line that names an epidemic in the words of today.</summary>
    private const int LongAgo = 2003;
    private const int IssueWeight = 5;

    /// <summary>第 and the digits of an issue's number.</summary>
    private const int LongestIssue = 5;

    /// <summary>How many days before a period, by its weight, an act may lie that a report written in it tells of.</summary>
    private static readonly int[] Lead = [0, 30, 90, 45];

    private readonly Dictionary<int, int> _named;
    private readonly List<DateOnly> _days;
    private readonly WritingPeriod[][] _periods;
    private readonly DateOnly? _published;
    private readonly int _firstYear;
    private readonly int _lastYear;
    private readonly bool _tellsOfEpidemic;
    private readonly bool _mentionsEpidemic;

    private YearEvidence(WritingPeriod[][] periods, DateOnly? published, Dictionary<int, int> named, List<DateOnly> days)
    {
        (_periods, _published, _named, _days) = (periods, published, named, days);
        _tellsOfEpidemic = periods.Sum(p => p[0].Weight) >= 4 && periods.Any(p => p[0].First.Year >= 2020);
        _mentionsEpidemic = periods.Count(static p => p[0].First.Year >= FirstWave) >= 2;
        int? first = null, last = null;
        foreach (var year in named.Keys)
            Reach(year, year);
        foreach (var alternatives in periods)
        {
            foreach (var period in alternatives)
            {
                if (period.Weight > 1)
                    Reach(period.First.Year, period.Last.Year);
            }
        }

        if (published is { } day)
            Reach(day.Year - 1, day.Year + 1);
        _firstYear = Math.Max(1990, (first ?? 1) - 1);
        _lastYear = (last ?? 0) + 1;
        (_firstYear, _lastYear) = periods.Length > 0 ? (Math.Min(_firstYear < 2000 && _lastYear < 2000 ? 2019 : _firstYear, 2019), Math.Max(_lastYear, 2024)) : (_firstYear, _lastYear);

        void Reach(int from, int to)
        {
            first = Math.Min(first ?? from, from);
            last = Math.Max(last ?? to, to);
        }
    }

    /// <summary>Collects the evidence in one pass.</summary>
    public static YearEvidence Of(ReadOnlySpan<char> text, IReadOnlyList<DateExpression> dates, DateOnly? published)
    {
        var named = new Dictionary<int, int>();
        var days = new List<DateOnly>();
        var next = 0;
        foreach (var date in dates)
        {
            CountBare(named, text[next..date.Start]);
            next = date.End;

            // A dateline speaks through its own weight, 从2003年开始 of what went before, and the day of a copy says nothing of the year.
            if (Masthead.IsDateline(text, date) || date is { From.Kind: DatePointKind.Year, Relation: DateRelation.Since })
            {
                continue;
            }

            foreach (var point in (ReadOnlySpan<DatePoint?>)[date.From, date.To])
            {
                if (point is { Year: { } year } told)
                {
                    var isDay = told.Kind == DatePointKind.Day;
                    named[year] = named.GetValueOrDefault(year) + (isDay ? 3 : told.Kind == DatePointKind.Year ? 1 : 2);
                    if (isDay && days.Count < MostDays && DateResolver.Calendar.Place(told, year) is { } day)
                    {
                        days.Add(day.First);
                    }
                }
            }
        }

        CountBare(named, text[next..]);
        return new(EpidemicCourse.Read(text), published, named, days);
    }

    /// <summary>2020年度, 2022年送温暖, “2021我们一起过年” and 〔2020〕5号 are no dates and name the year all the same.</summary>
    private static void CountBare(Dictionary<int, int> named, ReadOnlySpan<char> text)
    {
        for (var at = 0; at + 5 < text.Length && text[at..].IndexOf("20") is var next and >= 0; at++)
        {
            at += next;
            if (at + 5 < text.Length && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
                && (text[at + 4] == '〕' || (at > 0 && text[at - 1] is '“' or '《' && Normalising.TextKind.IsHan(text[at + 4])) || text[at + 4] == '年' && (Normalising.TextKind.IsHan(text[at + 5]) || text[at + 5] is '“' or '《') && !NumberChars.IsNumeric(text[at + 5])))
            {
                var year = 2000 + ((text[at + 2] - '0') * 10) + text[at + 3] - '0';
                named[year] = named.GetValueOrDefault(year) + (IsIssue(text[(at + 5)..]) ? IssueWeight : 2);
            }
        }
    }

    /// <summary>《某某》2021年|第9期: the paper's own issue.</summary>
    private static bool IsIssue(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '第')
            return false;
        var end = 1;
        while (end < Math.Min(rest.Length, LongestIssue) && char.IsAsciiDigit(rest[end]))
            end++;
        return end > 1 && end < rest.Length && rest[end] == '期';
    }

    /// <summary>A year before the epidemic in a report about it: a slip of whoever copied the text.</summary>
    public bool IsImpossible(int year) => year < 2019 && (_tellsOfEpidemic || (year < LongAgo && _mentionsEpidemic));

    /// <summary>The year in which the report was written, for 今年 and 去年.</summary>
    public int? ReportYear(MeasureDate? anchor) => _published?.Year ?? Best(point: null, anchor);

    /// <summary>The year of a day or month that is written without one.</summary>
    public int? YearFor(DatePoint point, MeasureDate? anchor) => YearGoingOn(point, anchor) ?? Best(point, anchor) ?? (IsOfFirstWave(point) ? FirstWave : null);

    /// <summary>2021年1月中旬以来,…。1月16日: the year that the text named for a time near by, unless the day of publication speaks against it.</summary>
    private int? YearGoingOn(DatePoint point, MeasureDate? anchor) =>
        anchor is { } before && _named.ContainsKey(before.Last.Year) && !IsImpossible(before.Last.Year)
        && DateResolver.Calendar.Place(point, before.Last.Year) is { } day && Math.Abs(day.Last.DayNumber - before.Last.DayNumber) <= NearDay
        && (_published is not { } published || published.DayNumber - day.Last.DayNumber is >= -LongestAhead and <= LongestTold)
            ? before.Last.Year
            : null;

    /// <summary>
    /// 2月8日, of the fight against the epidemic and nothing else that tells the year: the first wave, when all offices of the
    /// country reported at once. Words that were used later only would have told another year, or none.
    /// </summary>
    private bool IsOfFirstWave(DatePoint point) =>
        _named.Keys.All(IsImpossible) && _published is null && _periods.Length > 0 && (point.Month is >= 2 and <= LastMonth || point is { Month: 1, Day: >= FirstDay }) && point.Kind is DatePointKind.Day or DatePointKind.Month
        && DateResolver.Calendar.Place(point, FirstWave) is { } day && Score(day.First, 0, null) == _periods.Sum(static p => p[0].Weight);

    private static DateOnly Middle(MeasureDate date) => DateOnly.FromDayNumber((date.First.DayNumber + date.Last.DayNumber) / 2);

    /// <summary>The year for which more speaks than for any other that the point of the calendar, or all of the year, lies in it.</summary>
    private int? Best(DatePoint? point, MeasureDate? anchor)
    {
        int best = 0, second = 0, winner = 0;
        for (var year = _firstYear; year <= _lastYear; year++)
        {
            var s = point is not { } day ? Score(new(year, 7, 1), 182, anchor)
                : DateResolver.Calendar.Place(day, year) is { } date ? Score(Middle(date), (date.Last.DayNumber - date.First.DayNumber) / 2, anchor)
                : int.MinValue;
            if (s > best)
            {
                (second, best, winner) = (best, s, year);
            }
            else if (s > second)
            {
                second = s;
            }
        }

        return best > second ? winner : null;
    }

    private bool IsNearDay(DateOnly day)
    {
        foreach (var told in _days)
        {
            if (Math.Abs(told.DayNumber - day.DayNumber) <= NearDay && !IsImpossible(told.Year))
                return true;
        }

        return false;
    }

    /// <summary>How much speaks for an act on a day, give or take <paramref name="reach"/> days.</summary>
    private int Score(DateOnly day, int reach, MeasureDate? anchor)
    {
        var score = IsImpossible(day.Year) ? 0 : Math.Min(6, _named.GetValueOrDefault(day.Year));
        score += IsNearDay(day) ? 2 : 0;
        foreach (var alternatives in _periods)
        {
            var inside = false;
            foreach (var (first, last, weight) in alternatives)
            {
                inside |= day.DayNumber + reach >= first.DayNumber - Lead[weight] && day.DayNumber - reach <= last.DayNumber + Slack;
            }

            score += inside ? alternatives[0].Weight : -alternatives[0].Weight;
        }

        if (_published is { } published)
        {
            var told = published.DayNumber - day.DayNumber;
            score += told + reach >= -LongestAhead && told - reach <= LongestTold ? PublishedWeight : -PublishedWeight;
            score += told >= 0 && told <= NearAnchor ? 1 : 0;
        }

        return anchor is { } before && Math.Abs(before.Last.DayNumber - day.DayNumber) <= NearAnchor ? score + 1 : score;
    }
}
