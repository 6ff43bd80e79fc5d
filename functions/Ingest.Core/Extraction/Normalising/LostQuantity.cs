using System.Buffers;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Finds where a number is missing: a measure word that nothing counts, as in 送去个口罩、瓶洗手液, 口罩个, 代表余人.
/// Only patterns that sound text does not have: a wrong alarm costs a fact, a missed one costs nothing.
/// </summary>
internal static class LostQuantity
{
    private static readonly SearchValues<char> Containers = SearchValues.Create("个瓶盒箱袋桶份");
    private static readonly SearchValues<char> Counted = SearchValues.Create("个份户名件台双顶");
    private static readonly SearchValues<char> ListMarks = SearchValues.Create("、和及与,");
    private static readonly SearchValues<char> Giving = SearchValues.Create("去来送赠");
    private static readonly SearchValues<char> Ends = SearchValues.Create(",。、;)和及\n");

    // 一个, 这个, 整个 and 身份, 省份, 客户 are whole words.
    private static readonly SearchValues<char> CountsBefore =
        SearchValues.Create("一二三四五六七八九十百千万亿两几数多半每各这那哪某整余零第首另单双对逐几0123456789来上近超约�");

    private static readonly SearchValues<char> MakesWordWithShare = SearchValues.Create("身省股年部成备县缘辈水过充月等全天安");
    private static readonly SearchValues<char> MakesWordWithMany = SearchValues.Create("其剩业结残盈节富空宽有年岁月日天周个万千百十亿");
    private static readonly SearchValues<char> FollowsEach = SearchValues.Create("人体别性案税股展头子中唱装颈盖饭包额套");

    /// <summary>Whether a character is a measure word that a lost number may leave behind; of no other can one be missing.</summary>
    public static bool MayLack(char c) => c == '余' || Containers.Contains(c) || Counted.Contains(c);

    /// <summary>Whether a number is missing before <paramref name="c"/>.</summary>
    /// <param name="written">Normal text so far.</param>
    /// <param name="c">The character that may be an orphaned measure word.</param>
    /// <param name="next">The one behind it.</param>
    /// <param name="afterNext">The one behind that.</param>
    public static bool IsMissing(ReadOnlySpan<char> written, char c, char next, char afterNext)
    {
        if (written.IsEmpty || written[^1] is var last && CountsBefore.Contains(last))
        {
            return false;
        }

        return c switch
        {
            '余' => next is '人' or '名' or '户' or '家' or '份' && afterNext != '员' && TextKind.IsHan(written[^1]) && !MakesWordWithMany.Contains(written[^1]),
            _ when Containers.Contains(c) && (TextKind.IsHan(next) || next == '“') && !FollowsEach.Contains(next) => OpensList(written) && (written[^1] != '的' || c == '份' && next == '“'),
            _ when Counted.Contains(c) && Ends.Contains(next) => ClosesNoun(written, c),
            _ => false,
        };
    }

    /// <summary>A word that makes the question mark behind it a real one.</summary>
    public static bool AsksBefore(char last) => last is '吗' or '呢' or '么' or '吧' or '啊' or '谁' or '何' or '否' or '嘛' or '少' or '里' or '办' or '样';

    private static bool OpensList(ReadOnlySpan<char> written) =>
        written[^1] == '的' || Giving.Contains(written[^1]) && written.Length > 1 && written[^2] is '送' or '发' or '捐' or '赠' or '带'
        || ListMarks.Contains(written[^1]) && written.Length > 2 && TextKind.IsHan(written[^2]) && TextKind.IsHan(written[^3]) && written[^2] is not ('个' or '各');

    private static bool ClosesNoun(ReadOnlySpan<char> written, char c) => written.Length > 1 && TextKind.IsHan(written[^1]) && TextKind.IsHan(written[^2]) && c switch
    {
        '个' => written[^1] is not ('们' or '的' or '下' or '前' or '后' or '大' or '小' or '些' or '挨' or '求' or '问'),
        '份' => !MakesWordWithShare.Contains(written[^1]),
        '户' => written[^1] is '工' or '庭' or '属',
        '件' => written[^1] is '衣' or '服' or '裤' or '袄',
        '台' => written[^1] is '器' or '机' or '扇',
        '双' => written[^1] is '套' or '鞋' or '袜',
        '顶' => written[^1] is '篷' or '帽',
        '名' => written[^1] is '员' or '工' or '者',
        _ => false,
    };
}
