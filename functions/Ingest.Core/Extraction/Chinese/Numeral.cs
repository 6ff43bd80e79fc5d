namespace Ingest.Core.Extraction.Chinese;

/// <summary>A run of text that is or looks like a number. Offsets are into the normalised text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last character, approximation words (余, 多, 以上, 左右) included.</param>
/// <param name="Value">Its value; 0 where there is none (<see cref="Exactness.Vague"/>, <see cref="Exactness.Damaged"/>, codes and words).</param>
/// <param name="Kind">Count, or what it is instead.</param>
/// <param name="Exactness">How exact it is.</param>
public readonly record struct Numeral(int Start, int End, decimal Value, NumeralKind Kind, Exactness Exactness)
{
    /// <summary>Whether the number may be stated as a fact: a count with a value that lost no digits.</summary>
    public bool IsFact => Kind == NumeralKind.Count && (Exactness & (Exactness.Vague | Exactness.Damaged)) == Exactness.Exact;
}

/// <summary>What a run of digits is. Only <see cref="Count"/> counts anything; the others are recognised so that a reader steps over them whole.</summary>
public enum NumeralKind
{
    /// <summary>A cardinal number.</summary>
    Count,

    /// <summary>第三, 第8.</summary>
    Ordinal,

    /// <summary>三分之一, 1/3; the value is the quotient.</summary>
    Fraction,

    /// <summary>12.53%, 百分之八, 五成; the value is in hundredths: 12.53.</summary>
    Percent,

    /// <summary>八折, 9.5折; the value is what remains in hundredths: 80.</summary>
    Discount,

    /// <summary>Telephone and document numbers, dates of the form 1-2, 7×24, page numbers, web addresses.</summary>
    Code,

    /// <summary>A word that merely begins with a numeral: 一定, 四川, 千方百计, 五一, 十四五.</summary>
    Word,
}

/// <summary>How exact a number is.</summary>
[Flags]
public enum Exactness
{
    /// <summary>Exact.</summary>
    Exact = 0,

    /// <summary>余, 多, 近, 约, 左右, 几: the value is the number that is written.</summary>
    Approximate = 1,

    /// <summary>以上, 上千, 超, 至少: the value is a lower bound.</summary>
    AtLeast = 2,

    /// <summary>Digits were lost from the text.</summary>
    Damaged = 4,

    /// <summary>数十, 几百, 若干: no number at all.</summary>
    Vague = 8,
}
