using System.Globalization;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Reads dates and periods with the words that belong to them: 截至2月8日下午, 2月22日-23日, 自1月23日以来, 正月初三, 近日.</summary>
public static class DateReader
{
    private static readonly string[] Prefixes = ["截止至", "截至到", "截止到", "截至", "截止", "自从", "自", "从", "由"];
    private static readonly string[] DayTimes = ["上午", "下午", "晚上", "晚间", "早上", "凌晨", "中午", "傍晚", "清晨", "夜间", "深夜", "夜里", "一早", "一大早", "早晨", "晨", "晚"];

    /// <summary>Reads the date that begins at <paramref name="at"/>, at its first character or at 截至, 自, 从 before it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out DateExpression date)
    {
        date = default;
        if (at >= text.Length)
        {
            return false;
        }

        if (TryReadMonthRange(text, at, out date))
        {
            return true;
        }

        var prefix = PrefixAt(text, at);
        if (!DateText.TryRead(text, at, out var first, out var end))
        {
            var start = at + prefix.Length;
            if ((start == at || !DateText.TryRead(text, start, out first, out end)) && !TryReadDayAlone(text, start, out first, out end) && !TryReadGlossedDay(text, start, out first, out end) && !TryReadLostMonth(text, start, out first, out end))
            {
                return false;
            }
        }
        else
        {
            prefix = "";
        }

        SkipTime(text, ref end);
        DatePoint? to = null;
        if (first.Kind is not (DatePointKind.Vague or DatePointKind.Relative or DatePointKind.ReportDay) && TryReadEnd(text, first, ref end, out var last))
        {
            to = last;
            while (text[end - 1] == '日' && end < text.Length && text[end] == '、' && TryReadEnd(text, to.Value, ref end, out last))
            {
                to = last;
            }

            SkipTime(text, ref end);
        }

        var relation = Relation(text, prefix, ref end);
        if (prefix.Length == 1 && relation == DateRelation.On && to is null)
        {
            // 从, 自, 由 without 起 belong to something else (由12日的...); the date itself is read at its own place.
            return false;
        }

        date = new(at, end, first, relation) { To = to };
        return true;
    }

    /// <summary>7至8月, 2-3月份, 1、2月: the 月 stands only once.</summary>
    private static bool TryReadMonthRange(ReadOnlySpan<char> text, int at, out DateExpression date)
    {
        date = default;
        if (!NumberChars.IsNumeric(text[at]) && text[at] is not ('今' or '去' or '初' or '廿' or '卅'))
        {
            return false;
        }

        var start = at + (text[at..].StartsWith("今年") || text[at..].StartsWith("去年") ? 2 : 0);
        if (start > at ? start >= text.Length : at > 0 && (NumberChars.IsNumeric(text[at - 1]) || text[at - 1] is '.' or '-' or '/' or '、' or '第' or '月'))
        {
            return false;
        }

        if (!DateText.TryReadSmall(text, start, out var first, out var mark) || mark >= text.Length || text[mark] is not ('-' or '~' or '至' or '到' or '、' or '—')
            || !DateText.TryReadSmall(text, mark + 1, out var last, out var end) || end >= text.Length || text[end] != '月' || last > 12 || first < 1 || first >= last
            || text[mark] == '、' && last != first + 1 || end + 1 < text.Length && (NumberChars.IsNumeric(text[end + 1]) || text[mark] == '、' && text[end + 1] is '底' or '初' or '上' or '中' or '下'))
        {
            return false;
        }

        end += end + 1 < text.Length && text[end + 1] == '份' ? 2 : 1;
        int? shift = start == at ? null : text[at] == '今' ? 0 : -1;
        date = new(at, end, new(DatePointKind.Month, null, first, 0) { YearShift = shift }, DateRelation.On) { To = new DatePoint(DatePointKind.Month, null, last, 0) { YearShift = shift } };
        return true;
    }

    private static string PrefixAt(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '截' or '自' or '从' or '由')
        {
            foreach (var prefix in Prefixes)
            {
                if (text[at..].StartsWith(prefix, StringComparison.Ordinal))
                {
                    return prefix;
                }
            }
        }

        return "";
    }

    /// <summary>昨(18)日, 今(5)日: the day of the month within the word for it.</summary>
    private static bool TryReadGlossedDay(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (at + 3 >= text.Length || text[at] is not ('昨' or '今' or '前') || text[at + 1] != '(' || !DateText.TryReadSmall(text, at + 2, out var day, out end)
            || day is < 1 or > 31 || end + 1 >= text.Length || text[end] != ')' || text[end + 1] is not ('日' or '天'))
            return false;
        end += 2;
        point = new(DatePointKind.DayOnly, null, 0, day);
        return true;
    }

    /// <summary>12日 without a month, where it can be no duration (3日内, 近5日) and no part of another word.</summary>
    private static bool TryReadDayAlone(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (at >= text.Length || !char.IsAsciiDigit(text[at]) || at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '近' or '每' or '满' or '续' or '.' or '第' or '月')
            || !DateText.TryReadDay(text, at, out var day, out end) || text[end - 1] != '日'
            || end < text.Length && text[end] is '内' or '后' or '间' or '游' or '之' or '元' or '均' or '常' or '报' or '圆')
        {
            return false;
        }

        point = new(DatePointKind.DayOnly, null, 0, day);
        return true;
    }

    /// <summary>713日, 于1015日: a page that lost its 月, where a sentence or 于, 自, 在 goes before and the digits can be cut in one way only.</summary>
    private static bool TryReadLostMonth(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        (point, end) = (default, at);
        if (at > 0 && !",。;\n 于在自从至".Contains(text[at - 1], StringComparison.Ordinal))
        {
            return false;
        }

        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at <= 4)
        {
            end++;
        }

        if (end - at is not (3 or 4) || end >= text.Length || text[end] != '日' || text[at] == '0')
        {
            return false;
        }

        var month = end - at == 4 || text[at] == '1' && text[at + 1] <= '2' ? 2 : 1;
        var (months, days) = (int.Parse(text.Slice(at, month), CultureInfo.InvariantCulture), int.Parse(text[(at + month)..end], CultureInfo.InvariantCulture));
        if (months > 12 || days is < 1 or > 31 || month == 2 && end - at == 3)
        {
            return false;
        }

        (point, end) = (new(DatePointKind.Day, null, months, days), end + 1);
        return true;
    }

    /// <summary>The end of an interval: behind -, ~, 至, 到; behind 、 and 和 a later day of the month (12月8日、9日).</summary>
    private static bool TryReadEnd(ReadOnlySpan<char> text, DatePoint first, ref int end, out DatePoint last)
    {
        last = default;
        if (end + 1 >= text.Length)
        {
            return false;
        }

        var mark = text[end];
        var start = end + 1;
        if (mark is '起' && text[start] is '至' or '到')
        {
            (mark, start) = (text[start], start + 1);
        }
        else if (mark is '-' or '—' && text[start] == mark)
        {
            start++;
        }

        if (mark is not ('-' or '~' or '至' or '到' or '—' or '、' or '和'))
        {
            return false;
        }

        int next;
        if (DateText.TryReadDay(text, start, out var day, out next) && first.Kind is DatePointKind.Day or DatePointKind.DayOnly or DatePointKind.Lunar)
        {
            last = first with { Day = day };
        }
        else if (first.Kind == DatePointKind.Day && char.IsAsciiDigit(text[end - 1]) && DateText.TryReadSmall(text, start, out day, out next) && day is >= 1 and <= 31 && DateText.LostDay(text, next))
        {
            last = first with { Day = day };
        }
        else if (first.Kind == DatePointKind.Lunar && DateText.TryReadSmall(text, start, out day, out next) && text[start] is '初' or '十' or '廿')
        {
            // 除夕至初六 ends in the first month.
            last = first with { Month = first.Month == 13 ? 1 : first.Month, Day = day };
        }
        else if (!DateText.TryRead(text, start, out last, out next) || last.Kind is DatePointKind.Vague or DatePointKind.Relative or DatePointKind.ReportDay)
        {
            return false;
        }

        last = last with { YearShift = last.YearShift ?? first.YearShift, MonthShift = last.MonthShift ?? first.MonthShift };
        var isList = mark is '、' or '和';
        if (isList ? !(last.Kind == first.Kind && last.Month == first.Month && last.Day > first.Day && first.Day > 0) : first.Kind != DatePointKind.Lunar && Order(last) < Order(first) && last.Year == first.Year && last.Kind == first.Kind && last.Month == first.Month)
        {
            return false;
        }

        end = next;
        return true;
    }

    private static int Order(DatePoint point) => (point.Month * 100) + point.Day;

    private static DateRelation Relation(ReadOnlySpan<char> text, string prefix, ref int end)
    {
        if (prefix.StartsWith('截'))
        {
            end += end < text.Length && text[end] is '止' or '底' or '末' ? 1 : 0;
            return DateRelation.AsOf;
        }

        var rest = text[end..];
        if (rest.StartsWith("以来"))
        {
            end += 2;
            return DateRelation.Since;
        }

        if (rest.StartsWith("开始"))
        {
            end += 2;
            return DateRelation.Since;
        }

        if (rest is ['起', ..] && !(rest.Length > 1 && rest[1] is '草' or '来' or '诉' or '到' or '义' or '飞' or '步'))
        {
            end++;
            return DateRelation.Since;
        }

        return DateRelation.On;
    }

    /// <summary>Steps over 上午, 9时30分, 08:00:00, (星期一).</summary>
    private static void SkipTime(ReadOnlySpan<char> text, ref int end)
    {
        if (end >= text.Length)
        {
            return;
        }

        if (text[end] is '(' or '星' or '周' or ' ')
        {
            SkipWeekday(text, ref end);
        }

        foreach (var word in DayTimes)
        {
            if (end < text.Length && text[end..].StartsWith(word, StringComparison.Ordinal) && !(word.Length == 1 && end + 1 < text.Length && text[end + 1] is '报' or '会' or '宴' or '上' or '婚' or '年'))
            {
                end += word.Length;
                break;
            }
        }

        var clock = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (DateText.TryReadSmall(text, clock, out var hour, out var next) && hour <= 24 && next < text.Length && (text[next] is '时' or '点' || text[next] == ':' && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1])))
        {
            end = next + 1;
            while (end < text.Length && end - next < 9 && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '分' or '秒' or '半' or '许' or '整'))
            {
                end++;
            }
        }
    }

    private static void SkipWeekday(ReadOnlySpan<char> text, ref int end)
    {
        var at = end + (text[end] is '(' or ' ' ? 1 : 0);
        var rest = text[Math.Min(at, text.Length)..];
        var length = rest.StartsWith("星期") ? 3 : rest is ['周', '一' or '二' or '三' or '四' or '五' or '六' or '日' or '末', ..] ? 2 : 0;
        if (length == 0 || rest.Length < length || rest[length - 1] is not ('一' or '二' or '三' or '四' or '五' or '六' or '日' or '天' or '末'))
        {
            return;
        }

        at += length;
        if (text[end] == '(')
        {
            if (at >= text.Length || text[at] != ')')
            {
                return;
            }

            at++;
        }

        end = at;
    }
}
