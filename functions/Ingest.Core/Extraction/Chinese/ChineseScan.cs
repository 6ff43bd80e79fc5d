using Ingest.Core.Extraction.Normalising;

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

    /// <summary>About as many characters of a report have one finding of a kind; lists made for them need not grow.</summary>
    private const int ReportsHaveOneEvery = 150;

    /// <summary>More characters of a number than a date begins with.</summary>
    private const int LongestDateDigits = 12;

    // What dates begin with that are no mere words.
    private static readonly CharacterSet DateStarts = new([.. "0123456789截自从由上下本当这同农阴正腊冬大年第元一二三四五六七八九十〇零两"]);
    private static readonly CharacterSet Starts = new(
        [.. DateWords.Starts, .. "0123456789截自从由上下本当这同农阴正腊冬大年第元〇零一二三四五六七八九十百千万亿两廿半壹贰叁肆伍陆柒捌玖拾佰仟俩仨几数若好成不至超高多突将接约逾近¥人RC\uFFFD"]);

    // What numbers begin with.
    private static readonly CharacterSet NumberStarts = new([.. CharacterSet.All.Where(NumberChars.IsNumeric), .. "第几数若好成半廿", NormalText.Lost]);

    /// <summary>What may stand behind the digits that a date begins with; digits of the other kind, too (二〇20年).</summary>
    private static readonly CharacterSet BehindDateDigits = new("年月日号季-~至到、—./〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖俩仨弌");

    /// <summary>Reads a normalised text from start to end.</summary>
    public static ChineseScan Of(ReadOnlySpan<char> text)
    {
        var room = text.Length / ReportsHaveOneEvery;
        var scan = (Dates: new List<DateExpression>(room), Money: new List<MoneyExpression>(room), Quantities: new List<QuantityExpression>(room), Numerals: new List<Numeral>(room));
        for (var at = Starts.Next(text, 0); at < text.Length; at = Starts.Next(text, at))
        {
            if (MayBeDate(text, at) && DateReader.TryRead(text, at, out var date))
            {
                scan.Dates.Add(date);
                at = date.End;
            }
            else if (!MayBeNumber(text, at))
            {
                at++;
            }
            else if (MoneyReader.TryRead(text, at, out var money) || IsNear(scan.Money, at) && MoneyReader.TryReadElided(text, at, out money))
            {
                scan.Money.Add(money);
                at = money.End;
            }
            else
            {
                var isNumeral = Chinese.Numerals.TryRead(text, at, out var numeral);
                if (QuantityReader.TryRead(text, at, numeral, out var quantity))
                {
                    scan.Quantities.Add(quantity);
                    at = quantity.End;
                }
                else
                {
                    if (isNumeral)
                        scan.Numerals.Add(numeral);
                    at = isNumeral ? numeral.End : at + 1;
                }
            }
        }

        return new(scan.Dates, scan.Money, scan.Quantities, scan.Numerals);
    }

    /// <summary>Whether a date may begin here. Most numbers count something, and the character behind them tells.</summary>
    private static bool MayBeDate(ReadOnlySpan<char> text, int at)
    {
        if (!DateStarts.Contains(text[at]))
            return DateWords.MayStandAt(text, at);
        var behind = at;
        if (char.IsAsciiDigit(text[at]))
        {
            while (behind < text.Length && char.IsAsciiDigit(text[behind]))
                behind++;
            return behind < text.Length && BehindDateDigits.Contains(text[behind]) || IsYearApart(text, at, behind);
        }

        var end = Math.Min(text.Length, at + LongestDateDigits);
        while (behind < end && NumberChars.IsNumeric(text[behind]))
            behind++;
        return behind == at || behind == end || BehindDateDigits.Contains(text[behind]) || text[behind] == ' ' || DateWords.MayStandAt(text, at);
    }

    /// <summary>2022 12/02: a year with its day behind a blank.</summary>
    private static bool IsYearApart(ReadOnlySpan<char> text, int at, int end) =>
        end - at == 4 && end + 1 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1]);

    /// <summary>Whether a number may begin here, hedges and symbols before it included; the other characters begin dates only.</summary>
    private static bool MayBeNumber(ReadOnlySpan<char> text, int at) =>
        NumberStarts.Contains(text[at]) || Hedge.At(text, at).Length > 0 || MoneyReader.SymbolLength(text, at) > 0;

    private static bool IsNear(List<MoneyExpression> money, int at) => money.Count > 0 && at - money[^1].End <= ElisionReach;
}
