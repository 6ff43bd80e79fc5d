using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Finds who a clause says is acting.</summary>
internal static class SubjectOfClause
{
    private const string Before = "的向对为给到在赴往从按据照受经把被随同至属于与和及替帮";
    private const int Connector = 14;

    /// <summary>Characters that the posts of a further person may take up.</summary>
    private const int LongestPosts = 30;

    /// <summary>Characters behind 的 that may tell of an organisation's own people.</summary>
    private const int LongestOwn = 10;

    private static readonly string[] ObjectVerbs = Phrases.Of("ObjectVerbs");
    private static readonly HashSet<string> ListGovernors = [.. Phrases.Of("ListGovernors")];
    private static readonly PhraseSet Bringing = new("协调", "联系", "争取", "邀请", "引导", "牵线", "对接", "发动");
    private static readonly PhraseSet Heard = new(Phrases.Of("Heard"));
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Crowds = new HashSet<string>(Phrases.Of("Crowds")).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Sets the clause's subject, if it names one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="subject">A list to gather in, the same for all clauses.</param>
    public static void Read(string text, Clause clause, List<Actor> subject)
    {
        subject.Clear();
        if (clause.Has(TokenKind.Actor))
            ReadNamed(text, clause, subject);
        clause.Subject = (clause.Is(WordClass.Donate) || subject.Count == 0) && Donors.Read(text, clause) is { Length: > 0 } donors ? donors : subject.Count == 0 ? [] : subject.ToArray();
        clause.OtherSubject = clause.Subject.Count == 0 && OpensWithOthers(text, clause);
    }

    /// <summary>Gathers the subject of a clause that names actors.</summary>
    private static void ReadNamed(string text, Clause clause, List<Actor> subject)
    {
        var (end, nameEnd) = (-1, -1);
        var verbs = 0;
        var joined = false;
        var called = false;
        var toward = false;
        var tokens = clause.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Actor)
            {
                var mention = token.Actor!;
                // 某县总工会代表县委慰问…: on whose behalf.
                if (subject.Count > 0 && text.AsSpan(0, token.Start).EndsWith("代表"))
                    continue;
                // 市总工会组织各级工会慰问…: they act.
                if (joined && called && mention.Actors is [{ Kind: ActorKind.Collective } all] && all.Name.Contains("各级", StringComparison.Ordinal))
                {
                    clause.Host = [.. subject];
                    subject.Clear();
                }

                // 某县总工会协调|某公司捐赠…: the firm gives.
                if (subject.Count > 0 && IsBroughtToGive(text, clause, mention, token, end))
                {
                    subject.Clear();
                    AddNew(subject, mention.Actors);
                    end = nameEnd = token.End;
                    continue;
                }

                // 某市总工会联合爱心企业在|市工人文化宫举行….
                if (subject.Count > 0 && text[token.Start - 1] == '在')
                    continue;
                if (subject.Count == 0 ? (verbs == 0 && !toward && Opens(text, clause, token)) || FollowsHonour(text, token) || IsRepresented(text, clause, token) || IsCalledUp(text, clause, mention, token) : (joined && !(called && IsGuest(mention))) || Joins(text, end, token.Start) || IsFurtherPerson(text, subject, mention, end))
                {
                    if (HoldsBothPosts(subject, mention, text, end, token.Start))
                        subject.Clear();
                    // 某省妇联所属省妇女儿童发展基金会: the part acts.
                    if (subject.Count > 0 && token.Start > end && LeadsToPart(text.AsSpan(end, token.Start - end)))
                        subject.Clear();
                    if (joined && clause.Leaders == 0)
                        clause.Leaders = subject.Count;
                    AddNew(subject, mention.Actors);
                    (end, nameEnd) = (Math.Max(token.End, mention.SubjectEnd), token.End);
                    clause.ByOfficials |= mention.SubjectEnd > mention.Span.End;
                }
                else if (subject.Count == 0 && token.Start > 0 && text[token.Start - 1] == '由')
                {
                    toward = true;
                }

                continue;
            }

            if (token.Start < end || token.Kind != TokenKind.Word)
                continue;
            // 甲通过市总工会捐赠: the way of the gift is no giver.
            if (token.Is(WordClass.With) && (token.Word!.Text is "通过" or "依托" || (token.Word.Text is "经" && clause.Is(WordClass.Donate))))
                (joined, toward) = (false, true);
            else if (token.Is(WordClass.With) && subject.Count > 0 && verbs == 0)
                (joined, called) = (true, token.Word!.Text is "组织" or "协调");
            else if (token.Is(WordClass.AnyAct) && !IsModifier(text, token) && !IsBodyNoun(clause, i))
            {
                verbs++;
                joined = false;
            }
            else if (token.Is(WordClass.Toward))
                (joined, toward) = (false, true);
        }

        clause.JoinsOn = joined && !called && text[clause.End - 1] != ';';
        TakeTogether(subject);
        if (subject.Count > 0)
            SubjectTails.Read(text, clause, subject, nameEnd, end, joined);
        if (subject.Count == 0)
            PassiveAgent(text, clause, subject);
        if (subject.Count == 0 && IsArranged(clause.In(text).TrimEnd(",")))
            Organisers(clause, subject);
        if (subject.Count > 0 && clause.Is(WordClass.Donate) && Donors.AreReceivedFrom(text, clause))
            clause.Receivers = subject.ToArray();
    }

    /// <summary>某省总工会及地方各级工会: all unions of the place.</summary>
    private static void TakeTogether(List<Actor> subject)
    {
        if (subject.Count < 2 || subject[0] is not { Kind: ActorKind.Union, Place: { } place } || subject[0].Name.EndsWith("总工会", StringComparison.Ordinal) is false)
            return;
        for (var i = 1; i < subject.Count; i++)
        {
            if (subject[i] is not { Kind: ActorKind.Collective } all || all.Place != place || !all.Name.EndsWith("工会", StringComparison.Ordinal))
                continue;
            subject[i] = all with { Name = subject[0].Name[..^3] + "各级工会" };
            subject.RemoveAt(0);
            return;
        }
    }

    private static bool Opens(string text, Clause clause, Token token)
    {
        if (IsPosted(text, clause, token))
            return false;
        if (token.End < text.Length && text[token.End] == '的')
            return token.Start == clause.Start && IsOwn(text.AsSpan(token.End + 1, Math.Min(LongestOwn, text.Length - token.End - 1)));
        if (token.Start == clause.Start)
            return true;
        var before = text[token.Start - 1];
        // 又会同|县财政局下拨….
        if (before == '同' && text.AsSpan(clause.Start, token.Start - clause.Start) is "会同" or [.., '又' or '还' or '并' or '也' or '再', '会', '同'])
            return true;
        if (before == '从')
            return text.AsSpan(token.End, Math.Min(6, text.Length - token.End)) is var rest && (rest.StartsWith("获悉") || rest.StartsWith("了解到") || IsHeardFromOffice(text.AsSpan(token.End, clause.End - token.End)));
        return !Before.Contains(before, StringComparison.Ordinal) && before != '由' && !FollowsObjectVerb(text, clause.Start, token.Start);
    }

    /// <summary>某局派往外地的队员,…: the body only says which people.</summary>
    private static bool IsPosted(string text, Clause clause, Token token)
    {
        var rest = text.AsSpan(token.End, Math.Max(0, clause.End - token.End));
        return (rest.StartsWith("派往") || rest.StartsWith("派赴") || rest.StartsWith("派出的")) && rest.Contains('的');
    }

    /// <summary>该市组织|各级工会…: all of them act.</summary>
    private static bool IsCalledUp(string text, Clause clause, ActorMention mention, Token token) =>
        mention.Actors is [{ Kind: ActorKind.Collective }] && text.AsSpan(clause.Start, token.Start - clause.Start) is ['该' or '我', _, '组', '织'];

    /// <summary>某某代表|某公司捐赠….</summary>
    private static bool IsRepresented(string text, Clause clause, Token token) =>
        clause.Is(WordClass.Donate) && text.AsSpan(clause.Start, token.Start - clause.Start).EndsWith("代表");

    /// <summary>某市民政局|社会救助科获悉: an office of the body.</summary>
    private static bool IsHeardFromOffice(ReadOnlySpan<char> rest)
    {
        var heard = rest.IndexOf("获悉");
        return heard is > 1 and <= LongestOwn && rest[heard - 1] is '科' or '处' or '股' or '室' or '办' or '部' or '队';
    }

    /// <summary>某县总工会协调|某公司捐赠牛奶, 经某区总工会牵线,某公司捐资: a firm that is named gives itself.</summary>
    private static bool IsBroughtToGive(string text, Clause clause, ActorMention mention, Token token, int end) =>
        clause.Is(WordClass.Donate) && end >= 0 && token.Start - end is > 1 and <= Connector && mention.Actors is [{ Kind: ActorKind.Company }, ..]
        && text.AsSpan(end, token.Start - end) is var between && Bringing.StandsIn(between) && between.IndexOfAny(",;:。") < 0;

    /// <summary>组织书法家协会的会员…, 协调某公司…: whoever is called together acts for the caller.</summary>
    private static bool IsGuest(ActorMention mention) => mention.Actors is [{ Kind: not ActorKind.Public }, ..];

    /// <summary>某街道总工会的|志愿者: its own people.</summary>
    private static bool IsOwn(ReadOnlySpan<char> rest)
    {
        // 某市总工会的|32名|志愿者.
        if (rest.Length > 0 && char.IsAsciiDigit(rest[0]))
        {
            rest = rest.TrimStart("0123456789余多");
            if (rest.Length > 1 && rest[0] is '名' or '位' && rest[1] is not ('困' or '受' or '患' or '特' or '伤'))
                return true;
        }

        if (rest.Length > 0 && rest[0] == '“' && rest.IndexOf('”') is var closed and > 0)
            rest = rest[(closed + 1)..];
        return rest.StartsWith("小分队") || rest.StartsWith("服务队") || rest.StartsWith("志愿者") || rest.StartsWith("队员") || rest.StartsWith("劳模") || rest.StartsWith("工作人员") || rest.StartsWith("干部") || rest.StartsWith("社工") || rest.StartsWith("义工") || rest.StartsWith("党员") || rest.StartsWith("律师") || rest.StartsWith("网格员") || rest.StartsWith("骨干") || rest.StartsWith("做法");
    }

    /// <summary>推进市县两级工会…, 承接全总…: the name is what somebody else's verb is about.</summary>
    private static bool FollowsObjectVerb(string text, int start, int at)
    {
        var before = text.AsSpan(start, at - start);
        foreach (var verb in ObjectVerbs)
        {
            var found = before.LastIndexOf(verb);
            if (found >= 0 && (found + verb.Length == before.Length || ListGovernors.Contains(verb)))
                return true;
        }

        return false;
    }

    /// <summary>市五一劳动奖状荣获单位——|某公司捐赠….</summary>
    private static bool FollowsHonour(string text, Token token) =>
        token.Start > 3 && text[token.Start - 1] is '-' or '—' && text.AsSpan(0, token.Start).TrimEnd("-—").EndsWith("单位");

    /// <summary>某厂主任甲|和某公司董事长|乙: whose post the joint names.</summary>
    private static bool IsFurtherPerson(string text, List<Actor> subject, ActorMention mention, int end) =>
        subject[^1].Kind == ActorKind.Person && mention.Actors is [{ Kind: ActorKind.Person }] && mention.Span.Start - end is > 0 and <= LongestPosts
        && text.AsSpan(end, mention.Span.Start - end) is ['、' or '和' or '与', ..] posts && posts.IndexOfAny(",;:。") < 0;

    private static bool Joins(string text, int end, int start) =>
        start - end is >= 0 and <= Connector
        && text.AsSpan(end, start - end) is var between
        && between.IndexOfAny(",;:。") < 0
        && (between.IsEmpty || between.Trim("还也又则再") is "与" or "同" or "和" || between[0] is '、' or '和' or '与' or '及' or '同' or '暨' || between.StartsWith("以及") || between.StartsWith("联合")
            || between.StartsWith("会同") || between.StartsWith("携手") || LeadsToPart(between));

    /// <summary>某省妇联|所属|某基金会: what joins a part to its body.</summary>
    private static bool LeadsToPart(ReadOnlySpan<char> between) => between is "所属" or "下属" or "旗下" or "直属" or "所属的" or "下属的" or "旗下的";

    /// <summary>由某单位举办: the agent of a clause that has no other subject.</summary>
    private static void PassiveAgent(string text, Clause clause, List<Actor> subject)
    {
        var end = -1;
        foreach (var token in clause.Tokens)
        {
            if (token.Kind != TokenKind.Actor)
                continue;
            var agent = subject.Count == 0 ? FollowsBy(text, clause.Start, token.Start) : Joins(text, end, token.Start);
            if (!agent)
                continue;
            clause.ByAgent = true;
            AddNew(subject, token.Actor!.Actors);
            end = Math.Max(token.End, token.Actor.SubjectEnd);
        }
    }

    /// <summary>在某局、某市总工会的组织下, 应某省总工会邀请: those who are named are behind what follows.</summary>
    private static bool IsArranged(ReadOnlySpan<char> clause) =>
        clause is ['在', .., '的', '组', '织', '下'] or ['应', .., '邀', '请'] || (clause.StartsWith("受") && clause.EndsWith("邀请"));

    /// <summary>Takes all whom the clause names: they act in what follows.</summary>
    private static void Organisers(Clause clause, List<Actor> subject)
    {
        foreach (var token in clause.Tokens)
        {
            if (token.Kind == TokenKind.Actor)
                AddNew(subject, token.Actor!.Actors);
        }
    }

    /// <summary>县委常委、县总工会主席某某: one person of two posts acts for the union.</summary>
    private static bool HoldsBothPosts(List<Actor> subject, ActorMention mention, string text, int end, int start) =>
        subject is [{ Kind: ActorKind.Public }] && mention.Actors is [{ Kind: ActorKind.Union }, ..] && mention.SubjectEnd > mention.Span.End
        && start > end && text.AsSpan(end, start - end).IndexOfAny("和与") < 0;

    private static bool FollowsBy(string text, int start, int at) =>
        (at > start && text[at - 1] == '由') || (at > start + 1 && text[at - 1] == '“' && text[at - 2] == '由');

    /// <summary>广大职工…, 大家…: people who are no actor.</summary>
    private static bool OpensWithOthers(string text, Clause clause)
    {
        if (clause.Tokens.Length == 0)
            return false;
        var others = (text[clause.Start] == '由' && clause.Is(WordClass.Give))
            || text.AsSpan(clause.Start, Math.Min(3, clause.End - clause.Start)).TrimStart("“ \n") is ['大', '家', ..] or ['人', '们', ..]
            || OpensWithGroup(text, clause);
        return others && !Heard.Ends(clause.In(text).TrimEnd(",:"));
    }

    /// <summary>职工…, 广大职工….</summary>
    private static bool OpensWithGroup(string text, Clause clause)
    {
        var at = clause.Tokens[0].Kind == TokenKind.Mark && clause.Tokens.Length > 1 ? 1 : 0;
        var first = clause.Tokens[at];
        if (!first.Is(WordClass.Group) || first.Is(WordClass.Toward | WordClass.AnyAct) || IsModifier(text, first))
            return false;
        // 职工|心理驿站接待…: what is there for them.
        at++;
        if (at < clause.Tokens.Length && clause.Tokens[at].Start == first.End && clause.Tokens[at].Word is { } noun && (noun.Theme ?? noun.Field) is not null && !clause.Tokens[at].Is(WordClass.AnyAct))
            return false;
        // 职工法律援助中心: a body named after people acts itself.
        if (NameLexicon.Words.Longest(text.AsSpan(0, clause.End), first.Start, out var body) > first.End - first.Start && body!.Is(NameRoles.Organisation))
            return false;
        var before = text.AsSpan(clause.Start, first.Start - clause.Start).Trim("“ \n");
        return before.IsEmpty || Crowds.Contains(before);
    }

    /// <summary>公募基金组织北京市…基金会: the word is a noun before a name.</summary>
    private static bool IsBodyNoun(Clause clause, int at) =>
        (clause.Tokens[at].Word!.Cues & WordCue.Organises) != 0 && at > 0 && clause.Tokens[at - 1].End == clause.Tokens[at].Start
        && at + 1 < clause.Tokens.Length && clause.Tokens[at + 1].Kind == TokenKind.Actor && clause.Tokens[at + 1].Start == clause.Tokens[at].End;

    /// <summary>采购的口罩, 五一劳动奖章获得者: the verb says of what kind something is.</summary>
    private static bool IsModifier(string text, Token token) => token.End < text.Length && text[token.End] is '的' or '者';

    private static bool Names(List<Actor> subject, string name)
    {
        foreach (var actor in subject)
        {
            if (actor.Name == name)
                return true;
        }

        return false;
    }

    private static void AddNew(List<Actor> subject, IReadOnlyList<Actor> actors)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (!Names(subject, actors[i].Name))
                subject.Add(actors[i]);
        }
    }
}
