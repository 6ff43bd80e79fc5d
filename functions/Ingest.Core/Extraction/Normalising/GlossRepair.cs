using System.Text;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Undoes broken glosses. A converter replaced the two bytes of 聯 by 聯(lián) throughout a GBK text, also where they
/// were the end of one character and the beginning of the next: 下撥 (CF C2 | 93 DC) holds C2 93 = 聯. So the lost
/// character's first byte is the glossed character's second, and its second byte begins what is shown behind the
/// gloss. Both are known only where the report shows the gloss sound elsewhere; what was learnt at one place
/// serves the others.
/// </summary>
internal sealed class GlossRepair
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;

    private const int LongestShift = 40;

    // Asked by spans: syllables that were met before need no string.
    private readonly Dictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> _glossed = new Dictionary<string, char>().GetAlternateLookup<ReadOnlySpan<char>>();
    // 下?lián): behind 下 the lost character has 93 for its first byte (聯 is C2 93). Of those, 撥 alone makes a word with 下, so it is
    // certain even where the digits behind it took its second byte along.
    private readonly Dictionary<(char Before, string Syllable), char> _lost = new() { [('下', "lián")] = '撥' };

    private GlossRepair() { }

    /// <summary>Collects the sound glosses of a text and the broken ones that they explain.</summary>
    public static GlossRepair Learn(ReadOnlySpan<char> text)
    {
        var repair = new GlossRepair();
        for (var at = 1; at < text.Length && text[at..].IndexOf('(') is var next and >= 0; at++)
        {
            at += next;
            if (TextKind.IsHan(text[at - 1]) && PinyinGloss.Length(text, at) is var length and > 0)
            {
                repair._glossed.TryAdd(Syllable(text, at, length), text[at - 1]);
            }
        }

        for (var at = 1; repair._glossed.Dictionary.Count > 0 && at < text.Length && text[at..].IndexOfAny('?', NormalText.Lost) is var next and >= 0; at++)
        {
            at += next;
            if (PinyinGloss.BrokenLength(text, at) is var length and > 0)
            {
                repair.Explain(text, at, length);
            }
        }

        return repair;
    }

    /// <summary>Reads the broken gloss at <paramref name="at"/>.</summary>
    /// <param name="text">Source text.</param>
    /// <param name="at">Where the gloss may begin.</param>
    /// <param name="last">The last character written, so that damage is not written twice.</param>
    /// <param name="repaired">The lost character, simplified, or <see cref="NormalText.Lost"/>.</param>
    /// <param name="length">How much of the source it takes.</param>
    public bool TryRepair(ReadOnlySpan<char> text, int at, char last, out char repaired, out int length)
    {
        (repaired, length) = (NormalText.Lost, 0);
        if (text[at] is not ('?' or NormalText.Lost) || last == '\n')
        {
            return false;
        }

        length = PinyinGloss.BrokenLength(text, at);
        if (length == 0)
        {
            return false;
        }

        repaired = _lost.TryGetValue((text[at - 1], Syllable(text, at, length).ToString()), out var lost) ? CharacterTable.Plain(lost) : NormalText.Lost;
        return true;
    }

    /// <summary>
    /// Length of the wrongly paired characters behind a broken gloss: up to the letter that took the odd byte, if one
    /// did before the clause ends; of a repaired gloss at least the one whose first byte the repair took.
    /// </summary>
    public static int ShiftedLength(ReadOnlySpan<char> text, int at, bool repaired)
    {
        var length = repaired && at < text.Length && TextKind.IsHan(text[at]) ? 1 : 0;
        for (var i = at; i < text.Length && i - at < LongestShift && (TextKind.IsHan(text[i]) || char.IsAsciiLetter(text[i]) || text[i] == '《'); i++)
        {
            length = char.IsAsciiLetter(text[i]) ? i + 1 - at : length;
        }

        return length;
    }

    /// <summary>
    /// Pairs the bytes behind a repaired gloss as they were: each character shown is the second byte of one and the
    /// first of the next, until a letter takes the odd byte (椯Y is 項資). Pairs that no code page has were dropped, so a
    /// character may be missing; the caller warns.
    /// </summary>
    /// <param name="text">Source text.</param>
    /// <param name="at">First character behind the gloss.</param>
    /// <param name="characters">What they were, simplified; the first one is the lost character itself.</param>
    /// <param name="length">How much of the source they take.</param>
    /// <param name="lost">The lost character as <see cref="TryRepair"/> gave it, before simplification or after.</param>
    public static bool TryUnshift(ReadOnlySpan<char> text, int at, char lost, out string characters, out int length)
    {
        (characters, length) = ("", 0);
        if (!TryBytes(text[at], out _, out var pending))
        {
            return false;
        }

        var read = new StringBuilder().Append(lost);
        for (var i = at + 1; i < text.Length && i - at < LongestShift; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetter(c) && Pair(pending, (byte)c) is { } last && i + 1 < text.Length && (IsCommon(text[i + 1]) || !TextKind.IsHan(text[i + 1])))
            {
                (characters, length) = (read.Append(last).ToString(), i + 1 - at);
                return true;
            }

            // Full-width letters were made half-width later: m is A3 ED.
            if (!(char.IsAsciiLetter(c) ? TryBytes((char)(c + 0xFEE0), out var first, out var second) : (TextKind.IsHan(c) || c is '《' or '》') & TryBytes(c, out first, out second)) || Pair(pending, first) is not { } paired)
            {
                return false;
            }

            read.Append(paired);
            pending = second;
        }

        return false;
    }

    /// <summary>The simplified character of two bytes, if it is one of the 3,755 common ones.</summary>
    private static char? Pair(byte first, byte second)
    {
        var text = Gbk.GetString([first, second]);
        return text.Length == 1 && IsCommon(CharacterTable.Plain(text[0])) ? CharacterTable.Plain(text[0]) : null;
    }

    /// <summary>The first level of GB 2312: the common characters.</summary>
    private static bool IsCommon(char c) => TryBytes(CharacterTable.Plain(c), out var first, out var second) && first is >= 0xB0 and <= 0xD7 && second >= 0xA1;

    private static ReadOnlySpan<char> Syllable(ReadOnlySpan<char> text, int at, int length) => text.Slice(at + 1, length - 2);

    private void Explain(ReadOnlySpan<char> text, int at, int length)
    {
        if (at + length < text.Length && TextKind.IsHan(text[at + length]) && _glossed.TryGetValue(Syllable(text, at, length), out var glossed)
            && TryBytes(text[at - 1], out _, out var joint) && TryBytes(glossed, out var lead, out var first) && lead == joint
            && TryBytes(text[at + length], out var second, out _))
        {
            var lost = Gbk.GetString([first, second]);
            if (lost.Length == 1 && TextKind.IsHan(lost[0]))
            {
                _lost.TryAdd((text[at - 1], Syllable(text, at, length).ToString()), lost[0]);
            }
        }
    }

    private static bool TryBytes(char c, out byte first, out byte second)
    {
        Span<byte> bytes = stackalloc byte[4];
        (first, second) = (0, 0);
        try
        {
            if (Gbk.GetBytes([c], bytes) != 2)
            {
                return false;
            }
        }
        catch (EncoderFallbackException)
        {
            return false;
        }

        (first, second) = (bytes[0], bytes[1]);
        return true;
    }
}
