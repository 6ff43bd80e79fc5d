using System.Text;

namespace Ingest.Core.Reading;

/// <summary>What blanks mean: between Chinese characters a line break or tab parts nothing, elsewhere it is one blank.</summary>
internal static class Whitespace
{
    /// <summary>Brings text that may span lines onto one line.</summary>
    public static string OneLine(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IndexOfAny('\n', '\r', '\t') < 0) return trimmed.Length == text.Length ? text : trimmed.ToString();
        var line = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (trimmed[i] is not ('\n' or '\r' or '\t'))
            {
                line.Append(trimmed[i]);
                continue;
            }

            while (i + 1 < trimmed.Length && char.IsWhiteSpace(trimmed[i + 1])) i++;
            if (line.Length > 0 && NeedsBlank(line[^1], trimmed[i + 1])) line.Append(' ');
        }

        return line.ToString();
    }

    /// <summary>Whether two characters that a line break parts need a blank between them once they stand on one line.</summary>
    public static bool NeedsBlank(char before, char after) =>
        !IsWide(before) && !IsWide(after) && !char.IsWhiteSpace(before) && !char.IsWhiteSpace(after);

    /// <summary>Whether a character is as wide as it is high: Chinese characters, their punctuation, full-width forms.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFF60')
            or (>= '\uFFE0' and <= '\uFFE6') or (>= '\uD800' and <= '\uDFFF') or '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026';
}
