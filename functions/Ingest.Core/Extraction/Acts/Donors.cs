using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>
/// Finds whose gift a clause with 捐赠 tells of: who stands behind 接受 or 收到 (红十字会接收某公司捐赠…), or a name of a firm
/// that no other word tells (某某面罩厂向街道捐赠…).
/// </summary>
internal static class Donors
{
    private const int Longest = 18;
    private const int Shortest = 3;

    private static readonly string[] Receiving = ["接受", "接收", "收到", "获赠", "收受"];

    /// <summary>Words that close the name of a firm which bears none of the legal forms (公司, 集团). General knowledge.</summary>
    private static readonly string[] Firms =
        ["厂", "科技", "实业", "商行", "商贸", "贸易", "超市", "商城", "商场", "药房", "药店", "大药房", "酒楼", "餐饮", "食品", "医药", "农场", "合作社", "车队", "商会", "工作室", "传媒", "物流", "地产", "置业", "建材", "家居", "养殖场", "果园", "网"];

    private static readonly string[] Leads = ["其中", "此外", "另外", "同时", "近日", "日前", "随后", "爱心企业", "爱心商家", "企业", "还有", "当天", "当日", ",", ":", " ", "\n", "、"];

    /// <summary>The donors; empty where the clause's own subject gives, or none is named.</summary>
    public static List<Actor> Read(string text, Clause clause)
    {
        var gift = -1;
        for (var i = 0; i < clause.Tokens.Count && gift < 0; i++)
        {
            if (clause.Tokens[i].Is(WordClass.Donate))
                gift = i;
        }

        return gift < 0 ? [] : Behind(text, clause, gift) is { Count: > 0 } given ? given : Unlisted(text, clause, gift);
    }

    /// <summary>接收某公司、某商会捐款.</summary>
    private static List<Actor> Behind(string text, Clause clause, int gift)
    {
        var before = text.AsSpan(clause.Start, clause.Tokens[gift].End - clause.Start);
        var at = -1;
        foreach (var verb in Receiving)
            at = Math.Max(at, before.LastIndexOf(verb));
        if (at < 0)
            return [];
        var donors = new List<Actor>();
        for (var i = 0; i < gift; i++)
        {
            if (clause.Tokens[i].Kind == TokenKind.Actor && clause.Tokens[i].Start > clause.Start + at)
                donors.AddRange(clause.Tokens[i].Actor!.Actors);
        }

        return donors;
    }

    /// <summary>A firm at the head of the clause, right before the gift or before 向, 通过, 定向.</summary>
    private static List<Actor> Unlisted(string text, Clause clause, int gift)
    {
        var start = clause.Start;
        for (var again = true; again;)
        {
            again = false;
            foreach (var lead in Leads)
            {
                if (text.AsSpan(start, clause.End - start).StartsWith(lead))
                    (start, again) = (start + lead.Length, true);
            }
        }

        var end = clause.Tokens[gift].Start;
        foreach (var token in clause.Tokens)
        {
            if (token.Start >= start && token.Start < end && (token.Kind is TokenKind.Date or TokenKind.Actor or TokenKind.Money or TokenKind.Quantity or TokenKind.Quoted || token.Is(WordClass.Toward | WordClass.With | WordClass.Group)))
                end = token.Start;
        }

        var name = text.AsSpan(start, Math.Max(0, end - start)).TrimEnd(" ");
        foreach (var manner in (ReadOnlySpan<string>)["定向", "无偿", "自发", "主动", "积极", "再次", "先后", "紧急", "慷慨", "踊跃"])
            name = name.EndsWith(manner) ? name[..^manner.Length] : name;
        if (name.Length is < Shortest or > Longest || name.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') >= 0)
            return [];
        foreach (var firm in Firms)
        {
            if (name.EndsWith(firm))
                return [new(name.ToString(), null, ActorKind.Company)];
        }

        return [];
    }
}
