using System.Collections.Frozen;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>Tells what a line is by the fixed words of page furniture that it holds (<c>page-words.tsv</c>).</summary>
internal static class PageWords
{
    /// <summary>A line longer than this is running text even if it speaks of 版权 or 联系我们.</summary>
    private const int LongestFurniture = 120;

    private const string Bullets = "□■●◆○◎◇★☆※ ";

    /// <summary>A sentence of this length may speak of furniture (版权) without being it.</summary>
    private const int ShortestSentence = 30;

    private static readonly FrozenDictionary<string, LineKind> Whole = Of("line").ToFrozenDictionary();
    private static readonly FrozenDictionary<string, LineKind>.AlternateLookup<ReadOnlySpan<char>> WholeBySpan =
        Whole.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Tails = Of("tail").Select(w => w.Key).ToFrozenSet();
    private static readonly Trie<LineKind> Starts = new(Of("start"));
    private static readonly Trie<LineKind> Anywhere = new(Of("in"));
    private static readonly KeyValuePair<string, LineKind>[] Ends = [.. Of("end")];

    /// <summary>Whether a line opens the tail of a page (相关推荐), after which nothing belongs to the article.</summary>
    public static bool OpensTail(ReadOnlySpan<char> line) => Tails.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line.Trim(":： "));

    /// <summary>The kind that fixed words give a line, or null where they say nothing.</summary>
    public static LineKind? KindOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(Bullets);
        if (line.Length is 0 or > LongestFurniture)
            return null;
        if (WholeBySpan.TryGetValue(line.TrimEnd(":： "), out var whole))
            return whole;
        if (line.Length < 60 && line.Count('>') > 1)
            return LineKind.Boilerplate;
        if (Starts.Longest(line, 0, out var start) > 0)
            return start;
        var isSentence = line.Length > ShortestSentence && line.Contains('。') && !line.Contains("http", StringComparison.Ordinal);
        for (var i = 0; i < line.Length && !isSentence; i++)
        {
            if (Anywhere.Longest(line, i, out var anywhere) > 0)
                return anywhere;
        }

        foreach (var (word, kind) in Ends)
        {
            if (line.Length < 40 && line.EndsWith(word, StringComparison.Ordinal))
                return kind;
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, LineKind>> Of(string position) =>
        from record in LexiconFile.Records("page-words.tsv")
        where record[0] == position
        from word in record[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select KeyValuePair.Create(word.Replace('_', ' '), Enum.Parse<LineKind>(record[1], ignoreCase: true));
}
