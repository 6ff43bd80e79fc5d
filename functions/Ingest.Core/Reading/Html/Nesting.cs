using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Ingest.Core.Reading.Html;

/// <summary>Estimates in one pass how deep the elements of a page nest, without building it.</summary>
internal static class Nesting
{
    private const int Most = 1_000; // browsers cut off at 512
    private const int MostLenient = 20_000;
    private const int LongestName = 20;
    private const int LongestTag = 2_000;

    // Elements without an end tag.
    private static readonly FrozenSet<string> Void = Set(
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr");

    // Elements whose end tag pages leave out because the next one closes them; in a page of paragraphs they only seem to nest.
    private static readonly FrozenSet<string> Lenient = Set(
        "p", "li", "dd", "dt", "option", "optgroup", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "caption", "rt", "rp");

    // Elements that a slash at the end does not close, though pages written as XHTML have it there.
    private static readonly FrozenSet<string> NeverEmpty = Set(
        "a", "b", "big", "center", "code", "div", "em", "font", "i", "nobr", "s", "small", "span", "strike", "strong", "tt", "u", "select", "table");

    /// <summary>Whether a page nests deeper than any real one.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> markup)
    {
        int depth = 0, lenient = 0;
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = markup.IndexOf('<'); at >= 0 && at + 1 < markup.Length;)
        {
            var rest = markup[(at + 1)..];
            var isEnd = rest[0] == '/';
            var name = Name(isEnd ? rest[1..] : rest);
            if (name.Length > 0 && !Has(Void, name))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(open, name, out _);
                var step = isEnd ? count > 0 ? -1 : 0 : ClosesItself(rest) && !Has(NeverEmpty, name) ? 0 : 1; // an end tag of nothing ends nothing
                count += step;
                if (Has(Lenient, name)) lenient += step;
                else depth += step;
                if (depth > Most || lenient > MostLenient) return true;
            }

            var next = isEnd ? rest.IndexOf('<') : AfterRawText(rest, name);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> names, ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < LongestName && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is ':' or '-')) length++;
        return length > 0 && char.IsAsciiLetter(text[0]) ? text[..length] : default;
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var end = tag[..Math.Min(tag.Length, LongestTag)].IndexOf('>');
        return end > 0 && tag[end - 1] == '/';
    }

    /// <summary>Where the next tag may start: what scripts and styles hold is no markup.</summary>
    private static int AfterRawText(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        var isRaw = name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);
        return isRaw ? rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) : rest.IndexOf('<');
    }
}
