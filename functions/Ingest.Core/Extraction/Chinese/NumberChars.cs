using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>The characters that numbers are written with.</summary>
internal static class NumberChars
{
    // Asked of every character behind a number: nearly all are told by one bit.
    private static readonly CharacterSet Digits = new(CharacterSet.All.Where(static c => ValueOf(c) >= 0));
    private static readonly CharacterSet Numeric = new(CharacterSet.All.Where(static c => ValueOf(c) >= 0 || Unit(c) > 0));

    /// <summary>The digit that a character stands for, or -1: Arabic, Chinese and financial.</summary>
    public static int Digit(char c) => Digits.Contains(c) ? ValueOf(c) : -1;

    private static int ValueOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '〇' or '零' => 0,
        '一' or '壹' or '弌' => 1,
        '二' or '两' or '贰' or '俩' => 2,
        '三' or '叁' or '仨' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>The unit that a character stands for, or 0: 十 to 亿.</summary>
    public static long Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    /// <summary>A character that only financial writing uses for numbers; alone it is another word (队伍, 大陆, 收拾).</summary>
    public static bool IsFinancial(char c) => c is '壹' or '贰' or '叁' or '肆' or '伍' or '陆' or '柒' or '捌' or '玖' or '拾' or '佰' or '仟';

    /// <summary>A Chinese digit, financial ones and zero included.</summary>
    public static bool IsChineseDigit(char c) => !char.IsAsciiDigit(c) && Digit(c) >= 0;

    /// <summary>A character that may stand in a number.</summary>
    public static bool IsNumeric(char c) => Numeric.Contains(c);
}
