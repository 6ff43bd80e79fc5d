using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>The amounts of an act, each with its role; parts of a total and running totals are marked so that sums can be right.</summary>
internal static class MoneyFacts
{
    private static readonly PhraseSet Turnovers = new(Phrases.Of("Turnovers"));

    /// <summary>Reads the amounts of a draft.</summary>
    public static List<Money> Of(string text, Draft draft, ChineseScan scan)
    {
        var amounts = new List<Money>();
        var first = draft.Clauses[0].Sentence;
        var (sentence, before) = (first, 0);
        foreach (var clause in draft.Clauses)
        {
            // What a later sentence says again is the same sum; equal sums of one sentence are several.
            if (clause.Sentence != sentence)
                (sentence, before) = (clause.Sentence, amounts.Count);
            foreach (ref readonly var token in clause.Has(TokenKind.Money) ? clause.Tokens : [])
            {
                if (token.Kind != TokenKind.Money || !scan.Money[token.Index].IsFact)
                    continue;
                var money = scan.Money[token.Index];
                if (IsTurnover(text, clause.Start, money.Start))
                    continue;
                var amount = new Money(money.Cny, Role(text, draft, clause, money)) { Cumulative = Before(text, clause.Start, money.Start, "累计", "截至", "截止") };
                if (clause.Sentence == first || !Holds(amounts[..before], amount))
                    amounts.Add(amount with { PartOf = amounts.Count > 0 && IsPart(text, draft, money, amounts) });

                // 每户1000元至3000元: both ends are told; a sum takes the lower one.
                if (money.UpTo is { } most && amount.Role == MoneyRole.PerPerson && !Holds(amounts, amount with { Cny = most }))
                    amounts.Add(amount with { Cny = most, PartOf = true });
            }
        }

        return amounts;
    }

    private static bool Holds(List<Money> amounts, Money amount) => amounts.Exists(a => a.Cny == amount.Cny && a.Role == amount.Role);

    private static MoneyRole Role(string text, Draft draft, Clause clause, MoneyExpression money)
    {
        if ((money.Traits & MoneyTraits.Rate) != 0)
            return MoneyRole.PerPerson;
        if (((money.Traits & MoneyTraits.WorthOfGoods) != 0 && (draft.Act.Category != Category.Donation || clause.HasItems || clause.Is(WordClass.AnyGoods))) || IsOfGoods(text, money) || (clause.TellsWorth && !clause.Is(WordClass.Funds) && money.End < text.Length && text[money.End] == '的'))
            return MoneyRole.GoodsValue;
        if ((clause.Words & WordClass.Recover) != 0 || draft.Act.Rule is "wages-recovered" or "companies-relieved")
            return MoneyRole.Recovered;
        return draft.Act.Category == Category.Donation ? MoneyRole.Raised : MoneyRole.Total;
    }

    /// <summary>5万余元的慰问品, 175万元防疫物资: goods stand right behind the amount.</summary>
    private static bool IsOfGoods(string text, MoneyExpression money)
    {
        var at = money.End;
        if (at < text.Length && text[at] == '的')
            at++;
        return at < text.Length && WordBook.Standard.LongestAt(text, at) is { } word
            && (word.Class & WordClass.AnyGoods) != 0 && (word.Class & WordClass.Funds) == 0;
    }

    /// <summary>拉动消费3100余万元, 实现销售额…, 卖出农产品8.7万元: what others spent, not what was given.</summary>
    public static bool IsTurnover(string text, int start, int at)
    {
        var before = text.AsSpan(Math.Max(start, at - 12), at - Math.Max(start, at - 12));
        if (Turnovers.StandsIn(before) && before.IndexOf("义卖") < 0)
            return true;
        return (before.IndexOf("拉动") >= 0 || before.IndexOf("带动") >= 0 || before.IndexOf("撬动") >= 0 || before.IndexOf("实现") >= 0 || before.IndexOf("促成") >= 0)
            && (before.IndexOf("消费") >= 0 || before.IndexOf("销售") >= 0 || before.IndexOf("成交") >= 0);
    }

    private static bool IsPart(string text, Draft draft, MoneyExpression money, List<Money> before) =>
        before[0].Cny > money.Cny && text.AsSpan(draft.Start, money.Start - draft.Start).LastIndexOf("其中") >= 0;

    private static bool Before(string text, int start, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.AsSpan(start, at - start).IndexOf(word) >= 0)
                return true;
        }

        return false;
    }
}
