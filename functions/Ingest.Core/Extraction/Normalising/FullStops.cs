namespace Ingest.Core.Extraction.Normalising;

/// <summary>Tells whether an author ends sentences with <c>.</c> for want of <c>。</c>, as some keyboards and converters do.</summary>
internal static class FullStops
{
    /// <summary>Whether more sentences end with a dot behind a Chinese character than with <c>。</c>; one pass.</summary>
    public static bool AreDots(ReadOnlySpan<char> text)
    {
        var dots = 0;
        for (var i = 0; text[i..].IndexOfAny('.', '.') is var next and >= 0; i++)
        {
            i += next;
            dots += IsStop(text, i) ? 1 : 0;
        }

        return dots > 0 && dots > text.Count('。');
    }

    /// <summary>Whether the dot at <paramref name="at"/> stands where a sentence may end: behind a Chinese character or a closing mark, before no letter or digit of a name or number.</summary>
    public static bool IsStop(ReadOnlySpan<char> text, int at) =>
        at > 0 && (TextKind.IsHan(text[at - 1]) || text[at - 1] is '”' or '"' or ')' or ')' or '》')
        && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]) && text[at + 1] is not ('.' or '.'));
}
