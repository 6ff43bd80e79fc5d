using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Places;

/// <summary>Where papers and sites are at home.</summary>
internal static class Media
{
    private static readonly Trie<string> Known = new(LexiconFile.Records("media.tsv").Select(static r => KeyValuePair.Create(r[0], r[1])));

    private const int LongestDateline = 20;

    /// <summary>The place that the dateline of a paragraph opens with (某市新闻网讯, 云上某县报道, 本报某市电); null where it has none.</summary>
    public static Place? HomeOfDateline(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, LongestDateline)];
        var end = head.IndexOfAny('讯', '电');
        if (end < 0 && head.IndexOf("报道") is var report and > 0)
            end = report + 1;
        if (end < 2 || end + 1 >= paragraph.Length || !(paragraph[end + 1] is ' ' or '(' or ':' || char.IsAsciiDigit(paragraph[end + 1])))
            return null;
        return head[..end].ContainsAny(",。;") ? null : HomeOf(head[..end]);
    }

    /// <summary>The place a paper reports on: a known one's, else the place its name opens with (河北工人报); null if nothing tells.</summary>
    public static Place? HomeOf(ReadOnlySpan<char> source)
    {
        for (var at = Known.Next(source, 0); at < source.Length; at = Known.Next(source, at + 1))
        {
            if (Known.Longest(source, at, out var code) > 0)
                return Gazetteer.Find(code);
        }

        for (var i = 0; i < Math.Min(source.Length, 12); i++)
        {
            // 贵大|新闻网 is not of 大新.
            if (NameLexicon.Words.Longest(source, i, out var word) is > 0 and var length && word!.Place is { } place && !source[(i + length - 1)..].StartsWith("新闻"))
                return place.Candidates[0];
        }

        return null;
    }
}
