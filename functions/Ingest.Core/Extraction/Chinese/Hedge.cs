using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Words before and behind a number that say how exact it is.</summary>
internal static class Hedge
{
    private static readonly Trie<Exactness> Before = new(
    [
        .. Of(Exactness.AtLeast, "不少于", "不低于", "至少", "超过", "突破", "超", "逾", "上"),
        .. Of(Exactness.Approximate, "将近", "接近", "大约", "约为", "近", "约"),
        .. Of(Exactness.Exact, "高达", "多达"),
    ]);

    private static readonly (string Word, Exactness Exactness)[] Behind =
    [
        ("以上", Exactness.AtLeast), ("左右", Exactness.Approximate), ("上下", Exactness.Approximate), ("之多", Exactness.Approximate), ("有余", Exactness.Approximate),
        ("之余", Exactness.Exact), ("余", Exactness.Approximate), ("多", Exactness.Approximate),
    ];

    /// <summary>The hedge at <paramref name="at"/> and its length; 0 where there is none, or where the character ends a word (最近, 预约, 节约).</summary>
    public static (int Length, Exactness Exactness) At(ReadOnlySpan<char> text, int at)
    {
        var length = Before.Longest(text, at, out var exactness);
        if (length != 1)
            return (length, exactness);
        var before = at > 0 ? text[at - 1] : '\n';
        var isWord = text[at] switch
        {
            '近' => before is not ('最' or '附' or '邻' or '靠' or '临' or '远' or '亲' or '就' or '新'),
            '约' => before is not ('预' or '节' or '契' or '合' or '制' or '条' or '签' or '相' or '邀' or '履' or '违'),
            '上' => at + 1 < text.Length && text[at + 1] is '百' or '千' or '万' or '亿',
            _ => true,
        };
        return isWord ? (length, exactness) : (0, Exactness.Exact);
    }

    /// <summary>Steps over 以上, 左右, 之多 at <paramref name="end"/>.</summary>
    public static Exactness ReadBehind(ReadOnlySpan<char> text, ref int end)
    {
        if (end >= text.Length || text[end] is not ('以' or '左' or '上' or '之' or '有' or '余' or '多'))
        {
            return Exactness.Exact;
        }

        foreach (var (word, exactness) in Behind)
        {
            // 3万多 belongs to the number already; behind a measure word 多 and 余 stand in 两个多月, 一斤余.
            if (text[end..].StartsWith(word, StringComparison.Ordinal) && !(word.Length == 1 && end + 1 < text.Length && text[end + 1] is '次' or '种' or '方' or '样' or '元' or '家' or '地' or '位' or '项' or '年'))
            {
                end += word.Length;
                return exactness;
            }
        }

        return Exactness.Exact;
    }

    private static IEnumerable<KeyValuePair<string, Exactness>> Of(Exactness exactness, params string[] words) => words.Select(word => KeyValuePair.Create(word, exactness));
}
