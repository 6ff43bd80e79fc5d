using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>What becomes of a space between the characters of a number.</summary>
internal enum NumberCut
{
    /// <summary>It parts two numbers, or stands beside none.</summary>
    None,
    /// <summary>It cuts one number, which is closed: <c>1 8日</c>, <c>4. 6万元</c>.</summary>
    Closed,
    /// <summary>It cuts an amount in a way that cannot be settled, <c>资金4 3.5万元</c>: better no amount than a wrong one.</summary>
    Doubtful,
}

/// <summary>Tells the spaces that recognition leaves inside numbers from those between numbers.</summary>
internal static class CutNumber
{
    /// <summary>Longest number, in digits, that is looked back at or ahead to.</summary>
    private const int LongestNumber = 12;

    private static readonly SearchValues<char> Numbered = SearchValues.Create("第件表图注项条款期号版页名图组班队");

    /// <summary>Judges the space between what is written and what follows.</summary>
    /// <param name="before">The source before the space.</param>
    /// <param name="rest">The source behind the space, not empty.</param>
    /// <param name="noisy">Whether the paragraph's spaces are noise.</param>
    public static NumberCut Of(ReadOnlySpan<char> before, ReadOnlySpan<char> rest, bool noisy)
    {
        while (before.Length > 0 && TextKind.IsSpace(before[^1]))
            before = before[..^1];
        if (before.IsEmpty) return NumberCut.None;
        var (last, next) = (CharacterTable.Plain(before[^1]), CharacterTable.Plain(rest[0]));
        if (TextKind.IsDigit(last) && next == '.')
            return rest.Length > 1 && TextKind.IsDigit(CharacterTable.Plain(rest[1])) ? NumberCut.Closed : NumberCut.None;
        if (!TextKind.IsDigit(next)) return NumberCut.None;
        if (last == '.') return BehindCharacter(before[..^1]) ? NumberCut.Closed : NumberCut.None;
        if (!TextKind.IsDigit(last)) return NumberCut.None;
        if (IsOne(before, rest, noisy) || IsFirstDigit(before, rest)) return NumberCut.Closed;
        return BehindCharacter(before) && IsAmount(rest) ? NumberCut.Doubtful : NumberCut.None;
    }

    /// <summary>资金4 3.5万元, 干部2 6名: a digit alone between a word and a number that counts something; 附件1 2份 and the like number their word.</summary>
    private static bool IsFirstDigit(ReadOnlySpan<char> written, ReadOnlySpan<char> rest)
    {
        var word = written[..^1].TrimEnd(' ');
        if (word.IsEmpty || !TextKind.IsHan(word[^1]) || Numbered.Contains(word[^1]))
            return false;
        var at = 0;
        while (at < LongestNumber && at < rest.Length && (TextKind.IsDigit(CharacterTable.Plain(rest[at])) || CharacterTable.Plain(rest[at]) == '.'))
            at++;
        var behind = rest[at..].TrimStart(' ');
        return at is > 0 and < LongestNumber && !behind.IsEmpty && TextKind.IsHan(CharacterTable.Plain(behind[0]));
    }

    private static bool IsOne(ReadOnlySpan<char> written, ReadOnlySpan<char> rest, bool noisy)
    {
        var before = 0;
        while (before < 3 && before < written.Length && TextKind.IsDigit(CharacterTable.Plain(written[^(before + 1)])))
            before++;
        var after = 0;
        while (after < 4 && after < rest.Length && (TextKind.IsDigit(CharacterTable.Plain(rest[after])) || TextKind.IsSpace(rest[after])))
            after++;
        return (before == 1 || after == 1) && (noisy || before < 3 && after < rest.Length && CharacterTable.Plain(rest[after]) is '年' or '月' or '日');
    }

    /// <summary>Whether the number written last follows a Chinese character at once, and so is no number of a list.</summary>
    private static bool BehindCharacter(ReadOnlySpan<char> written)
    {
        var start = written.Length;
        while (start > 0 && written.Length - start < LongestNumber && (TextKind.IsDigit(CharacterTable.Plain(written[start - 1])) || CharacterTable.Plain(written[start - 1]) == '.'))
            start--;
        return start < written.Length && start > 0 && TextKind.IsHan(written[start - 1]);
    }

    /// <summary>Whether a number begins that counts money.</summary>
    private static bool IsAmount(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < LongestNumber && at < rest.Length && (TextKind.IsDigit(CharacterTable.Plain(rest[at])) || CharacterTable.Plain(rest[at]) == '.'))
            at++;
        return at < rest.Length && CharacterTable.Plain(rest[at]) is '万' or '亿' or '元';
    }
}
