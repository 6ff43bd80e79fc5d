using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Says what a number is by what stands behind it: a count, a percentage, a fraction, a discount, a code.</summary>
internal static class NumeralContext
{
    /// <summary>The number with its kind and the words that belong to it.</summary>
    public static Numeral Classify(ReadOnlySpan<char> text, int at, NumberText.Result number)
    {
        var end = number.End;
        var next = end < text.Length ? text[end] : '\n';
        switch (next)
        {
            case '%':
                return new(at, end + 1, number.Value, NumeralKind.Percent, number.Exactness);
            case '‰':
                return new(at, end + 1, number.Value / 10, NumeralKind.Percent, number.Exactness);
            case '成' when number.Value is > 0 and < 10 && end + 1 < text.Length && NumberChars.IsChineseDigit(text[end + 1]):
                return new(at, end + 2, (number.Value * 10) + NumberChars.Digit(text[end + 1]), NumeralKind.Percent, number.Exactness);
            case '成' when number.Value is > 0 and <= 10 && !IsVerb(text, end):
                return new(at, end + 1, number.Value * 10, NumeralKind.Percent, number.Exactness);
            case '折' when number.Value is > 0 and < 100 && !(end + 1 < text.Length && text[end + 1] is '叠' or '页' or '合' or '腾'):
                return new(at, end + 1, (number.Value < 10 ? number.Value * 10 : number.Value) / 1.000m, NumeralKind.Discount, number.Exactness);
            case '分' when text[end..].StartsWith("分之") && NumberText.TryRead(text, end + 2, out var numerator) && number.Value > 0:
                return new(at, numerator.End, numerator.Value / number.Value, NumeralKind.Fraction, numerator.Exactness);
            case '/' when end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && NumberText.TryRead(text, end + 1, out var below) && below.Value > 0:
                return new(at, below.End, number.Value / below.Value, NumeralKind.Fraction, number.Exactness);
            case '个' when text[end..].StartsWith("个百分点"):
                return new(at, end + 4, number.Value, NumeralKind.Percent, number.Exactness);
            case '号' when !(end + 1 < text.Length && text[end + 1] is '召' or '角'):
                return new(at, end + 1, 0, NumeralKind.Code, Exactness.Exact);
            default:
                break;
        }

        if (IsPackage(text, end, out var packageEnd))
        {
            return new(at, packageEnd, 0, NumeralKind.Code, Exactness.Exact);
        }

        var exactness = number.Exactness | Hedge.ReadBehind(text, ref end);
        return new(at, end, number.Value, NumeralKind.Count, exactness);
    }

    /// <summary>50只装, 5公斤装, 500ml规格: the size of a package.</summary>
    private static bool IsPackage(ReadOnlySpan<char> text, int end, out int packageEnd)
    {
        packageEnd = end;
        if (!MeasureWords.TryRead(text, end, out var unit))
        {
            return false;
        }

        packageEnd = end + unit.Text.Length;
        var behind = text[packageEnd..];
        if (!behind.StartsWith("装") || behind.Length > 1 && behind[1] is '备' or '置' or '修' or '卸' or '运' or '载' or '扮' or '入' or '进')
        {
            return false;
        }

        packageEnd++;
        return true;
    }

    private static bool IsVerb(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && TextKind.IsHan(text[at + 1]) && text[at + 1] is not ('以' or '左' or '的' or '多' or '上' or '是' or '为' or '职' or '企' or '新');
}
