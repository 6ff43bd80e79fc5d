namespace Ingest.Core.Extraction.Chinese;

/// <summary>An amount of money in yuan. Offsets are into the normalised text.</summary>
/// <param name="Start">First character; 每人 and 人均 before the amount belong to it.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Cny">Yuan; the lower end of a range; 0 where digits were lost or it is vague.</param>
/// <param name="Traits">What kind of amount.</param>
public readonly record struct MoneyExpression(int Start, int End, decimal Cny, MoneyTraits Traits)
{
    /// <summary>The upper end of a range in yuan, or null.</summary>
    public decimal? UpTo { get; init; }

    /// <summary>For a rate: the unit that each gets it (人, 户, 家, 单位, 袋…), empty where only 各 says so.</summary>
    public string? RateUnit { get; init; }

    /// <summary>Whether the amount may be stated as a fact: yuan, and no digits lost.</summary>
    public bool IsFact => (Traits & (MoneyTraits.Damaged | MoneyTraits.Vague | MoneyTraits.Foreign)) == MoneyTraits.None;
}

/// <summary>What is known of an amount from the words right at it.</summary>
[Flags]
public enum MoneyTraits
{
    /// <summary>A plain exact amount.</summary>
    None = 0,

    /// <summary>余, 多, 近, 约.</summary>
    Approximate = 1,

    /// <summary>以上, 超, 不低于: a lower bound.</summary>
    AtLeast = 2,

    /// <summary>最高, 不超过, 以内: an upper bound.</summary>
    AtMost = 4,

    /// <summary>每人500元, 500元/人, 各2万元.</summary>
    Rate = 8,

    /// <summary>价值, 总价, 折合 stands before it: the worth of goods.</summary>
    WorthOfGoods = 16,

    /// <summary>Digits were lost from the text.</summary>
    Damaged = 32,

    /// <summary>数十万元: no amount.</summary>
    Vague = 64,

    /// <summary>Not yuan; recognised so that it is left alone. <see cref="MoneyExpression.Cny"/> is 0.</summary>
    Foreign = 128,
}

/// <summary>Reads amounts of money.</summary>
public static class MoneyReader
{
    /// <summary>Reads the amount that begins at <paramref name="at"/> (at its number, or at 每, 各, 人均, ¥, 人民币 before it).</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out MoneyExpression money)
    {
        _ = text.Length + at;
        money = default;
        return false;
    }
}
