using System.Globalization;

namespace Ingest.Core.Reading.Texts;

/// <summary>How much a decoded sample looks like writing.</summary>
/// <param name="Value">From about -3 (nonsense) to 1 (all common characters); higher is better. 0 for pure ASCII.</param>
/// <param name="BadShare">Share of characters that no text has: control codes, replacement characters, private use.</param>
/// <param name="CommonShare">Share of common Chinese characters among those beyond ASCII; 1 where there are none.</param>
internal readonly record struct EncodingScore(double Value, double BadShare, double CommonShare)
{
    public static EncodingScore Of(ReadOnlySpan<char> sample)
    {
        int bad = 0, common = 0, score = 0, wide = 0;
        foreach (var c in sample)
        {
            if (c < 0x80)
            {
                if (c < 0x20 && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A')) bad++;
                continue;
            }

            wide++;
            if (CommonCharacters.Contains(c))
            {
                common++;
                score++;
            }
            else if (IsBad(c))
            {
                bad++;
                score -= 3;
            }
            else if (c is < '\u2E80' and not '\u00B7' and not (>= '\u2000' and <= '\u27BF') && c > 0x9F || c is >= '\uAC00' and <= '\uD7A3')
            {
                score--;
            }
        }

        return sample.IsEmpty
            ? default
            : new EncodingScore(wide == 0 ? 0 : (double)score / wide, (double)bad / sample.Length, wide == 0 ? 1 : (double)common / wide);
    }

    private static bool IsBad(char c) =>
        c is '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF') || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned;
}
