namespace Ingest.Core.Extraction.Chinese;

/// <summary>Reads one point of the calendar; intervals and the words around are <see cref="DateReader"/>'s.</summary>
internal static class DateText
{
    private static readonly int[] DaysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Reads the point at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (at >= text.Length)
        {
            return false;
        }

        var c = text[at];
        if (char.IsAsciiDigit(c) || NumberChars.IsNumeric(c) || c == '元')
        {
            return TryReadNumeric(text, at, out point, out end) || TryReadYear(text, at, out point, out end)
                || TryReadMonth(text, at, null, out point, out end) || TryReadPeriod(text, at, null, out point, out end)
                || (!char.IsAsciiDigit(c) && TryReadWord(text, at, out point, out end));
        }

        return TryReadLunar(text, at, null, out point, out end) || TryReadPeriod(text, at, null, out point, out end)
            || TryReadNamedMonth(text, at, out point, out end) || TryReadWord(text, at, out point, out end);
    }

    /// <summary>A day of the month without its month: 9日, 十二日. Only where the caller knows that one may stand here.</summary>
    public static bool TryReadDay(ReadOnlySpan<char> text, int at, out int day, out int end)
    {
        return TryReadSmall(text, at, out day, out end) && day is >= 1 and <= 31 && end < text.Length && text[end++] is '日' or '号';
    }

    /// <summary>A number of at most two Arabic or three Chinese digits.</summary>
    public static bool TryReadSmall(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        (value, end) = (0, at);
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at < 3)
        {
            value = (value * 10) + NumberChars.Digit(text[end++]);
        }

        if (end > at)
        {
            return end - at <= 2;
        }

        // 初三, 十, 十五, 二十, 二十三, 廿三, 卅一: never more digits than a calendar has.
        end += end < text.Length && text[end] == '初' ? 1 : 0;
        var ones = ChineseOnes(text, end);
        end += ones > 0 ? 1 : 0;
        var tens = end >= text.Length ? 0 : text[end] switch { '十' => Math.Max(1, ones) * 10, '廿' when ones == 0 => 20, '卅' when ones == 0 => 30, _ => 0 };
        if (tens > 0)
        {
            ones = ChineseOnes(text, ++end);
            end += ones > 0 ? 1 : 0;
        }

        value = tens + ones;
        return value > 0;
    }

    private static int ChineseOnes(ReadOnlySpan<char> text, int at) =>
        at < text.Length && !char.IsAsciiDigit(text[at]) && text[at] != '两' ? Math.Max(0, NumberChars.Digit(text[at])) : 0;

    private static bool TryReadWord(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        if (!DateWords.TryRead(text, at, out point, out end))
        {
            return false;
        }

        if (point is { Kind: DatePointKind.Year, YearShift: { } shift })
        {
            return TryReadInYear(text, end, shift, ref point, ref end) || IsYearAlone(text, end);
        }

        // A festival names a day only where the text says so: 春节当天, 除夕夜, not 春节送温暖.
        return point.Kind is not (DatePointKind.Lunar or DatePointKind.Day) || point is { Kind: DatePointKind.Lunar, Month: 13 } || IsNamedDay(text, end);
    }

    /// <summary>今年 alone is a period only at the end of its phrase; 今年的, 今年来 are talk.</summary>
    private static bool IsYearAlone(ReadOnlySpan<char> text, int end) => end >= text.Length || text[end] is not ('的' or '来');

    private static bool IsNamedDay(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && (text[end] is '当' or '这' && text[end + 1] is '天' or '日' or '晚' or '一' or '夜' || text[end] is '上' or '下' && text[end + 1] == '午' || text[end] is '清' or '凌' && text[end + 1] == '晨');

    /// <summary>2020-02-08, 2020/2/8, 2020.2.8, 20200208 before a mark.</summary>
    private static bool TryReadNumeric(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (TryReadDayFirst(text, at, out point, out end))
        {
            return true;
        }

        if (at + 7 >= text.Length || at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '/' or '-' or '_' && at > 1 && char.IsAsciiLetterOrDigit(text[at - 2])) || !TryYearDigits(text, at, out var year))
        {
            return false;
        }

        // 2022 12/02: the year apart from the day, as one agency's pages have it.
        var mark = text[at + 4];
        var daySeparator = mark == ' ' ? '/' : mark;
        if (mark is not ('-' or '/' or '.' or ' ') || !TryReadSmall(text, at + 5, out var month, out var next) || next >= text.Length || text[next] != daySeparator
            || !TryReadSmall(text, next + (mark == ' ' && next + 1 < text.Length && text[next + 1] == ' ' ? 2 : 1), out var day, out next) || !IsDay(year, month, day) || next < text.Length && char.IsAsciiDigit(text[next]))
        {
            return false;
        }

        (point, end) = (new(DatePointKind.Day, year, month, day), next);
        return true;
    }

    /// <summary>21.02.2020, as pages made abroad write it.</summary>
    private static bool TryReadDayFirst(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (at + 10 > text.Length || text[at + 2] != '.' || text[at + 5] != '.' || at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '.')
            || !TryReadSmall(text, at, out var day, out var first) || first != at + 2 || !TryReadSmall(text, at + 3, out var month, out var second) || second != at + 5
            || !TryYearDigits(text, at + 6, out var year) || !IsDay(year, month, day) || at + 10 < text.Length && char.IsAsciiDigit(text[at + 10]))
        {
            return false;
        }

        (point, end) = (new(DatePointKind.Day, year, month, day), at + 10);
        return true;
    }

    /// <summary>2020年, with what follows in it.</summary>
    private static bool TryReadYear(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        int year;
        if (TryYearDigits(text, at, out year) && at + 4 < text.Length && (text[at + 4] == '年' || text[at + 4] == ' ' && (at == 0 || text[at - 1] is '\n' or ':' or ' ') && TryReadMonth(text, at + 5, year, out var apart, out _) && apart.Kind == DatePointKind.Day))
        {
            // 2022 7月6日 星期三: a page's head may leave the 年 out.
            end = at + 5;
        }
        else if (at + 5 < text.Length && text[at + 2] == '年' && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && !(at > 0 && char.IsAsciiDigit(text[at - 1])) && TryReadMonth(text, at + 3, null, out _, out _))
        {
            (year, end) = (2000 + (NumberChars.Digit(text[at]) * 10) + NumberChars.Digit(text[at + 1]), at + 3);
        }
        else
        {
            return false;
        }

        if (end < text.Length && text[end] is '度' or '级' or '版')
        {
            return false;
        }

        point = new(DatePointKind.Year, year, 0, 0);
        if (TryReadMonth(text, end, year, out var inside, out var next) || TryReadPeriod(text, end, year, out inside, out next) || TryReadLunar(text, end, year, out inside, out next))
        {
            (point, end) = (inside, next);
        }
        else if (DateWords.TryRead(text, end, out inside, out next) && inside.Kind is DatePointKind.Lunar or DatePointKind.Day && (inside.Month == 13 || IsNamedDay(text, next)))
        {
            (point, end) = (inside with { Year = year }, next);
        }

        // 2022年送温暖 names a year and dates nothing; 2021年,… does.
        return point.Kind != DatePointKind.Year || end >= text.Length || !(Normalising.TextKind.IsHan(text[end]) || char.IsAsciiDigit(text[end])) || text[end] is '以' or '起' or '至' or '到' or '初' or '底' or '末' or '全' or '间' or '期';
    }

    private static bool TryReadInYear(ReadOnlySpan<char> text, int at, int shift, ref DatePoint point, ref int end)
    {
        if (!TryReadMonth(text, at, null, out var inside, out var next) && !TryReadPeriod(text, at, null, out inside, out next) && !TryReadLunar(text, at, null, out inside, out next))
        {
            return false;
        }

        (point, end) = (inside with { YearShift = shift }, next);
        return true;
    }

    /// <summary>2月, 2月8日, 二月中旬, 元月; of a known year or not.</summary>
    private static bool TryReadMonth(ReadOnlySpan<char> text, int at, int? year, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        int month, next;
        if (at + 1 < text.Length && text[at] == '元' && text[at + 1] == '月')
        {
            (month, next) = (1, at + 1);
        }
        else if (!TryReadSmall(text, at, out month, out next) || text[at] == '初')
        {
            return false;
        }

        if (month is < 1 or > 12 || next >= text.Length || text[next] != '月' || at > 0 && year is null && IsCountBefore(text[at - 1]))
        {
            return false;
        }

        end = next + 1;
        if (end < text.Length && text[end] is '饼' or '球' or '光' or '亮' or '嫂' or '薪' or '租' or '季')
        {
            return false;
        }

        point = InMonth(text, new(DatePointKind.Month, year, month, 0), ref end);
        return point.Kind != DatePointKind.Day || IsDay(year ?? 2020, month, point.Day);
    }

    /// <summary>本月, 上月, 当月 with a day or third.</summary>
    private static bool TryReadNamedMonth(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (at + 1 >= text.Length)
        {
            return false;
        }

        // 个 may stand between: 上个月.
        var month = text[at + 1] == '月' ? at + 1 : at + 2 < text.Length && text[at + 1] == '个' && text[at + 2] == '月' ? at + 2 : 0;
        if (month == 0 || text[at] is not ('本' or '上' or '下' or '当' or '这' or '同') || at > 0 && text[at] is '上' or '下' && text[at - 1] is '以')
        {
            return false;
        }

        end = month + 1;
        point = InMonth(text, new DatePoint(DatePointKind.Month, null, 0, 0) { MonthShift = text[at] switch { '上' => -1, '下' => 1, _ => 0 } }, ref end);
        return true;
    }

    /// <summary>Whether what stands here follows a day whose 日 was lost.</summary>
    internal static bool LostDay(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (text[at] == ',' ? !char.IsAsciiDigit(text[at + 1]) : text[at + 1] == '午' && text[at] is '上' or '下' or '中');

    /// <summary>What follows 月: a day, 上旬, 初, 底.</summary>
    private static DatePoint InMonth(ReadOnlySpan<char> text, DatePoint month, ref int end)
    {
        if (end < text.Length && text[end] == '份')
        {
            end++;
            return month;
        }

        if (TryReadDay(text, end, out var day, out var next))
        {
            end = next;
            return month with { Kind = DatePointKind.Day, Day = day };
        }

        // 2月22-23日 and 2月8、9日 give the 日 only to the last; 4月30 lost it before a character that is no measure word, 4月3 before 上午 or a comma.
        if (TryReadSmall(text, end, out day, out next) && day is >= 1 and <= 31 && char.IsAsciiDigit(text[end]) && next < text.Length
            && (LostDay(text, next) || text[next] is '-' or '~' or '至' or '到' && TryReadSmall(text, next + 1, out _, out var last) && LostDay(text, last) || text[next] is '-' or '~' or '至' or '到' or '—' or '、' && TryReadDay(text, next + 1, out _, out _) || Normalising.TextKind.IsHan(text[next]) && next - end == 2 && !MeasureWords.TryRead(text, next, out _) && !MoneyUnits.TryRead(text, next, out _) && NumberChars.Unit(text[next]) == 0 && text[next] is not ('余' or '多' or '号')))
        {
            end = next;
            return month with { Kind = DatePointKind.Day, Day = day };
        }

        if (end + 1 < text.Length && text[end + 1] == '旬' && text[end] is '上' or '中' or '下')
        {
            end += 2;
            return month with { Kind = DatePointKind.Third, Day = text[end - 2] switch { '上' => 1, '中' => 2, _ => 3 } };
        }

        // 中下旬: the second and last third together.
        if (end + 2 < text.Length && text[end + 2] == '旬' && (text[end], text[end + 1]) is ('上', '中') or ('中', '下'))
        {
            end += 3;
            return month with { Kind = DatePointKind.Third, Day = text[end - 3] == '上' ? DatePoint.FirstTwoThirds : DatePoint.LastTwoThirds };
        }

        if (end < text.Length && text[end] is '初' or '底' or '末' && !(end + 1 < text.Length && text[end + 1] is '前' or '级'))
        {
            end++;
        }

        return month;
    }

    /// <summary>上半年, 一季度, 年初, of a known year or not.</summary>
    private static bool TryReadPeriod(ReadOnlySpan<char> text, int at, int? year, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (year is null && at > 0 && text[at - 1] == '的')
        {
            // 250元的一季度救助金: an attribute, no time.
            return false;
        }

        var rest = text[at..];
        if (rest is ['上' or '下', '半', '年', ..])
        {
            (point, end) = (new(DatePointKind.Half, year, rest[0] == '上' ? 1 : 2, 0), at + 3);
            return true;
        }

        var ordinal = rest is ['第', ..] ? 1 : 0;
        if (rest.Length > ordinal + 2 && NumberChars.Digit(rest[ordinal]) is >= 1 and <= 4 and var quarter && rest[ordinal + 1] == '季' && rest[ordinal + 2] == '度')
        {
            (point, end) = (new(DatePointKind.Quarter, year, quarter, 0), at + ordinal + 3);
            return true;
        }

        return false;
    }

    /// <summary>正月初三, 农历二月初二, 腊月廿三, 大年初一.</summary>
    private static bool TryReadLunar(ReadOnlySpan<char> text, int at, int? year, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        var rest = text[at..];
        var next = at;
        var named = rest.StartsWith("农历") || rest.StartsWith("阴历");
        if (named)
        {
            next += rest is [_, _, '的', ..] ? 3 : 2;
            rest = text[next..];
        }

        int month;
        if (rest is ['正', '月', ..])
        {
            (month, next) = (1, next + 2);
        }
        else if (rest is ['腊' or '冬', '月', ..])
        {
            (month, next) = (rest[0] == '腊' ? 12 : 11, next + 2);
        }
        else if (rest is ['大', '年', '初', ..])
        {
            (month, next) = (1, next + 2);
        }
        else if (rest is ['年', '初', _, ..] && TryReadSmall(text, next + 1, out var first, out _) && first <= 10)
        {
            (month, next) = (1, next + 1);
        }
        else if (named && TryReadSmall(text, next, out month, out var behind) && month is >= 1 and <= 12 && behind < text.Length && text[behind] == '月')
        {
            next = behind + 1;
        }
        else
        {
            return false;
        }

        if (!TryReadSmall(text, next, out var day, out end) || day is < 1 or > 30)
        {
            return false;
        }

        end += end < text.Length && text[end] == '日' ? 1 : 0;
        point = new(DatePointKind.Lunar, year, month, day);
        return true;
    }

    private static bool TryYearDigits(ReadOnlySpan<char> text, int at, out int year)
    {
        year = 0;
        if (at + 4 > text.Length || at > 0 && char.IsAsciiDigit(text[at - 1]))
        {
            return false;
        }

        foreach (var c in text.Slice(at, 4))
        {
            var digit = NumberChars.Digit(c);
            if (digit < 0)
            {
                return false;
            }

            year = (year * 10) + digit;
        }

        return year is >= 1900 and <= 2099;
    }

    private static bool IsDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth[month - 1] && (month != 2 || day < 29 || DateTime.IsLeapYear(year));

    private static bool IsCountBefore(char c) => char.IsAsciiDigit(c) || c is '.' or '每' or '个' or '近' or '满' or '第' || NumberChars.IsNumeric(c);
}
