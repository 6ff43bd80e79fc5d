using System.Buffers;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Finds the words that make an amount or quantity a rate: 每人500元, 人均3件, 各2万元, 500元/人.</summary>
internal static class Rates
{
    private const int Window = 18;
    private const int LongestUnit = 6;
    private const int StandardWindow = 30;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",。;:!?、()\n\t");
    private static readonly SearchValues<char> AfterEach = SearchValues.Create("级地类单项位界县区市镇村部省自方种有个大族尽式");
    private static readonly string[] Units = ["个单位", "个家庭", "个项目", "个站点", "个班组", "个村", "个社区", "人次", "单位", "户", "人", "家", "名", "位", "袋", "件", "套", "份", "盒", "箱", "个", "只", "台", "年", "月", "日", "天", "周", "场", "次", "期", "季度", "村", "队", "桶", "瓶", "亩", "斤", "公斤", "吨", "间", "所", "车", "例", "篇", "组", "班", "张"];

    /// <summary>The unit of the rate that an amount at <paramref name="at"/> belongs to; empty for 各; null where it is no rate.</summary>
    public static string? Before(ReadOnlySpan<char> text, int at)
    {
        var clause = text[Math.Max(0, at - Window)..at];
        var cut = clause.LastIndexOfAny(ClauseEnds);
        clause = clause[(cut + 1)..];
        // 每人每月200元 is for each person.
        var every = clause.IndexOf("每人", StringComparison.Ordinal) is var person and >= 0 ? person : clause.LastIndexOf('每');
        if (every >= 0)
        {
            return UnitOf(clause[(every + 1)..]);
        }

        if (clause.LastIndexOf('均') is var mean and > 0 && clause[mean - 1] is '人' or '户' or '家' && clause.Length - mean <= 6)
        {
            return clause[mean - 1].ToString();
        }

        if (clause.LastIndexOf('单') is var single and >= 0 && single + 1 < clause.Length && clause[single + 1] is '户' or '人' or '家' or '笔' or '个')
        {
            return clause[single + 1].ToString();
        }

        var each = clause.LastIndexOf('各');
        return each >= 0 && clause.Length - each <= 8 && (each + 1 == clause.Length || !AfterEach.Contains(clause[each + 1])) ? "" : null;
    }

    /// <summary>The unit of a rate behind an amount (500元/人, 500元每人) and where it ends; null where there is none.</summary>
    public static string? Behind(ReadOnlySpan<char> text, ref int end)
    {
        if (end + 1 >= text.Length || text[end] is not ('/' or '每'))
        {
            return null;
        }

        foreach (var unit in Units)
        {
            if (text[(end + 1)..].StartsWith(unit, StringComparison.Ordinal))
            {
                end += 1 + unit.Length;
                return unit;
            }
        }

        return null;
    }

    /// <summary>每年, 每月: a sum that comes again, for nobody in particular.</summary>
    public static bool IsTime(string unit) => unit is "年" or "月" or "日" or "天" or "周" or "季度";

    /// <summary>Whether the amounts of a clause are told as standards: 按初级工500元、中级工800元的标准.</summary>
    public static bool IsStandard(ReadOnlySpan<char> text, int end)
    {
        var rest = text[end..Math.Min(text.Length, end + StandardWindow)];
        var cut = rest.IndexOfAny(",。;");
        return (cut < 0 ? rest : rest[..cut]).Contains("标准", StringComparison.Ordinal);
    }

    /// <summary>The unit behind 每: a known one, else the noun up to a verb is not guessed at and the first characters serve.</summary>
    private static string UnitOf(ReadOnlySpan<char> behind)
    {
        foreach (var unit in Units)
        {
            if (behind.StartsWith(unit, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        var length = 0;
        while (length < behind.Length && length < LongestUnit && TextKind.IsHan(behind[length]) && NumberChars.Digit(behind[length]) < 0)
        {
            length++;
        }

        return behind[..length].ToString();
    }
}
