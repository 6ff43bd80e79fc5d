namespace Ingest.Core.Extraction.Chinese;

/// <summary>A number with its measure word: 3.5万个, 2300余人, 百场以上. Offsets are into the normalised text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character, 以上, 左右 behind the measure word included.</param>
/// <param name="Number">The number; check <see cref="Numeral.IsFact"/>.</param>
/// <param name="Unit">The measure word.</param>
public readonly record struct QuantityExpression(int Start, int End, Numeral Number, MeasureWord Unit)
{
    /// <summary>True for 每人2盒, 各10箱, 2盒/人; such a number is a rate and no total.</summary>
    public bool IsRate { get; init; }
}

/// <summary>A measure word and what it may count.</summary>
/// <param name="Text">As written, simplified.</param>
/// <param name="Kinds">What it may count; 个 and 家 count several kinds.</param>
public sealed record MeasureWord(string Text, MeasureKinds Kinds);

/// <summary>What a measure word counts.</summary>
[Flags]
public enum MeasureKinds
{
    /// <summary>Nothing that is recorded.</summary>
    None = 0,

    /// <summary>Goods: 箱, 件, 盒, 只, 台, 吨…</summary>
    Goods = 1,

    /// <summary>People: 名, 人, 位, 人次…</summary>
    People = 2,

    /// <summary>Households: 户, 家.</summary>
    Household = 4,

    /// <summary>Events: 场, 次, 期, 班, 场次.</summary>
    Session = 8,

    /// <summary>Companies and bodies: 家, 个, 所.</summary>
    Organisation = 16,

    /// <summary>Cases: 件, 起, 例, 宗.</summary>
    Case = 32,

    /// <summary>Printed matter: 册, 本, 份.</summary>
    Book = 64,

    /// <summary>Places: 处, 座, 个, 间.</summary>
    Place = 128,

    /// <summary>Clauses, messages: 条, 项.</summary>
    Clause = 256,

    /// <summary>Times and lengths that are no facts: 天, 小时, 岁, 公里, 平方米.</summary>
    Extent = 512,
}

/// <summary>Reads numbers with measure words: 3.5万个, 2300余人, 百场以上, 3至5名.</summary>
public static class QuantityReader
{
    /// <summary>Reads the quantity that begins at <paramref name="at"/>: at its number, or at 近, 约, 超 right before it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out QuantityExpression quantity) =>
        TryRead(text, at, Numerals.TryRead(text, at, out var numeral) ? numeral : default, out quantity);

    /// <summary>Reads the quantity that begins at <paramref name="at"/> with a number that was read already.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="at">Where it would begin.</param>
    /// <param name="numeral">What <see cref="Numerals"/> read there, or the default value.</param>
    /// <param name="quantity">The quantity.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, int at, in Numeral numeral, out QuantityExpression quantity)
    {
        quantity = default;
        if (!TryReadNumber(text, at, numeral, out var number) || !MeasureWords.TryRead(text, number.End, out var unit))
        {
            return false;
        }

        var end = number.End + unit.Text.Length;
        number = number with { Exactness = number.Exactness | Hedge.ReadBehind(text, ref end) };
        var rate = Rates.Behind(text, ref end) ?? Rates.Before(text, at);
        quantity = new(at, end, number, unit) { IsRate = rate is not null };
        return true;
    }

    /// <summary>A count, or the lower end of a range of counts (3-5, 10至20).</summary>
    private static bool TryReadNumber(ReadOnlySpan<char> text, int at, in Numeral numeral, out Numeral number)
    {
        number = numeral;
        if (number.End > at && number.Kind == NumeralKind.Count && !IsRangeMark(text, number.End))
        {
            return true;
        }

        var (hedge, exactness) = at < text.Length ? Hedge.At(text, at) : (0, Exactness.Exact);
        var start = at + hedge;
        if (start >= text.Length || !NumberChars.IsNumeric(text[start]) || start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])
            || !NumberText.TryRead(text, start, out var low) || low.IsLong || !IsRangeMark(text, low.End)
            || !NumberText.TryRead(text, low.End + 1, out var high) || high.IsLong || high.Value <= low.Value
            || !MeasureWords.TryRead(text, high.End, out var unit) || (unit.Kinds & ~MeasureKinds.Extent) == MeasureKinds.None)
        {
            return number.Kind == NumeralKind.Count && number.End > at;
        }

        number = new(at, high.End, low.Value, NumeralKind.Count, low.Exactness | exactness | Exactness.AtLeast);
        return true;
    }

    private static bool IsRangeMark(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] is '-' or '~' or '至' or '到' && NumberChars.IsNumeric(text[at + 1]);
}
