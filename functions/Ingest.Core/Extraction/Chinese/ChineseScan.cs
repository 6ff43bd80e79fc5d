using System.Buffers;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Every number, amount, quantity and date of a text, found in one pass; each list is in the order of the text and no two findings overlap.</summary>
/// <param name="Dates">Dates and periods, vague ones included.</param>
/// <param name="Money">Amounts of money.</param>
/// <param name="Quantities">Numbers with a measure word.</param>
/// <param name="Numerals">Numbers that are none of these, with what merely looks like a number.</param>
public sealed record ChineseScan(
    IReadOnlyList<DateExpression> Dates,
    IReadOnlyList<MoneyExpression> Money,
    IReadOnlyList<QuantityExpression> Quantities,
    IReadOnlyList<Numeral> Numerals)
{
    /// <summary>How far behind an amount one may leave its 元 out: 市本级150万元、县区162.4万.</summary>
    private const int ElisionReach = 16;

    private static readonly SearchValues<char> DateStarts = SearchValues.Create([.. DateWords.Starts, .. "0123456789截自从由上下本当这同农阴正腊冬大年第元一二三四五六七八九十〇零"]);
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        [.. DateWords.Starts, .. "0123456789截自从由上下本当这同农阴正腊冬大年第元〇零一二三四五六七八九十百千万亿两廿半壹贰叁肆伍陆柒捌玖拾佰仟俩仨几数若好成不至超高多突将接约逾近¥人RC\uFFFD"]);

    /// <summary>Where a number may begin, with the hedges and symbols before it; the other characters begin dates only.</summary>
    private static readonly SearchValues<char> NumberStarts = SearchValues.Create(
        [.. "第几数若好成半廿不至超高多突将接大约逾近上¥人RC\uFFFD", .. Enumerable.Range(0, char.MaxValue + 1).Select(static c => (char)c).Where(NumberChars.IsNumeric)]);

    /// <summary>Reads a normalised text from start to end.</summary>
    public static ChineseScan Of(ReadOnlySpan<char> text)
    {
        var scan = (Dates: new List<DateExpression>(), Money: new List<MoneyExpression>(), Quantities: new List<QuantityExpression>(), Numerals: new List<Numeral>());
        for (var at = 0; at < text.Length && text[at..].IndexOfAny(Starts) is var next and >= 0;)
        {
            at += next;
            if (DateStarts.Contains(text[at]) && DateReader.TryRead(text, at, out var date))
            {
                scan.Dates.Add(date);
                at = date.End;
            }
            else if (!NumberStarts.Contains(text[at]))
            {
                at++;
            }
            else if (MoneyReader.TryRead(text, at, out var money) || IsNear(scan.Money, at) && MoneyReader.TryReadElided(text, at, out money))
            {
                scan.Money.Add(money);
                at = money.End;
            }
            else if (QuantityReader.TryRead(text, at, out var quantity))
            {
                scan.Quantities.Add(quantity);
                at = quantity.End;
            }
            else if (Chinese.Numerals.TryRead(text, at, out var numeral))
            {
                scan.Numerals.Add(numeral);
                at = numeral.End;
            }
            else
            {
                at++;
            }
        }

        return new(scan.Dates, scan.Money, scan.Quantities, scan.Numerals);
    }

    private static bool IsNear(List<MoneyExpression> money, int at) => money.Count > 0 && at - money[^1].End <= ElisionReach;
}
