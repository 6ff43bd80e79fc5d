using System.Buffers;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>How an act reaches a place or body that it names.</summary>
internal enum Reach
{
    /// <summary>Not at all: named as where something comes from, or only beside.</summary>
    None,

    /// <summary>People go there: 到某县, 深入某区.</summary>
    Gone,

    /// <summary>It gets something: 向某市, 运往某市, 慰问某县.</summary>
    Given,

    /// <summary>Something is set up there: 在某市设立.</summary>
    Founded,

    /// <summary>It is helped: 支援某省, 驰援某市. What follows in the sentence is the help.</summary>
    Helped,
}

/// <summary>Tells from the words around a name whether an act reaches it.</summary>
internal static class Served
{
    private const int LongestModifier = 12;
    private const int LongestLoad = 30;

    private static readonly PhraseSet Giving =
        new(["捐赠", "捐给", "送给", "寄给", "赠送", "拨付", "下拨", "划拨", "给予", "补助", "资助", "运往", "送往", "发往", "寄往", "运抵", "送抵", "运至", "送至", "发至", "运到", "送到", "寄到", "发到", "用于", "驶往", "开往", "慰问", "服务", "直送", "专送", "分送", "转送", "转赠", "转运至", "转运到", "配送至", "配送到", "汇往", "汇至", "汇给", "捐往", "捐到", "投向", "空运", "驰送", "援送", "直运", "直发", "支援给", "调往", "调运", "送达", "运达", "发给", "拨给", "划给", "汇入", "打到"]);

    private static readonly PhraseSet Founding = new(["设立", "设置", "建立", "成立", "开设", "开办", "支起", "搭起", "搭建", "架起", "摆起", "办起", "建起", "开起", "搭设", "架设"]);

    private static readonly PhraseSet Helping = new(["支援", "援助", "驰援", "参加", "参与", "援建", "支持", "增援", "赴援", "救援", "声援", "力援", "紧急支援"]);
    private static readonly PhraseSet Going = new(["深入", "看望", "走访", "抵达", "到达", "协助", "帮助", "进驻", "驻点", "挺进", "直奔", "奔赴", "开赴", "入驻"]);

    /// <summary>Words that end like a way to somewhere and are none.</summary>
    private static readonly PhraseSet Noticing = new(["考虑到", "感受到", "收到", "接到", "得到", "看到", "遇到", "想到", "了解到", "认识到", "以来", "原来", "促进", "推进"]);

    private static readonly PhraseSet Charges = new(["包联", "联系", "帮扶", "结对", "包保", "包抓", "挂点", "挂钩", "对口支援", "驻点", "分包"]);
    private static readonly PhraseSet Moving = new(["送到", "送往", "送至", "运往", "运到", "运至"]);
    private static readonly PhraseSet NoScene = new(["的", "工作", "务工", "打工", "就业", "学习", "读书", "举行", "召开", "启动", "等"]);
    private static readonly string[] Loads = ["物资", "货车", "卡车", "蔬菜", "粮", "鸡蛋", "方便食品", "捐赠"];
    private static readonly string[] Movers = ["人员", "员工", "农民工", "务工者", "职工"];
    private static readonly SearchValues<char> Marks = SearchValues.Create(",。;:! \n");

    /// <summary>How the act reaches the name that a token holds.</summary>
    public static Reach By(string text, Token token)
    {
        var before = text.AsSpan(0, token.Start);
        if (before.EndsWith("了"))
            return Going.Ends(before[..^1]) ? Reach.Gone : Reach.None;
        var after = text.AsSpan(token.End, Math.Min(LongestModifier, text.Length - token.End));
        if (after.StartsWith("籍") || after.StartsWith("返") || after.StartsWith("回") || after.StartsWith("方向"))
            return Reach.None;
        if ((before.EndsWith("抵达") || before.EndsWith("到达")) && CarriesGoods(before))
            return Reach.Helped;
        if (before[^1] == '在' && (Giving.Ends(before[..^1]) || before.EndsWith("给在")) && !ContainsKin(after))
            return Reach.Given;
        if (Helping.Ends(before))
            return before.EndsWith("参加") || before.EndsWith("参与") ? (after.IndexOf("建设") >= 0 ? Reach.Given : Reach.None)
                : token.Kind == TokenKind.Actor || !Describes(after) ? Reach.Helped : Reach.Gone;
        if (before[^1] == '在' && Founding.Starts(after))
            return Reach.Founded;
        if (before[^1] == '帮' || before.EndsWith("帮助"))
            return Reach.Helped;
        if (before[^1] is '向' or '给' or '予' or '为' or '对' || Giving.Ends(before))
            return MovesPeople(before) ? Reach.None : Reach.Given;
        if (before[^1] == '在' && after.Length > 0)
            return IsFrame(text, token.End) || NoScene.Starts(after) ? Reach.None : after.IndexOf("帮助") >= 0 || after.IndexOf("协助") >= 0 || after.IndexOf("救援") >= 0 ? Reach.Helped : Reach.Gone;
        if (before[^1] == '的' && IsCharge(before))
            return Reach.Gone;
        return !NamesTeam(after) && !Noticing.Ends(before) && (before[^1] is '到' or '赴' or '往' or '至' or '来' or '进' || Going.Ends(before)) ? Reach.Gone : Reach.None;
    }

    /// <summary>在|某县商务部门协调下, 在|某市举行的仪式上: a frame around what is told, and not where it is done.</summary>
    private static bool IsFrame(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestLoad, text.Length - at));
        var end = rest.IndexOfAny(Marks);
        rest = end < 0 ? rest : rest[..end];
        return rest.Length > 0 && (rest[^1] is '下' or '上' or '后' or '时' or '中' || rest.IndexOf("仪式") >= 0);
    }

    /// <summary>到所包联的|某区, 走进结对帮扶的|某县: whom the actor looks after.</summary>
    private static bool IsCharge(ReadOnlySpan<char> before)
    {
        var near = before[Math.Max(0, before.Length - LongestModifier)..^1];
        near = near[(near.LastIndexOfAny(Marks) + 1)..];
        return near.IndexOfAny("到赴进入") >= 0 && Charges.Ends(near);
    }

    /// <summary>满载物资的货车抵达某市: what came is given there.</summary>
    private static bool CarriesGoods(ReadOnlySpan<char> before)
    {
        var near = before[Math.Max(0, before.Length - LongestLoad)..];
        near = near[(near.LastIndexOfAny(Marks) + 1)..];
        foreach (var load in Loads)
        {
            if (near.IndexOf(load) >= 0)
                return true;
        }

        return false;
    }

    private static bool ContainsKin(ReadOnlySpan<char> after) => after.IndexOf("家属") >= 0 || after.IndexOf("家庭") >= 0;

    /// <summary>支援某省|医疗队员家属: the place only says which people.</summary>
    private static bool Describes(ReadOnlySpan<char> after)
    {
        var end = after.IndexOfAny(Marks);
        after = end < 0 ? after : after[..end];
        return after.IndexOfAny("医队员家的") >= 0;
    }

    /// <summary>把760名务工人员送到某省: nobody there is given anything.</summary>
    private static bool MovesPeople(ReadOnlySpan<char> before)
    {
        if (!Moving.Ends(before))
            return false;
        var near = before[Math.Max(0, before.Length - LongestModifier)..^2];
        foreach (var people in Movers)
        {
            if (near.IndexOf(people) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>赴某区|抗疫突击队: a team that bears the name of where it goes.</summary>
    private static bool NamesTeam(ReadOnlySpan<char> after)
    {
        var end = after.IndexOfAny(Marks);
        return (end < 0 ? after : after[..end]).EndsWith("队");
    }
}
