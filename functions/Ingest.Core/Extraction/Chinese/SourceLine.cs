using System.Buffers;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Finds the paper or site that a report names as its source.</summary>
internal static class SourceLine
{
    private const int LongestName = 20;

    private static readonly SearchValues<char> Marks = SearchValues.Create(",。;、:()“”");
    private static readonly SearchValues<char> NameMarks = SearchValues.Create(" \n|,。");
    private static readonly string[] Announcers = ["信息来源", "文章来源", "本文来源", "稿件来源", "新闻来源", "内容来源", "来源", "稿源", "转自", "转载自", "摘自"];
    private static readonly string[] NameEnds = ["记者", "作者", "责任编辑", "责编", "编辑", "审核", "通讯员", "发布", "时间", "日期", "浏览", "点击", "阅读", "字号", "撰稿", "供稿", "客户端记者", "摄影", "校对", "图文"];
    private static readonly string[] PaperTails = ["日报", "晚报", "时报", "工人报", "商报", "早报", "晨报", "快报", "都市报", "青年报", "电视台", "新闻网", "新华社", "中新社", "新华网", "人民网", "中工网", "中新网", "央视网", "工会网", "报社", "通讯社", "法制报", "法治报", "农民报", "经济报", "导报", "周报", "劳动报", "政府网", "在线", "融媒体中心", "广播电台", "杂志"];
    private static readonly string[] NoSources = ["本站", "本网", "网络", "互联网", "未知", "佚名", "不详", "原创", "其他", "其它", "本报", "转载", "标注", "作者", "系统", "管理员"];

    /// <summary>The source, or null.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="dateline">The line that holds the report's own date, or empty.</param>
    public static string? Read(ReadOnlySpan<char> text, ReadOnlySpan<char> dateline) =>
        Announced(text) ?? Printed(text) ?? BesideDate(dateline) ?? Credited(text) ?? Reported(text) ?? Quoted(text) ?? Copyright(text);

    /// <summary>Whether a run is the name of a paper, station or news site by its last word.</summary>
    public static bool IsPaperName(ReadOnlySpan<char> name)
    {
        foreach (var tail in PaperTails)
        {
            if (name.EndsWith(tail))
            {
                return name.Length <= LongestName;
            }
        }

        return false;
    }

    /// <summary>Whether a run may be the name of a site, where one is expected; 国家电网 is none.</summary>
    public static bool IsSiteName(ReadOnlySpan<char> name) => name.Length is >= 3 and <= 8 && name[^1] == '网' && name[^2] is not ('电' or '官' or '本' or '联' or '该' or '全' or '地' or '管');

    /// <summary>来源:河北工人报记者…, 来源/某公司工会 编辑/….</summary>
    private static string? Announced(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && text[at..].IndexOfAny('源', '自') is var next and >= 0; at++)
        {
            at += next;
            var end = at + 1;
            if (end >= text.Length || !IsAnnouncer(text[Math.Max(0, at - 3)..end], text[at] == '自' && text[end] != ':'))
            {
                continue;
            }

            if (text[end] is ':' or '/' or '|' or ' ' or '丨')
            {
                end++;
            }
            else if (text[at] == '源')
            {
                continue;
            }

            if (NameAt(text, end) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsAnnouncer(ReadOnlySpan<char> tail, bool unmarked)
    {
        foreach (var word in Announcers)
        {
            if (tail.EndsWith(word) || word.Length > tail.Length && tail.Length >= 2 && word.AsSpan().EndsWith(tail))
            {
                return !unmarked;
            }
        }

        return false;
    }

    private static string? NameAt(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '《' or '“' or '「' or '(' or '【')
        {
            start++;
        }

        var rest = text[Math.Min(start, text.Length)..Math.Min(text.Length, start + LongestName + 4)];
        var length = 0;
        while (length < rest.Length && (TextKind.IsHan(rest[length]) || char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '·') && !StartsName(rest[length..], length))
        {
            length++;
        }

        var name = rest[..length];
        if (length < 2 || length > LongestName || char.IsAsciiDigit(name[0]))
        {
            return null;
        }

        foreach (var none in NoSources)
        {
            if (name.StartsWith(none))
            {
                return null;
            }
        }

        name = name.EndsWith("客户端") && length > 5 ? name[..^3] : name;
        return name.ToString();
    }

    private static bool StartsName(ReadOnlySpan<char> rest, int length)
    {
        foreach (var word in NameEnds)
        {
            if (length > 1 && rest.StartsWith(word))
            {
                return true;
            }
        }

        return length > 2 && rest.Length > 4 && (rest[..4].IndexOfAnyExceptInRange('0', '9') < 0 || (char.IsAsciiDigit(rest[0]) && rest[..3].Contains('月')));
    }

    /// <summary>《工人日报》(2022年08月30日02版).</summary>
    private static string? Printed(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && text[at..].IndexOf("》(", StringComparison.Ordinal) is var next and >= 0; at++)
        {
            at += next;
            var open = text[Math.Max(0, at - LongestName)..at].LastIndexOf('《');
            var inner = text[(at + 2)..Math.Min(text.Length, at + 34)];
            var close = inner.IndexOf(')');
            if (open >= 0 && close > 0 && inner[..close].Contains('版') && inner[..close].Contains('年'))
            {
                return text[(Math.Max(0, at - LongestName) + open + 1)..at].ToString();
            }
        }

        return null;
    }

    /// <summary>(扬子晚报,记者…), (工人日报 记者…): a credit in brackets.</summary>
    private static string? Credited(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && text[at..].IndexOf("记者", StringComparison.Ordinal) is var next and >= 0; at++)
        {
            at += next;
            var open = text[Math.Max(0, at - 24)..at].LastIndexOfAny('(', '\n');
            if (open < 0)
            {
                continue;
            }

            var credit = text[(Math.Max(0, at - 24) + open + 1)..at];
            var end = credit.IndexOfAny(",、 /");
            var name = (end < 0 ? credit : credit[..end]).Trim("《》“”■□● ");
            if (IsPaperName(name) && !name.StartsWith("本报"))
            {
                return name.ToString();
            }
        }

        return null;
    }

    /// <summary>2021-03-05 20:31 某某日报: the paper's name alone on the line of the date.</summary>
    private static string? BesideDate(ReadOnlySpan<char> dateline)
    {
        foreach (var part in dateline.Split(' '))
        {
            var name = dateline[part].Trim("《》|0123456789年月日-/.:");
            if ((IsPaperName(name) || IsSiteName(name)) && name.IndexOfAny(Marks) < 0)
            {
                return name.ToString();
            }
        }

        return null;
    }

    /// <summary>中工网讯, 某某新闻网讯(记者: the site's name at the head of a paragraph; 本报讯 names none.</summary>
    private static string? Reported(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && text[at..].IndexOfAny('讯', '消') is var next and >= 0; at++)
        {
            at += next;
            if (text[at] == '消' && !text[at..].StartsWith("消息"))
            {
                continue;
            }

            var start = Math.Max(0, at - 16);
            var name = text[start..at];
            var line = name.LastIndexOf('\n');
            if (line < 0 && start > 0)
            {
                continue;
            }

            // 青海新闻网·某某客户端讯: the site before its other names.
            name = name[(line + 1)..].TrimStart(' ');
            name = name.IndexOf('·') is var other and > 0 ? name[..other] : name;
            if (IsPaperName(name) || IsSiteName(name))
            {
                return name.ToString();
            }
        }

        return null;
    }

    /// <summary>版权所有:吉林日报, at the foot of a newspaper's page.</summary>
    private static string? Copyright(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("版权所有", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var line = text[(at + 4)..Math.Min(text.Length, at + 4 + LongestName)].TrimStart(": ©");
        var end = line.IndexOfAny(NameMarks);
        var name = end < 0 ? line : line[..end];
        return IsPaperName(name) ? name.ToString() : null;
    }

    /// <summary>据新华社报道, 新华社北京2月3日电.</summary>
    private static string? Quoted(ReadOnlySpan<char> text)
    {
        var top = text[..Math.Min(text.Length, 400)];
        foreach (var agency in (ReadOnlySpan<string>)["新华社", "中新社", "中新网", "人民网", "央视网", "中国新闻网"])
        {
            var at = top.IndexOf(agency, StringComparison.Ordinal);
            if (at >= 0 && top[at..Math.Min(top.Length, at + 18)].IndexOf('电') > 0 && (at == 0 || top[at - 1] is '\n' or '据' or '(' or ' '))
            {
                return agency;
            }
        }

        return null;
    }
}
