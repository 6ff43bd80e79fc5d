using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Tells what a verb does in its clause: who gives, and whether what is named was given before.</summary>
internal static class ClauseVerbs
{
    private static readonly PhraseSet Got = new(["得到了", "收到了", "领到了", "获得了"]);
    private static readonly PhraseSet Assisting = new(["帮助", "协助", "指导", "督促", "帮企业"]);
    private static readonly PhraseSet Bringing = new(["慰问", "看望", "走访", "送", "探望"]);
    private static readonly PhraseSet Arrivals = new(Phrases.Of("Arrivals"));
    private static readonly PhraseSet Receiving = new(Phrases.Of("Receiving"));
    private static readonly PhraseSet Givers = new(Phrases.Of("Givers"));

    /// <summary>What a verb does, in the light of what stands around it.</summary>
    public static WordClass Note(string text, Clause clause, in Token token, Word word)
    {
        const WordClass Told = WordClass.Give | WordClass.Donate | WordClass.Allocate | WordClass.Buy | WordClass.Award | WordClass.Visit;
        var does = word.Class;
        var next = token.End < text.Length ? text[token.End] : '\0';
        // 采购的口罩 tells of goods, but 由市总工会采购的口罩 tells who bought them.
        // 收到了市总工会送来的慰问金: told from the side of who got it.
        if (next == '的' && word.Theme is null && !clause.Is(WordClass.Passive) && !((does & WordClass.Give) != 0 && Got.StandsIn(text.AsSpan(clause.Start, token.Start - clause.Start))))
            does &= ~(WordClass.AnyAct | WordClass.Found);
        var before = text.AsSpan(clause.Start, token.Start - clause.Start);
        // 帮助企业制订方案: theirs, and no order.
        if ((does & WordClass.Issue) != 0 && Assisting.StandsIn(before))
            does &= ~WordClass.Issue;
        if ((word.Class & Told) == 0 && (word.Cues & WordCue.Gift) == 0)
            return does;

        // 一下高速就领到热饭: how it felt, where no number says how much was handed out.
        if ((does & WordClass.Give) != 0 && (word.Cues & WordCue.Gets) != 0 && !clause.HasCounts && !IsCounted(clause, token))
            does &= ~WordClass.Give;
        // 群众自发背来南瓜400个: nobody else's gift.
        if ((does & WordClass.Give) != 0 && before.EndsWith("自发"))
            (does, clause.ByMembers) = (does | WordClass.Donate, true);
        // 分发捐赠口罩: what was given before is handed on.
        if ((does & WordClass.Donate) != 0 && before is [.., '发' or '放' or '配'] && clause.Is(WordClass.Give))
            does &= ~WordClass.Donate;
        // 救援队携冲锋舟4艘赶赴…: what they use there; 携物资慰问… is given.
        if (text[token.Start] == '携' && !Bringing.StandsIn(text.AsSpan(token.End, clause.End - token.End)))
            does &= ~WordClass.Give;
        // 五一劳动奖章获得者某某: a title.
        if (next == '者')
            does &= ~WordClass.Award;
        // 捐款中的300万元: what was given before.
        if (next == '中')
            does &= ~WordClass.Donate;
        if ((does & WordClass.Donate) != 0 && token.Start > 0 && text[token.Start - 1] == '的' && !(char.IsAsciiDigit(next) && Receiving.StandsIn(before)))
            does &= ~WordClass.Donate;
        if ((word.Class & ~does & WordClass.Donate) != 0 && (SumsUp(text, token.End, clause.End) || (Arrives(text, token.End, clause.End) && IsCounted(clause, token))))
            does |= WordClass.Donate;
        if ((word.Class & (WordClass.Allocate | WordClass.Buy)) != 0 && (does & WordClass.AnyAct) == 0 && Arrives(text, token.End, clause.End) && IsCounted(clause, token))
            does |= WordClass.Give;
        clause.NamesGiver |= (does & WordClass.Donate) != 0 && NamesGiver(text, clause, token);
        clause.ByMembers |= (does & WordClass.Donate) != 0 && (clause.CallsUpon || clause.Is(WordClass.Toward) ? clause.CallsUpon || clause.GiversFirst : NamesGivers(clause) || (word.Cues & WordCue.OwnGift) != 0);
        if ((does & WordClass.Award) != 0)
            clause.Cues |= word.Cues & WordCue.Honours;
        if ((does & WordClass.Visit) != 0)
            clause.Cues |= word.Cues & WordCue.Comforts;
        if ((word.Cues & WordCue.Gift) != 0 && (clause.HasFigures || (next == '的' && HasFigureBehind(clause, token))) && Receiving.StandsIn(before))
        {
            clause.Cues |= WordCue.Gathers;
            does |= WordClass.Donate;
        }

        return does;
    }

    /// <summary>某某铜矿|向…捐赠, 经营户|自发捐款: the words before the gift end as the name of a giver does.</summary>
    private static bool NamesGiver(string text, Clause clause, in Token gift)
    {
        var start = clause.Start;
        var end = gift.Start;
        foreach (var token in clause.Tokens)
        {
            if (token.Start >= end)
                break;
            if (token.Kind is TokenKind.Actor)
                return token.Actor!.Actors is [{ Kind: ActorKind.Person or ActorKind.Company }, ..];
            if (token.Kind == TokenKind.Date && token.Start == start)
                start = token.End;
            else if (token.Start > start && (token.Is(WordClass.Passive) || (token.Is(WordClass.Toward) && text[token.Start] is '向' or '为' or '给' or '对') || token.Kind is TokenKind.Money or TokenKind.Quantity))
                end = token.Start;
        }

        var head = text.AsSpan(start, Math.Max(0, end - start)).TrimEnd("自发主动踊跃积极共同先后再次也还又分别带头定向");
        return head.Length > 2 && Givers.Ends(head);
    }

    /// <summary>会员, 爱心企业: people or firms who may be the givers.</summary>
    public static bool NamesGivers(Clause clause) => clause.Is(WordClass.Group | WordClass.Helper) || clause.NamesFirms;

    /// <summary>会员们捐赠的款物合计20万元: what was given is summed up.</summary>
    private static bool SumsUp(string text, int start, int end)
    {
        var rest = text.AsSpan(start, Math.Max(0, end - start));
        return rest.IndexOf("合计") >= 0 || rest.IndexOf("共计") >= 0 || rest.IndexOf("累计") >= 0 || rest.IndexOf("总计") >= 0 || rest.IndexOf("折合") >= 0;
    }

    /// <summary>某商会捐赠的两车饮料运抵某市: the gift is told by its way.</summary>
    private static bool Arrives(string text, int start, int end) =>
        start < end && text[start] == '的' && Arrivals.StandsIn(text.AsSpan(start, end - start));

    /// <summary>收到某公司捐赠的|善款5万元: whether an amount or a number stands behind a word.</summary>
    private static bool HasFigureBehind(Clause clause, in Token word) => HasBehind(clause, word, TokenKind.Money) || IsCounted(clause, word);

    /// <summary>Whether a number of something stands behind a word.</summary>
    private static bool IsCounted(Clause clause, in Token word) => HasBehind(clause, word, TokenKind.Quantity);

    private static bool HasBehind(Clause clause, in Token word, TokenKind kind)
    {
        foreach (ref readonly var token in clause.Tokens)
        {
            if (token.Kind == kind && token.Start >= word.End)
                return true;
        }

        return false;
    }
}
