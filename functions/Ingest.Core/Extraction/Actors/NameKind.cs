using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Actors;

/// <summary>Says what sort of actor a name is by the words that close it and its parts.</summary>
internal static class NameKind
{
    /// <summary>Words that name a works and its union in one.</summary>
    private static readonly HashSet<string> OfWorks = ["集团工会", "油田工会", "煤矿工会", "医院工会", "学校工会", "银行工会", "支行工会", "分行工会", "电厂工会", "学院工会", "大学工会", "厂工会", "矿工会", "院工会", "校工会", "段工会"];

    /// <summary>Whether a name is that of a company or institution, or of its union; but 市总工会文化艺术协会 is the union's own.</summary>
    public static bool IsCorporate(NameTokens tokens, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].Word?.Kind is not { } kind)
                continue;
            if (kind is ActorKind.Company or ActorKind.Institution || (kind == ActorKind.Public && IsCompanyPrefix(tokens[first])))
                return true;
            if (kind == ActorKind.Union)
                return OfWorks.Contains(tokens[i].Word!.Text);
        }

        return false;
    }

    /// <summary>The kind of actor: a union where any word closes a union's name, else what the last closing word says.</summary>
    public static ActorKind Of(NameTokens tokens, int first, int last, bool shortUnion)
    {
        if (shortUnion)
            return ActorKind.Union;
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].Word?.Kind == ActorKind.Union)
                return ActorKind.Union;
        }

        for (var i = last; i >= first; i--)
        {
            if (tokens[i].Word?.Kind is { } kind)
                return kind == ActorKind.Public && IsCompanyPrefix(tokens[first]) ? ActorKind.Company : kind;
        }

        return ActorKind.Public;
    }

    /// <summary>中铁二局, 国网某供电局: companies though their names close like offices.</summary>
    private static bool IsCompanyPrefix(NameToken token) =>
        token.Is(NameRoles.Prefix) && token.Word!.Text is ['中', '铁' or '建' or '交' or '核' or '车' or '粮' or '石', ..] or ['国', '网' or '电' or '能'] or ['南', '方', ..] or ['华', '能' or '电'] or "大唐" or "国家电网" or "中国铁路";
}
