using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Actors;

/// <summary>Finds names for many unions together: 全市各级工会, 某市、县(市、区)两级工会, 各县区总工会.</summary>
internal static class Collectives
{
    /// <summary>Characters between the place and the words for all its unions.</summary>
    private const int Reach = 16;

    private static readonly string[] OtherBodies = ["妇联", "慈善总会", "红十字会", "工商联", "残联", "团组织", "侨联", "慈善会"];
    private static readonly string[] Bodies = ["总工会", "工会", "劳模", .. OtherBodies];
    private static readonly string[] Ranks = ["各级", "两级", "三级", "四级", "五级", "各级各类"];

    /// <summary>What such a name goes on with behind its place.</summary>
    private static readonly CharacterSet GoesOn = new([.. Ranks.Select(static rank => rank[0]), .. "工基级以0123456789"]);

    /// <summary>Words that open such a name though they part names elsewhere: 全市, 各级, 市县, 各区.</summary>
    public static bool Opens(NameWord word) => OpensAll(word.Text) || OpensEach(word);

    /// <summary>Whether such a name opens with the words 各县, 各区 and not with a place.</summary>
    public static bool OpensEach(NameWord word) => word.Text[0] == '各' && word.Text != "各级" && word.Is(NameRoles.Break);

    /// <summary>崆峒等7个|县(市、区)总工会: all of them, told by their number.</summary>
    public static bool IsCounted(string text, NameToken token) =>
        token.Is(NameRoles.Level) && token.Start > 2 && text[token.Start - 1] == '个' && text[token.Start - 2] is (>= '0' and <= '9') or '多' or '余' or '几' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    /// <summary>Where such a name ends that opens with a token, or 0.</summary>
    public static int EndOf(string text, NameToken token, int end)
    {
        if (!token.Is(NameRoles.Collective | NameRoles.Place | NameRoles.Level) || token.Word is not { } word)
            return 0;
        if (OpensEach(word) || IsCounted(text, token))
            return EachEnd(text, token, end);
        var all = OpensAll(word.Text);
        if (!all && !word.Is(NameRoles.Place | NameRoles.Level))
            return 0;
        var at = Pass(text, token.End, end, "省市县区旗乡镇、(),及和级街道企业");
        var rest = text.AsSpan(at, end - at);
        // 全市工会, 市、县工会, 市县工会.
        var bare = word.Is(NameRoles.Place | NameRoles.Level)
            ? at > token.End && (word.Is(NameRoles.Level) || text[token.End] == '、') && text[at - 1] is '县' or '区' or '市' or '乡' or '镇'
            : at == token.End;
        if (bare && BodyAt(rest) is { Length: > 0 } plain && (plain == "工会" || OtherBodies.Contains(plain)))
            return at + plain.Length;
        // 市|总工会, as most: none of what follows begins so.
        if (rest.IsEmpty || !GoesOn.Contains(rest[0]))
            return 0;
        if (rest.StartsWith("工会系统", StringComparison.Ordinal))
            return at + 2;
        if (at == token.End && word.Is(NameRoles.Place) && word.Place is { Full: true } && rest.StartsWith("各基层工会", StringComparison.Ordinal))
            return at + 5;
        if (all && rest.StartsWith("基层工会", StringComparison.Ordinal))
            return at + 4;
        if (all && rest.StartsWith("各基层工会", StringComparison.Ordinal))
            return at + 5;
        if (all && rest.StartsWith("级以上工会", StringComparison.Ordinal))
            return at + 5;
        if (all && rest.StartsWith("以上工会", StringComparison.Ordinal))
            return at + 4;
        if (all && CountedEnd(rest) is var counted and > 0)
            return at + counted;
        foreach (var rank in Ranks)
        {
            if (rest.StartsWith(rank, StringComparison.Ordinal) && BodyAt(rest[rank.Length..]) is { Length: > 0 } body)
                return at + rank.Length + body.Length;
        }

        return 0;
    }

    /// <summary>全省|13个市(地)总工会.</summary>
    private static int CountedEnd(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < Math.Min(rest.Length, Reach) && char.IsAsciiDigit(rest[at]))
            at++;
        if (at == 0 || at == rest.Length || rest[at] is not ('个' or '家' or '余' or '多'))
            return 0;
        // 全市|1200余家基层工会.
        var units = rest[at..].TrimStart("余多");
        if (units.StartsWith("家基层工会", StringComparison.Ordinal) || units.StartsWith("个基层工会", StringComparison.Ordinal))
            return rest.Length - units.Length + 5;
        for (at++; at < Math.Min(rest.Length, Reach) && "市州地县区旗盟、()".Contains(rest[at]); at++)
        {
        }

        return rest[at..].StartsWith("总工会", StringComparison.Ordinal) ? at + 3 : 0;
    }

    /// <summary>各县(市、区)总工会, 各产业工会.</summary>
    private static int EachEnd(string text, NameToken token, int end)
    {
        var from = OpensEach(token.Word!) ? token.Start + 1 : token.Start;
        var at = Pass(text, from, end, "省市县区旗州盟镇乡街道直属产业局基层分车间、()及和");
        var rest = text.AsSpan(at, end - at);
        return at > from && BodyAt(rest) is { Length: > 0 } body && !OtherBodies.Contains(body) ? at + body.Length : 0;
    }

    /// <summary>What all of them are, as the name of the whole says it: 工会 of 某市各级总工会, 妇联 of 全市各级妇联.</summary>
    public static string BodyOf(string written)
    {
        foreach (var body in OtherBodies)
        {
            if (written.EndsWith(body, StringComparison.Ordinal))
                return body;
        }

        return written.EndsWith("劳模", StringComparison.Ordinal) ? "劳模" : "工会";
    }

    private static string? BodyAt(ReadOnlySpan<char> rest)
    {
        foreach (var body in Bodies)
        {
            if (rest.StartsWith(body))
                return body;
        }

        return null;
    }

    private static int Pass(string text, int at, int end, string among)
    {
        // 县(市,区): a comma only within brackets.
        var bracket = false;
        for (var limit = Math.Min(end, at + Reach); at < limit && among.Contains(text[at]) && (text[at] != ',' || bracket); at++)
            bracket = text[at] == '(' || (bracket && text[at] != ')');
        return at;
    }

    private static bool OpensAll(string word) => word is "两级" or "三级" or "全省" or "全市" or "全县" or "全区" or "全州" or "全盟" or "全旗" or "全地区" or "各级" or "省市" or "市县" or "县区" or "区县" or "市区";
}
