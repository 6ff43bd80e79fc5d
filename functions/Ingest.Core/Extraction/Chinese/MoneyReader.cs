using System.Buffers;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>An amount of money in yuan. Offsets are into the normalised text.</summary>
/// <param name="Start">First character: of the number, or of 近, 约, ¥, 人民币 right before it.</param>
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

    /// <summary>
    /// 每人500元, 500元/人, 各2万元, 最高可获赔12万元: money for each. Not so the worth of goods for each, nor a sum for each
    /// year; those have a <see cref="MoneyExpression.RateUnit"/> only.
    /// </summary>
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

/// <summary>Reads amounts of money: 1869万余元, 1000元至3000元, 5至10万元, 壹佰元整, 每人500元, 3元5角.</summary>
public static class MoneyReader
{
    private const int Window = 9;
    private const int GoodsWindow = 14;
    private const int BareWindow = 12;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",。;、(:\n");
    private static readonly SearchValues<char> Counted = SearchValues.Create("人名户家职工企业者获员农");
    private static readonly SearchValues<char> Purposes = SearchValues.Create("用购采支作为");
    private static readonly string[] WorthWords = ["价值", "总价", "市值", "总值", "货值", "折价", "折款", "估值", "折合", "价款", "原价", "市价"];
    private static readonly string[] CapWords = ["最高", "不超过", "上限", "最多", "至多", "不高于", "封顶"];
    private static readonly string[] FloorWords = ["不低于", "不少于", "最低", "至少", "起步"];
    private static readonly string[] GoodsNouns = ["物资", "慰问品", "用品", "食品", "药品", "物品", "礼包", "口罩", "消毒液", "蔬菜"];
    private static readonly string[] GivingVerbs = ["拨付", "下拨", "划拨", "投入", "筹集", "筹措", "捐款", "出资", "募集", "列支", "发放", "斥资", "募捐"];
    private static readonly string[] Symbols = ["¥", "人民币", "RMB", "CNY"];
    private static readonly string[] BareNouns = ["善款", "资金", "慰问金", "经费", "专款", "补助", "捐款", "现金", "专项资金", "专项经费", "扶持资金", "贷款", "奖金"];

    /// <summary>Reads the amount that begins at <paramref name="at"/>: at its number, or at 近, 约, ¥, 人民币 right before it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out MoneyExpression money)
    {
        money = default;
        if (at >= text.Length)
        {
            return false;
        }

        var start = at;
        var traits = MoneyTraits.None;
        var (hedge, exactness) = Hedge.At(text, at);
        start += hedge;
        var symbol = SymbolLength(text, start);
        start += symbol;
        if (symbol > 0 && Hedge.At(text, Math.Min(start, text.Length - 1)) is { Length: > 0 } inner)
        {
            start += inner.Length;
            exactness |= inner.Exactness;
        }

        if (!AmountText.TryRead(text, start, symbol > 0, hedge > 0, out var first))
        {
            return false;
        }

        decimal? upTo = null;
        var amount = first;
        if (IsRangeMark(text, first.End) && AmountText.TryRead(text, first.End + 1, symbol > 0, false, out var second) && second.Unit is not null)
        {
            // 5至10万元: the unit of the second serves both.
            var low = first.Unit is null && !first.HasUnit ? first.Value * second.Scale : first.Unit is null ? first.Value : first.Yuan;
            upTo = second.Yuan;
            amount = second with { Yuan = low, Exactness = first.Exactness | second.Exactness };
        }
        else if (first.Unit is null && !(symbol > 0 || IsBareMoney(text, at, first)))
        {
            return false;
        }
        else if (first.Unit is null)
        {
            amount = first with { Yuan = first.Value };
        }

        // 一分钱不用掏
        if (amount.Yuan is > 0 and < 0.1m && text[start] == '一')
        {
            return false;
        }

        var end = amount.End;
        exactness |= amount.Exactness | Hedge.ReadBehind(text, ref end);
        var rateUnit = Rates.Behind(text, ref end) ?? Rates.Before(text, at) ?? (Rates.IsStandard(text, end) ? "" : null);
        traits |= Traits(text, at, ref end, exactness);
        traits |= amount.Unit is { Yuan: 0 } ? MoneyTraits.Foreign : MoneyTraits.None;
        rateUnit ??= IsEntitlement(text, at) ? "" : null;
        traits |= rateUnit is null || Rates.IsTime(rateUnit) || (traits & MoneyTraits.WorthOfGoods) != MoneyTraits.None ? MoneyTraits.None : MoneyTraits.Rate;
        var isAmount = (traits & (MoneyTraits.Damaged | MoneyTraits.Vague | MoneyTraits.Foreign)) == MoneyTraits.None;
        money = new(at, end, isAmount ? amount.Yuan : 0, traits) { UpTo = isAmount ? upTo : null, RateUnit = rateUnit };
        return true;
    }

    /// <summary>
    /// Reads an amount that leaves its 元 out because one told right before has it: 150万元、162.4万. Only 万 and 亿 at the
    /// end of a clause; the caller knows that an amount came right before.
    /// </summary>
    public static bool TryReadElided(ReadOnlySpan<char> text, int at, out MoneyExpression money)
    {
        money = default;
        if (!AmountText.TryRead(text, at, false, false, out var amount) || amount.Unit is not null || !amount.HasUnit || amount.End < text.Length && text[amount.End] is not (',' or '。' or '、' or ';' or ')' or '\n'))
        {
            return false;
        }

        var end = amount.End;
        money = new(at, end, amount.Value, Traits(text, at, ref end, amount.Exactness));
        return true;
    }

    private static bool IsRangeMark(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] is '-' or '~' or '至' or '到' or '—';

    /// <summary>Length of ¥, 人民币, RMB, CNY at <paramref name="at"/>, or 0.</summary>
    internal static int SymbolLength(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('¥' or '人' or 'R' or 'C'))
        {
            return 0;
        }

        foreach (var symbol in Symbols)
        {
            if (text[at..].StartsWith(symbol, StringComparison.Ordinal))
            {
                return symbol.Length;
            }
        }

        return 0;
    }

    /// <summary>10万慰问金, 发放306万: 万 or 亿 before a word that only money is, or behind one or a verb of giving at the clause's end.</summary>
    private static bool IsBareMoney(ReadOnlySpan<char> text, int at, AmountText amount)
    {
        if (!amount.HasUnit)
        {
            return false;
        }

        if (amount.End == text.Length || ClauseEnds.Contains(text[amount.End]) || text[amount.End] is ' ' or '!')
        {
            // 发放306万, 专项资金100万
            if (Phrases.EndWithAny(text[..at], GivingVerbs) || Phrases.EndWithAny(text[..at], BareNouns))
            {
                return true;
            }
        }

        if (MeasureWords.TryRead(text, amount.End, out _))
        {
            return false;
        }

        // 360万专项送温暖资金, but not 10万职工的资金.
        var rest = text[amount.End..Math.Min(text.Length, amount.End + BareWindow)];
        var cut = rest.IndexOfAny(ClauseEnds);
        rest = cut < 0 ? rest : rest[..cut];
        foreach (var noun in BareNouns)
        {
            if (rest.IndexOf(noun, StringComparison.Ordinal) is var found and >= 0 && rest[..found].IndexOfAny(Counted) < 0)
            {
                return true;
            }
        }

        return false;
    }

    private static MoneyTraits Traits(ReadOnlySpan<char> text, int at, ref int end, Exactness exactness)
    {
        var before = text[Math.Max(0, at - Window)..at];
        var clause = before[(before.LastIndexOfAny(",。;\n") + 1)..];
        var traits = (exactness & Exactness.Approximate) == Exactness.Exact ? MoneyTraits.None : MoneyTraits.Approximate;
        traits |= (exactness & Exactness.AtLeast) != Exactness.Exact || EndsWithAny(clause, FloorWords, 2) ? MoneyTraits.AtLeast : MoneyTraits.None;
        traits |= (exactness & Exactness.Damaged) == Exactness.Exact ? MoneyTraits.None : MoneyTraits.Damaged;
        traits |= (exactness & Exactness.Vague) == Exactness.Exact ? MoneyTraits.None : MoneyTraits.Vague;
        traits |= EndsWithAny(clause, WorthWords, 4) || IsGoodsBehind(text, end) ? MoneyTraits.WorthOfGoods : MoneyTraits.None;
        traits |= EndsWithAny(clause, CapWords, 5) ? MoneyTraits.AtMost : MoneyTraits.None;
        if (text[end..].StartsWith("以内") || text[end..].StartsWith("以下"))
        {
            traits |= MoneyTraits.AtMost;
            end += 2;
        }

        return traits;
    }

    /// <summary>5万余元的慰问品, 175万元防疫物资: goods told by their worth; 物资采购资金 is money.</summary>
    private static bool IsGoodsBehind(ReadOnlySpan<char> text, int end)
    {
        var rest = text[end..Math.Min(text.Length, end + GoodsWindow)];
        var cut = rest.IndexOfAny(ClauseEnds);
        rest = cut < 0 ? rest : rest[..cut];
        if (rest.Length > 0 && rest[0] is '和' or '及' or '与')
            return false;
        foreach (var noun in GoodsNouns)
        {
            if (rest.IndexOf(noun, StringComparison.Ordinal) is var found and >= 0 && rest[..found].IndexOfAny(Purposes) < 0 && rest[..found].IndexOfAny("金款费") < 0)
            {
                return rest[(found + noun.Length)..].IndexOfAny("款费金购") < 0;
            }
        }

        return false;
    }

    /// <summary>最高可获赔12万元, 最高额度20万元: what one person or company may get.</summary>
    private static bool IsEntitlement(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - Window)..at];
        return before[(before.LastIndexOfAny(ClauseEnds) + 1)..].IndexOf("最高", StringComparison.Ordinal) >= 0;
    }

    /// <summary>Whether one of the words stands in the clause with at most <paramref name="gap"/> characters behind it.</summary>
    private static bool EndsWithAny(ReadOnlySpan<char> clause, string[] words, int gap)
    {
        foreach (var word in words)
        {
            if (clause.LastIndexOf(word, StringComparison.Ordinal) is var found and >= 0 && clause.Length - found - word.Length <= gap)
            {
                return true;
            }
        }

        return false;
    }
}
