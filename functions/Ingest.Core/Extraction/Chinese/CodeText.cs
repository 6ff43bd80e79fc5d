using System.Buffers;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>
/// Digits that name something and count nothing: telephone, document, page and order numbers, addresses, times, ratios,
/// versions (1-2, 0351-3085790, 〔2020〕5号, A12, 7×24, 8:00, 1.2.3, N95).
/// </summary>
internal static class CodeText
{
    private const int ShortestSerial = 12;
    private const int MobileLength = 11;

    private static readonly SearchValues<char> Inner = SearchValues.Create("0123456789-/:.×xX*_");
    private const int HotlineLength = 5;

    /// <summary>Length of a service's name behind its number.</summary>
    private const int LongestService = 12;

    private static readonly string[] Announcers = ["电话", "热线", "拨打", "致电", "邮编", "邮政编码", "QQ群", "QQ", "群号", "微信", "微信号", "账号", "帐号", "卡号", "编号", "证号", "ICP备", "备案号", "手机", "手机号", "电话号", "邮编号", "QQ号", "账户", "ID", "传真", "字第", "工号"];
    private static readonly string[] Followers = ["热线", "专线", "电话", "服务热线", "急救", "消毒", "举报", "平台热线", "职工热线", "职工维权热线", "职工服务热线", "客服"];

    /// <summary>End of the code at <paramref name="at"/>, or -1 where the digits may count something.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        if (IsInsideCode(text, at))
        {
            return Run(text, at);
        }

        var digits = at;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var length = digits - at;
        if (length >= ShortestSerial || length == MobileLength && text[at] == '1' && text[at + 1] >= '3'
            || length > 1 && text[at] == '0' || length >= 3 && ((IsAnnounced(text, at) && !IsCounted(text, digits)) || IsFollowed(text, digits)) || length >= 2 && text[digits..].StartsWith("消毒") || IsHotline(text, at, digits))
        {
            return Run(text, at);
        }

        return IsJoined(text, at, digits) ? Run(text, at) : -1;
    }

    /// <summary>12351职工维权热线, 12345平台: the five digits by which public services are called, with the service's name behind them.</summary>
    private static bool IsHotline(ReadOnlySpan<char> text, int at, int digits)
    {
        if (digits - at != HotlineLength || !text[at..].StartsWith("12", StringComparison.Ordinal))
        {
            return false;
        }

        var name = text.Slice(digits, Math.Min(LongestService, text.Length - digits));
        var mark = name.IndexOfAny(",。;、");
        name = mark < 0 ? name : name[..mark];
        return name.Contains("热线", StringComparison.Ordinal) || name.Contains("专线", StringComparison.Ordinal) || name.Contains("平台", StringComparison.Ordinal);
    }

    /// <summary>接听电话360余次, 手机500部: a hedge or measure word stands behind, as behind no number to call.</summary>
    private static bool IsCounted(ReadOnlySpan<char> text, int digits) =>
        digits < text.Length && text[digits] is '余' or '多' or '次' or '人' or '个' or '件' or '部' or '条' or '万' or '名' or '例' or '台' or '张';

    /// <summary>Behind a letter, or in the brackets of a document number.</summary>
    private static bool IsInsideCode(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
        {
            return false;
        }

        var before = text[at - 1];
        return char.IsAsciiLetter(before) || before is '_' or '=' or '@' or '#' or '&' or '〔' or '〕'
            || before is '-' or '.' or '/' && at > 1 && char.IsAsciiLetterOrDigit(text[at - 2])
            || before is ']' && at > 5 && text[at - 6] == '[';
    }

    /// <summary>Digits joined to further digits by a mark that no count has; a hyphen before a unit is a range and read elsewhere.</summary>
    private static bool IsJoined(ReadOnlySpan<char> text, int at, int digits)
    {
        if (digits + 1 >= text.Length || !char.IsAsciiDigit(text[digits + 1]))
        {
            return digits < text.Length && text[digits] == '号' && !(digits + 1 < text.Length && text[digits + 1] is '召' or '角');
        }

        switch (text[digits])
        {
            case '-' or ':' or '×' or 'x' or 'X' or '*':
                return true;
            case '.' or '/':
                var second = digits + 1;
                while (second < text.Length && char.IsAsciiDigit(text[second]))
                {
                    second++;
                }

                return second + 1 < text.Length && text[second] == text[digits] && char.IsAsciiDigit(text[second + 1]) && second > at;
            default:
                return false;
        }
    }

    private static bool IsAnnounced(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 12)..at].TrimEnd(": 为是");
        foreach (var word in Announcers)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFollowed(ReadOnlySpan<char> text, int end)
    {
        foreach (var word in Followers)
        {
            if (text[end..].StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int Run(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && (Inner.Contains(text[end]) || char.IsAsciiLetter(text[end])))
        {
            end++;
        }

        while (end > at + 1 && !char.IsAsciiLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return end < text.Length && text[end] == '号' && (end + 1 == text.Length || text[end + 1] != '召') ? end + 1 : end;
    }
}
