using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>A number with its unit of money, 角 and 分 included; the unit may be missing (the 5 of 5至10万元).</summary>
/// <param name="End">One past the last character.</param>
/// <param name="Value">The number before the unit, 万 and 亿 applied.</param>
/// <param name="Yuan">The amount in yuan; 0 without a unit.</param>
/// <param name="Unit">The unit of money, or null.</param>
/// <param name="HasUnit">Whether 万 or 亿 ends the number.</param>
/// <param name="Scale">What the 万 or 亿 at the number's end multiplies by, else 1.</param>
/// <param name="Exactness">How exact the number is.</param>
internal readonly record struct AmountText(int End, decimal Value, decimal Yuan, MoneyUnit? Unit, bool HasUnit, decimal Scale, Exactness Exactness)
{
    /// <summary>Reads the amount at <paramref name="at"/>.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="at">First character of the number, or of 数, 几 before it.</param>
    /// <param name="announced">Whether ¥ or 人民币 stands before it.</param>
    /// <param name="hedged">Whether 上, 近, 超 stands before it, so that a bare 万 or 亿 counts one.</param>
    /// <param name="amount">What was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool announced, bool hedged, out AmountText amount)
    {
        amount = default;
        if (at >= text.Length || at > 0 && !announced && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '第'))
        {
            return false;
        }

        if (text[at] is '数' or '几')
        {
            return TryReadVague(text, at, out amount);
        }

        if (!NumberChars.IsNumeric(text[at]) && text[at] != NormalText.Lost || !NumberText.TryRead(text, at, out var number) || number.IsLong || IsWord(text, at, number.End))
        {
            return false;
        }

        var end = number.End;
        var scale = TrailingScale(text[at..end]);
        MoneyUnit? unit = MoneyUnits.TryRead(text, end, out var found) ? found : null;
        if (unit is null && IsKuai(text, end))
        {
            unit = Kuai;
        }

        // 万元, 千元, 亿元 without a number: nothing is counted (亿元企业), or the number was lost.
        if (unit is not null && !hedged && end - at == 1 && NumberChars.Unit(text[at]) > 0 && text[at] is not ('十' or '拾'))
        {
            return false;
        }

        end += unit?.Text.Length ?? 0;
        var yuan = number.Value * (unit?.Yuan ?? 0);
        if (unit?.Yuan == 1)
        {
            yuan += Change(text, unit, ref end);
        }

        amount = new(end, number.Value, yuan, unit, scale > 1, scale, number.Exactness);
        return true;
    }

    private static readonly MoneyUnit Kuai = new("块", 1);

    /// <summary>数十万元, 几百元: recognised as no amount.</summary>
    private static bool TryReadVague(ReadOnlySpan<char> text, int at, out AmountText amount)
    {
        amount = default;
        if (!Numerals.TryRead(text, at, out var vague) || (vague.Exactness & Exactness.Vague) == Exactness.Exact || !MoneyUnits.TryRead(text, vague.End, out var unit))
        {
            return false;
        }

        amount = new(vague.End + unit.Text.Length, 0, 0, unit, false, 1, Exactness.Vague);
        return true;
    }

    /// <summary>5块 counts money only in 5块钱 and 5块5; else a bar of something.</summary>
    private static bool IsKuai(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] == '块' && NumberChars.Digit(text[end + 1]) > 0 && !(end + 2 < text.Length && (NumberChars.IsNumeric(text[end + 2]) || MeasureWords.TryRead(text, end + 2, out _)));

    /// <summary>角 and 分 behind 元: 3元5角6分, 五块五.</summary>
    private static decimal Change(ReadOnlySpan<char> text, MoneyUnit unit, ref int end)
    {
        var change = 0m;
        if (end + 1 < text.Length && NumberChars.Digit(text[end]) is var jiao and > 0 && text[end + 1] is '角' or '毛')
        {
            change += jiao * 0.1m;
            end += 2;
        }
        else if (unit.Text == "块" && end < text.Length && NumberChars.Digit(text[end]) is var tenth and > 0)
        {
            end++;
            return tenth * 0.1m;
        }

        var fen = end < text.Length && text[end] is '零' or '〇' ? end + 1 : end;
        if (fen + 1 < text.Length && NumberChars.Digit(text[fen]) is var cents and > 0 && text[fen + 1] == '分' && !(fen + 2 < text.Length && text[fen + 2] is '之' or '别' or '钟'))
        {
            change += cents * 0.01m;
            end = fen + 2;
        }

        return change;
    }

    private static decimal TrailingScale(ReadOnlySpan<char> number)
    {
        var trimmed = number.TrimEnd("余多几");
        return trimmed.IsEmpty ? 1 : trimmed[^1] switch { '万' => 10_000, '亿' => 100_000_000, '千' or '仟' => 1000, '百' or '佰' => 100, _ => 1 };
    }

    /// <summary>三元区, 一元化: a word goes on beyond the number.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, int at, int end) =>
        NumberChars.IsNumeric(text[at]) && !char.IsAsciiDigit(text[at]) && NumeralWords.End(text, at) > end;
}
