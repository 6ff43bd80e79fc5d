namespace Ingest.Core.Extraction.Chinese;

/// <summary>Reads numbers: Arabic, Chinese, financial and mixed.</summary>
public static class Numerals
{
    /// <summary>Reads the number, or what merely looks like one, that begins at <paramref name="at"/>.</summary>
    /// <param name="text">Normalised text; what stands before <paramref name="at"/> is looked at too.</param>
    /// <param name="at">Where the number would begin (近, 约, 超 before it belong to it only if it begins there).</param>
    /// <param name="numeral">The number.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (at >= text.Length)
        {
            return false;
        }

        var c = text[at];
        if (c == '第')
        {
            return TryReadOrdinal(text, at, out numeral);
        }

        if (char.IsAsciiDigit(c) || c == Normalising.NormalText.Lost)
        {
            return TryReadArabic(text, at, out numeral);
        }

        if (c is '几' or '数' or '若' or '好' or '成')
        {
            return TryReadVague(text, at, out numeral);
        }

        return NumberChars.IsNumeric(c) || c is '半' or '廿' ? TryReadChinese(text, at, out numeral) : TryReadHedged(text, at, out numeral);
    }

    /// <summary>第三, 第8, 第A12.</summary>
    private static bool TryReadOrdinal(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        var start = at + 1;
        while (start < text.Length && char.IsAsciiLetterUpper(text[start]) && start < at + 4)
        {
            start++;
        }

        if (!NumberText.TryRead(text, start, out var number))
        {
            return false;
        }

        numeral = new(at, number.End, number.Value, NumeralKind.Ordinal, number.Exactness);
        return true;
    }

    private static bool TryReadArabic(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (at > 0 && text[at - 1] == '第')
        {
            return NumberText.TryRead(text, at, out var ordinal) && Set(out numeral, new(at, ordinal.End, ordinal.Value, NumeralKind.Ordinal, ordinal.Exactness));
        }

        if (text[at] != Normalising.NormalText.Lost && CodeText.End(text, at) is var code and > 0)
        {
            return Set(out numeral, new(at, code, 0, NumeralKind.Code, Exactness.Exact));
        }

        if (!NumberText.TryRead(text, at, out var number))
        {
            return false;
        }

        if (number.IsLong || IsLetterBehind(text, number.End))
        {
            var end = number.End;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            return Set(out numeral, new(at, end, 0, NumeralKind.Code, Exactness.Exact));
        }

        return Set(out numeral, NumeralContext.Classify(text, at, number));
    }

    private static bool TryReadChinese(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (text[at..].StartsWith("百分之") && NumberText.TryRead(text, at + 3, out var percent))
        {
            return Set(out numeral, new(at, percent.End, percent.Value, NumeralKind.Percent, percent.Exactness));
        }

        var inNumber = at > 0 && (NumberChars.IsNumeric(text[at - 1]) || text[at - 1] == '.');
        if (!inNumber && NumeralWords.End(text, at) is var word and > 0 && !IsPoint(text, word))
        {
            return Set(out numeral, new(at, word, 0, NumeralKind.Word, Exactness.Exact));
        }

        if (text[at] is '半' or '廿' || !NumberText.TryRead(text, at, out var number))
        {
            return false;
        }

        if (at > 0 && text[at - 1] == '第')
        {
            return Set(out numeral, new(at, number.End, number.Value, NumeralKind.Ordinal, number.Exactness));
        }

        if (NumberChars.IsFinancial(text[at]) && !IsFinancialNumber(text, at))
        {
            return false;
        }

        var classified = NumeralContext.Classify(text, at, number);
        if (classified.Kind == NumeralKind.Count && !Counts(text, at, number))
        {
            return false;
        }

        return Set(out numeral, classified);
    }

    /// <summary>数十, 几百, 若干, 好几, 成百上千: no number. 几 before a measure word too.</summary>
    private static bool TryReadVague(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        var rest = text[at..];
        var length = rest switch
        {
            ['若', '干', ..] => 2,
            ['好', '几', ..] => 2,
            ['成', '百' or '千', '上', '千' or '万', ..] => 4,
            ['几' or '数', ..] when at == 0 || text[at - 1] is not ('人' or '次' or '例' or '件' or '分' or '总' or '系' or '岁' or '天') => 1,
            _ => 0,
        };
        if (length == 0)
        {
            return false;
        }

        var end = at + length;
        while (end < text.Length && (NumberChars.Unit(text[end]) > 0 || text[end] is '余' or '多'))
        {
            end++;
        }

        if (length == 1 && end == at + 1 && (text[at] == '数' || !MeasureWords.TryRead(text, end, out _)))
        {
            return false;
        }

        return Set(out numeral, new(at, end, 0, NumeralKind.Count, Exactness.Vague));
    }

    /// <summary>近百, 约30, 超过5000, 不少于20, 上千.</summary>
    private static bool TryReadHedged(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        var (length, exactness) = Hedge.At(text, at);
        if (length == 0 || !NumberChars.IsNumeric(text[Math.Min(at + length, text.Length - 1)]) || !TryRead(text, at + length, out var number) || number.Kind is NumeralKind.Code or NumeralKind.Word)
        {
            return false;
        }

        return Set(out numeral, number with { Start = at, Exactness = number.Exactness | exactness });
    }

    /// <summary>Whether Chinese number characters count something here; a lone 一 or 百 does so only before a measure word.</summary>
    private static bool Counts(ReadOnlySpan<char> text, int at, NumberText.Result number)
    {
        var hasDigit = false;
        for (var i = at; i < number.End; i++)
        {
            hasDigit |= NumberChars.Digit(text[i]) > 0 || text[i] is '十' or '拾';
        }

        if (hasDigit && number.End - at > 1)
        {
            return true;
        }

        if (number.Value == 0 && (number.Exactness & Exactness.Vague) == Exactness.Exact)
        {
            return false;
        }

        if (MoneyUnits.TryRead(text, number.End, out var unit))
        {
            return hasDigit || number.End - at > 1 || unit.Yuan != 1;
        }

        return MeasureWords.TryRead(text, number.End, out var measure) && (hasDigit || (measure.Kinds & ~MeasureKinds.Extent) != MeasureKinds.None);
    }

    private static bool IsFinancialNumber(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (NumberChars.IsFinancial(text[at + 1]) || NumberChars.Unit(text[at + 1]) > 0 || text[at] != '拾' && text[at] != '陆' && text[at] != '伍' && text[at + 1] is '元' or '圆' or '角' or '分');

    /// <summary>一点 and 零点 before a digit hold a decimal point (一点二亿), 十分 before 之 a fraction (十分之一).</summary>
    private static bool IsPoint(ReadOnlySpan<char> text, int end) =>
        end < text.Length && (text[end - 1] == '点' && NumberChars.IsChineseDigit(text[end]) || text[end - 1] == '分' && text[end] == '之');

    private static bool IsLetterBehind(ReadOnlySpan<char> text, int end) =>
        end < text.Length && char.IsAsciiLetter(text[end]) && !MeasureWords.TryRead(text, end, out _) && !MoneyUnits.TryRead(text, end, out _);

    private static bool Set(out Numeral target, Numeral value)
    {
        target = value;
        return true;
    }
}
