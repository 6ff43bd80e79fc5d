using System.Buffers;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>How surely a date is the day that a report prints as its own; the higher wins.</summary>
internal enum Dateline
{
    /// <summary>A date of what is told.</summary>
    None,

    /// <summary>The day somebody copied the page: 时间:2023/4/4来源:本站原创作者:佚名.</summary>
    CopyStamp,

    /// <summary>A line of its own at the end, below the name of who signs.</summary>
    Signature,

    /// <summary>A line of its own near the top.</summary>
    TopLine,

    /// <summary>发布时间:2020-02-11, or a date with a time next to 来源.</summary>
    Stamp,

    /// <summary>工人日报 2020年03月25日 星期一, 《工人日报》(2020年03月25日 02版).</summary>
    Paper,
}

/// <summary>Tells datelines from dates of acts by what stands around them.</summary>
internal static class Datelines
{
    private const int Reach = 60;
    private const int TopOfPage = 600;
    private const int EndOfPage = 160;
    private const int LongestStampLead = 24;
    private const int LongestDispatchHead = 20;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",。;、:(");
    private static readonly SearchValues<char> Prepositions = SearchValues.Create("于在从自至");
    private static readonly SearchValues<char> PageNumbers = SearchValues.Create("0123456789ABCDEFGTabcd一二三四五六七八九十 ");
    private static readonly string[] Announcers = ["发布时间", "发布日期", "发表时间", "发稿时间", "更新时间", "刊发时间", "发布于", "发表于", "日期", "时间", "发布", "成文日期", "发文日期", "出版", "刊登日期", "刊出日期", "发布日"];
    private static readonly string[] CopyMarks = ["来源:网络", "来源:互联网", "来源:不详", "来源:未知", "来源:佚名", "作者:佚名", "佚名"];

    /// <summary>What kind of dateline a date with a year is.</summary>
    public static Dateline Rank(ReadOnlySpan<char> text, DateExpression date)
    {
        var before = text[Math.Max(0, date.Start - Reach)..date.Start];
        var after = text[date.End..Math.Min(text.Length, date.End + Reach)];
        before = before[(before.LastIndexOf('\n') + 1)..];
        after = after.IndexOf('\n') is var lineEnd and >= 0 ? after[..lineEnd] : after;
        if (IsCopy(before, after))
        {
            return Dateline.CopyStamp;
        }

        if (before.TrimEnd().EndsWith("》(") && IsPage(after) || after.TrimStart().StartsWith("第") && IsPage(after) || IsPaperLine(before, after, text[(date.End - 1)..]) || IsPaperHead(text, date, before))
        {
            return Dateline.Paper;
        }

        if (IsClocked(text[date.Start..date.End], before) || IsAnnounced(before) || after.TrimStart(" |").StartsWith("来源") || !before.ContainsAnyInRange('\u4E00', '\u9FFF') && (SourceLine.IsPaperName(after.Trim(" |")) || SourceLine.IsSiteName(after.Trim(" |"))) || before.Contains("来源:", StringComparison.Ordinal) && before.Length < Reach)
        {
            return Dateline.Stamp;
        }

        // 企业文化部 2020-03-02: who wrote it, and when.
        if (date.Start <= TopOfPage && before.Length is > 2 and <= LongestStampLead && text[date.Start..date.End].IndexOfAny('-', '/') > 0 && before.IndexOfAny(ClauseMarks) < 0 && before.IndexOfAny(Prepositions) < 0 && after.TrimEnd().IsEmpty)
        {
            return Dateline.TopLine;
        }

        if (before.TrimStart().IsEmpty && after.TrimEnd(" 。").Length <= 2)
        {
            return date.Start <= TopOfPage ? Dateline.TopLine : text.Length - date.End <= EndOfPage ? Dateline.Signature : Dateline.None;
        }

        return Dateline.None;
    }

    /// <summary>The line that holds a date, as far as it is looked at.</summary>
    public static ReadOnlySpan<char> Line(ReadOnlySpan<char> text, DateExpression date)
    {
        var start = Math.Max(0, date.Start - Reach);
        start += text[start..date.Start].LastIndexOf('\n') + 1;
        var length = text[date.End..Math.Min(text.Length, date.End + Reach)].IndexOf('\n');
        return text[start..(length < 0 ? Math.Min(text.Length, date.End + Reach) : date.End + length)];
    }

    private static bool IsCopy(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        foreach (var mark in CopyMarks)
        {
            if (after.StartsWith(mark) || after.Contains(mark, StringComparison.Ordinal) || before.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnnounced(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd(": ");
        foreach (var word in Announcers)
        {
            if (trimmed.EndsWith(word) && (trimmed.Length < before.Length || trimmed.Length == word.Length || word[^1] == '于'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>2024-08-02 17:13:12 字号: to the minute, at the head of a line, as only a site's own stamp is.</summary>
    private static bool IsClocked(ReadOnlySpan<char> date, ReadOnlySpan<char> before) =>
        date.Contains(':') && before.Length <= LongestStampLead && before.IndexOfAny(ClauseMarks) < 0;

    /// <summary>02版), 第A12版).</summary>
    private static bool IsPage(ReadOnlySpan<char> after)
    {
        var version = after.IndexOf('版');
        return version is >= 0 and <= 12 || after.StartsWith(")");
    }

    /// <summary>A3版, 第4版, 02版 and what may follow it.</summary>
    private static bool IsPageNumber(ReadOnlySpan<char> after) =>
        after.IndexOf('版') is var page and > 0 and <= 4 && !after[..page].TrimStart("第").ContainsAnyExcept(PageNumbers);

    /// <summary>A paper's name alone before the date, a weekday within it, and at most the page behind it: 职工天地2022年05月01日 星期日 A3版:要闻.</summary>
    private static bool IsPaperLine(ReadOnlySpan<char> before, ReadOnlySpan<char> after, ReadOnlySpan<char> fromLast) =>
        before.Length is >= 2 and <= 14 && before.IndexOfAny(ClauseMarks) < 0 && (after.TrimEnd().IsEmpty || IsPageNumber(after.TrimStart())) && !fromLast.IsEmpty && fromLast[0] is '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天' && before.IndexOfAny(Prepositions) < 0;

    /// <summary>Whether a date stands in the head of a dispatch: 某社某市2月6日电, 某网某市1月26日讯.</summary>
    public static bool IsDispatch(ReadOnlySpan<char> text, DateExpression date)
    {
        if (date.End >= text.Length || text[date.End] is not ('电' or '讯'))
        {
            return false;
        }

        var before = text[Math.Max(0, date.Start - LongestDispatchHead)..date.Start];
        before = before[(before.LastIndexOf('\n') + 1)..].TrimStart(' ');
        return before.Length is >= 2 and < LongestDispatchHead && before.IndexOfAny(ClauseMarks) < 0;
    }

    /// <summary>工人日报2020年3月25日 at the head of a line that ends there, or at the page's foot behind the paper's name and the headline.</summary>
    private static bool IsPaperHead(ReadOnlySpan<char> text, DateExpression date, ReadOnlySpan<char> before) =>
        (before.IndexOf(' ') is var word and > 0 && before.Length > 12 && SourceLine.IsPaperName(before[..word].Trim("《》")) && before.IndexOfAny(ClauseMarks) < 0 && text.Length - date.End <= EndOfPage)
        || before.Length <= 12 && SourceLine.IsPaperName(before.Trim("《》( ")) && (date.End == text.Length || text[date.End] is '\n' or ' ' or '第' or ')');
}
