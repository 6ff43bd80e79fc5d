using System.Text;

namespace Ingest.Core.Digests;

/// <summary>Chinese typography: full-width marks next to Chinese characters, no stray spaces, balanced brackets.</summary>
public static class ChineseText
{
    private const string Half = ",;:?!()";
    private const string Full = "\uFF0C\uFF1B\uFF1A\uFF1F\uFF01\uFF08\uFF09";
    private const string Opening = "\u201C\u2018\u300A\uFF08\u3010\u300C\u300E\u3008";
    private const string Closing = "\u201D\u2019\u300B\uFF09\u3011\u300D\u300F\u3009";
    private const string BetweenClauses = "\u3002\uFF1B\uFF0C\uFF01";

    /// <summary>Whether a character is written in a square of its own.</summary>
    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\u3001' and <= '\u303F' or >= '\uFF01' and <= '\uFF60' or '“' or '”' or '‘' or '’' or '—' or '…';

    /// <summary>Text of a report as one line: line breaks and spaces between Chinese characters go, marks are widened.</summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tidy = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c != '\u200B')
            {
                tidy.Append(c);
                continue;
            }

            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (tidy.Length > 0 && tidy[^1] != ' ' && next != '\0' && !char.IsWhiteSpace(next) && !IsChinese(tidy[^1]) && !IsChinese(next))
            {
                tidy.Append(' ');
            }
        }

        return Widen(tidy.ToString().Trim());
    }

    /// <summary>
    /// Half-width marks beside Chinese characters become full-width, brackets in pairs; those inside numbers stay:
    /// <c>新增63项,资金4,540.2万元</c> gets one wide comma.
    /// </summary>
    public static string Widen(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wide = text.ToCharArray();
        var brackets = new Stack<bool>();
        for (var i = 0; i < wide.Length; i++)
        {
            var c = wide[i];
            var mark = Half.IndexOf(c, StringComparison.Ordinal);
            if (mark < 0)
            {
                continue;
            }

            var before = i == 0 ? '\0' : wide[i - 1];
            var next = i + 1 < wide.Length ? wide[i + 1] : '\0';
            var inNumber = c is ',' or ':' && char.IsAsciiDigit(before) && char.IsAsciiDigit(next);
            var widened = !inNumber && (IsChinese(before) || IsChinese(next));
            if (c == '(')
            {
                brackets.Push(widened);
            }
            else if (c == ')' && brackets.TryPop(out var opened))
            {
                widened = opened;
            }

            wide[i] = widened ? Full[mark] : c;
        }

        return new string(wide);
    }

    /// <summary>The longest beginning of a text that ends at a mark between clauses, is no longer than asked and leaves no bracket open.</summary>
    /// <returns>The text without its closing mark, or null where no such beginning has at least ten characters.</returns>
    public static string? Shorten(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        var best = -1;
        var open = 0;
        for (var i = 0; i <= text.Length && i <= length; i++)
        {
            var atEnd = i == text.Length;
            var c = atEnd ? '。' : text[i];
            open += Opening.Contains(c, StringComparison.Ordinal) ? 1 : Closing.Contains(c, StringComparison.Ordinal) ? -1 : 0;
            if (open == 0 && BetweenClauses.Contains(c, StringComparison.Ordinal))
            {
                best = i;
                if (c == '。' && i >= 24)
                {
                    break;
                }
            }
        }

        return best < 10 ? null : text[..best].TrimEnd([.. BetweenClauses]);
    }
}
