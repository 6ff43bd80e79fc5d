using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// The reading of a character in brackets behind it, <c>發(fā)</c>, that converters of web pages leave in the text; and
/// the damage it does where it was inserted between the two bytes of a character, <c>下?lián)</c>: there the character
/// behind is lost, and with it the digit that followed.
/// </summary>
internal static class PinyinGloss
{
    private const int LongestSyllable = 6;
    private static readonly SearchValues<char> Toned = SearchValues.Create("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêɑ");

    /// <summary>Length of the gloss <c>(fā)</c> that begins at <paramref name="at"/>, or 0.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('(' or '('))
        {
            return 0;
        }

        var syllable = SyllableLength(text, at + 1);
        return syllable == 0 ? 0 : syllable + 2;
    }

    /// <summary>Length of the broken gloss <c>?lián)</c> that begins at <paramref name="at"/>, or 0.</summary>
    public static int BrokenLength(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not ('?' or NormalText.Lost or '?') || at == 0 || !TextKind.IsHan(text[at - 1]))
        {
            return 0;
        }

        var syllable = SyllableLength(text, at + 1);
        return syllable == 0 ? 0 : syllable + 2;
    }

    /// <summary>Length of a toned syllable that a closing bracket follows.</summary>
    private static int SyllableLength(ReadOnlySpan<char> text, int start)
    {
        var toned = false;
        for (var i = start; i < text.Length && i - start <= LongestSyllable + 1; i++)
        {
            var c = text[i];
            if (c is ')' or ')')
            {
                return toned ? i - start : 0;
            }

            if (c == ' ' && toned)
            {
                // Some converters write (huì ).
                continue;
            }

            toned |= Toned.Contains(c);
            if (!char.IsAsciiLetterLower(c) && c != 'ü' && !Toned.Contains(c))
            {
                return 0;
            }
        }

        return 0;
    }
}
