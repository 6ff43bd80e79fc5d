using System.Buffers;
using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>
/// Finds whose gift a clause tells of: who stands behind 接受 or 收到 (红十字会接收某公司捐赠…), or a donor at its head whom no
/// other word tells: a person (村民某某), a firm without legal form (某某面罩厂), a group (某某健身队).
/// </summary>
internal static class Donors
{
    /// <summary>Characters that tell of a way, a target or several, and stand in no name of a place.</summary>
    private static readonly SearchValues<char> NoName = SearchValues.Create("在到进往向从对于给为帮替赴各全该本个让和与及的");

    /// <summary>Characters that open the way or the object of a gift.</summary>
    private static readonly SearchValues<char> Ways = SearchValues.Create("通向给将把为,");

    private const int Longest = 18;
    private const int Shortest = 3;

    /// <summary>Characters at the head of a sentence in which the person stands who gives.</summary>
    private const int Reach = 32;

    /// <summary>Longest name of a firm without legal form that opens a sentence.</summary>
    private const int LongestFirm = 10;

    /// <summary>Characters before the dot of a name of several parts.</summary>
    private const int LongestPartOfName = 6;

    private static readonly PhraseSet Courtesy = new("先生", "女士");
    private static readonly string[] Receiving = Phrases.Of("Receiving");
    private static readonly Dictionary<string, string[]> Words =
        LexiconFile.Records("donors.tsv").ToDictionary(static line => line[0], static line => line[1].Split(' '), StringComparer.Ordinal);
    private static readonly PhraseSet Trades = new(Words["trade"]);
    private static readonly PhraseSet Charities = new(["慈善", "红十字", "志愿", "义工", "残疾", "计划生育", "老龄", "扶贫"]);
    private static readonly PhraseSet Firms = new(Words["firm"]);
    private static readonly PhraseSet Teams = new(Words["team"]);
    private static readonly PhraseSet Leads = new(Words["lead"]);
    private static readonly PhraseSet Manners = new(Words["manner"]);
    private static readonly PhraseSet GoesOn = new(Words["goes-on"]);
    private static readonly PhraseSet Everybody = new(Words["people"]);
    private static readonly PhraseSet Crowds = new(Words["crowd"]);

    /// <summary>The donors; empty where the clause's own subject gives, or none is named.</summary>
    public static Actor[] Read(string text, Clause clause)
    {
        if ((clause.AllWords & (WordClass.Donate | WordClass.Give | WordClass.Allocate | WordClass.Buy)) == 0)
            return [];
        var gift = First(clause, WordClass.Donate);
        if (gift < 0)
        {
            var give = First(clause, WordClass.Give | WordClass.Allocate | WordClass.Buy);
            var receives = give >= 0 && text[clause.Tokens[give].Start] == '领';
            return give < 0 || receives ? []
                : clause.HasMoney || clause.HasItems ? Unlisted(text, clause, give, described: true) : People(Head(text, clause, give), described: true, HomeOf(clause, give));
        }

        return Behind(text, clause, gift) is { Length: > 0 } given ? given : Unlisted(text, clause, gift, described: !(clause.HasMoney || clause.HasItems));
    }

    /// <summary>某某食品:捐赠…: in a list of gifts the name before the colon gives.</summary>
    public static Actor[] Heading(string text, Clause head, Clause gift)
    {
        if (text[head.End - 1] != ':' || gift.Tokens.Length == 0 || gift.Tokens[0].Start != gift.Start || !gift.Tokens[0].Is(WordClass.Donate) || head.Is(WordClass.AnyAct | WordClass.Group))
            return [];
        var name = text.AsSpan(head.Start, head.End - 1 - head.Start).Trim(" ●■◆▲★◎·");
        return IsName(name)
            ? [new(name.ToString(), null, ActorKind.Company)]
            : [];
    }

    /// <summary>市红十字会接收…捐款: whether the clause tells of a gift from the side of who got it.</summary>
    public static bool AreReceivedFrom(string text, Clause clause)
    {
        foreach (var token in clause.Tokens)
        {
            if (token.Kind == TokenKind.Actor)
                return Receiving.Any(verb => text.AsSpan(token.End, clause.End - token.End).IndexOf(verb) >= 0);
        }

        return false;
    }

    /// <summary>老党员某某拄着拐杖,让儿子捎来1万元: the person whom the first words of a sentence tell, where a gift follows that nobody else gives.</summary>
    public static Actor[] Opening(string text, List<Clause> clauses, int first)
    {
        var gift = first + 1;
        while (gift < clauses.Count && clauses[gift].Subject.Count == 0 && !IsGift(clauses[gift]))
            gift++;
        if (gift >= clauses.Count || clauses[gift].Subject.Count > 0 || clauses[first].Subject.Count > 0 || clauses[first].Is(WordClass.AnyAct | WordClass.Toward))
            return [];
        var head = clauses[first].In(text);
        head = head[..Math.Min(Reach, head.Length)];
        for (var at = 2; at < head.Length; at++)
        {
            if (at is > 3 and <= LongestFirm && clauses[gift].Is(WordClass.Donate) && IsName(head[..at]) && Firms.Ends(head[..at]) && GoesOn.Starts(head[at..]))
                return [new(head[..at].ToString(), null, ActorKind.Company)];
            if (NameLexicon.PersonWords.Ends(head[..at]) && SubjectReader.CreditedLength(head, at) is > 1 and var length)
                return [new(head.Slice(at, length).ToString(), null, ActorKind.Person)];
        }

        return [];
    }

    private static bool IsGift(Clause clause) => clause.Is(WordClass.Donate | WordClass.Give) && (clause.HasMoney || clause.HasItems);

    private static bool IsName(ReadOnlySpan<char> words) => words.Length is >= Shortest and <= Longest && words.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    /// <summary>What sort of actor somebody is as a giver: a chamber of commerce gives what its firms give.</summary>
    public static ActorKind KindOf(Actor actor) =>
        actor.Kind == ActorKind.Institution && Trades.Ends(actor.Name) && !Charities.StandsIn(actor.Name) ? ActorKind.Company
        : actor.Kind == ActorKind.Collective && Everybody.Ends(actor.Name) ? ActorKind.Person : actor.Kind;

    private static int First(Clause clause, WordClass verb)
    {
        var tokens = (clause.AllWords & verb) != 0 ? clause.Tokens : [];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(verb))
                return i;
        }

        return -1;
    }

    /// <summary>接收某公司、某商会捐款.</summary>
    private static Actor[] Behind(string text, Clause clause, int gift)
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

        return [.. donors];
    }

    /// <summary>A donor at the head of the clause, right before the gift or before 向, 通过, 定向.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="verb">Index of the token that gives.</param>
    /// <param name="described">Whether a person's name must follow a word for what the person is.</param>
    private static Actor[] Unlisted(string text, Clause clause, int verb, bool described)
    {
        var head = Head(text, clause, verb);
        // 某村村民|某某: who is named gives, and not all of them.
        foreach (var token in clause.Tokens)
        {
            if (token.Kind == TokenKind.Actor && token.Actor!.Actors is [{ Kind: ActorKind.Person }] && text.AsSpan(clause.Start, token.Start - clause.Start).EndsWith(head) && !head.IsEmpty)
                return [];
        }

        if (DoesBefore(clause, verb) || head.StartsWith("委托") || head.StartsWith("聘请") || head.StartsWith("邀请"))
            return [];
        if (clause.Tokens[verb].Is(WordClass.Donate) && (clause.HasMoney || clause.HasItems || clause.In(text).Contains('向')) && Crowd(clause, head, text) is { } crowd)
            return [crowd];
        if (Nameless(text.AsSpan(clause.Start, clause.Tokens[verb].Start - clause.Start)) is { } nameless)
            return [new(nameless, HomeOf(clause, verb), ActorKind.Person)];
        var isName = IsName(head);
        if (isName && Firms.Ends(head))
            return [new(head.ToString(), null, ActorKind.Company), .. Partners(clause, verb)];
        if (Giver(text, clause, verb) is { } giver)
            return [giver];
        return isName && (Teams.Ends(head) || IsCommunity(head))
            ? [new(head.ToString(), null, ActorKind.Institution)]
            : People(head, described, HomeOf(clause, verb));
    }

    /// <summary>某市|一位不愿留名的退休职工|通过…: somebody who is told by what he is.</summary>
    private static string? Nameless(ReadOnlySpan<char> before)
    {
        var at = Math.Max(before.IndexOf("一位不"), before.IndexOf("一名不"));
        if (at < 0)
            return null;
        before = before[at..];
        var close = before.IndexOfAny(Ways);
        before = close > 0 ? before[..close] : before;
        return before.Contains('的') && NameLexicon.PersonWords.Ends(before) ? before.ToString() : null;
    }

    /// <summary>由|某市|捐赠的蔬菜, 某市|还捐赠药品: a place that gives, whoever acts for it.</summary>
    private static Actor? Giver(string text, Clause clause, int verb)
    {
        if (!clause.Tokens[verb].Is(WordClass.Donate))
            return null;
        for (var i = verb - 1; i >= 0; i--)
        {
            var token = clause.Tokens[i];
            if (token is not { Kind: TokenKind.Place, Place: { Local: null } place })
                continue;
            var adverbs = text.AsSpan(token.End, clause.Tokens[verb].Start - token.End);
            var opens = token.Start == clause.Start || text[token.Start - 1] is '由' or '自' || (i > 0 && clause.Tokens[i - 1] is { Kind: TokenKind.Date } date && date.End == token.Start);
            return opens && (adverbs.IsEmpty || Manners.Starts(adverbs)) && adverbs.Length <= Shortest ? new(place.Place.Name, place.Place.Code, ActorKind.Public) : null;
        }

        return null;
    }

    /// <summary>某县|爱心企业, 某市|社会各界: all of a kind in a place.</summary>
    private static Actor? Crowd(Clause clause, ReadOnlySpan<char> head, string text)
    {
        foreach (var token in clause.Tokens)
        {
            if (token.Kind != TokenKind.Place || token.Place!.Local is not null)
                continue;
            var rest = head.StartsWith(text.AsSpan(token.Start, token.End - token.Start)) ? head[(token.End - token.Start)..].TrimStart("的") : [];
            return rest.Length > 1 && Crowds.Starts(rest) && Crowds.Ends(rest)
                ? new(string.Concat(AsWritten(text, token), rest), token.Place.Place.Code, ActorKind.Institution)
                : null;
        }

        return null;
    }

    /// <summary>A place as the text calls it, less what it lies in.</summary>
    private static ReadOnlySpan<char> AsWritten(string text, in Token place) =>
        text.AsSpan(place.Start, place.End - place.Start) is var written && written.EndsWith(place.Place!.Place.Name) ? place.Place.Place.Name : written;

    /// <summary>某社区, 某村, 某街道 at the head of what it did; not 走进某社区.</summary>
    private static bool IsCommunity(ReadOnlySpan<char> head) =>
        (head.EndsWith("社区") || head.EndsWith("街道") || head[^1] is '村' or '镇' or '乡') && !head.ContainsAny(NoName) && !head.Contains("深入", StringComparison.Ordinal);

    /// <summary>某网联合|某公司 gave: those whom the clause names before the verb.</summary>
    private static List<Actor> Partners(Clause clause, int verb)
    {
        var partners = new List<Actor>();
        var joined = false;
        for (var i = 0; i < verb; i++)
        {
            joined |= clause.Tokens[i].Word?.Text is "联合" or "携手" or "会同";
            if (joined && clause.Tokens[i].Is(WordClass.Toward))
                break;
            if (joined && clause.Tokens[i].Kind == TokenKind.Actor)
                partners.AddRange(clause.Tokens[i].Actor!.Actors);
        }

        return partners;
    }

    /// <summary>某县开展…会员献爱心行动: a verb before the gift, so that what stands there is no name.</summary>
    private static bool DoesBefore(Clause clause, int verb)
    {
        for (var i = 0; i < verb; i++)
        {
            if (clause.Tokens[i].Word?.Text is "开展" or "举行" or "举办")
                return true;
        }

        return false;
    }

    /// <summary>The words between the clause's opening and what is done, less those that name nobody.</summary>
    private static ReadOnlySpan<char> Head(string text, Clause clause, int verb)
    {
        var start = clause.Start;
        var tokens = clause.Tokens;
        foreach (ref readonly var token in clause.Has(TokenKind.Date) ? tokens : [])
        {
            if (token.Kind == TokenKind.Date && token.Start == start)
                start = token.End;
        }

        var end = tokens[verb].Start;
        for (var i = 0; i < verb; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Start >= start && token.Start < end && (token.Kind is TokenKind.Date or TokenKind.Money or TokenKind.Quantity or TokenKind.Quoted || (token.Is(WordClass.Toward | WordClass.With) && !IsSurname(text, tokens, i) && !text.AsSpan(token.Start).StartsWith("在外")) || IsWholeName(text, token, start)))
                end = token.Start;
        }

        var head = text.AsSpan(start, Math.Max(0, end - start)).Trim();
        if (head.IndexOfAny('把', '将') is var object_ and > 0)
            head = head[..object_];
        while (Leads.Starts(head) || Manners.Ends(head))
        {
            foreach (var lead in Words["lead"])
                head = head.StartsWith(lead) ? head[lead.Length..].TrimStart() : head;
            foreach (var manner in Words["manner"])
                head = head.EndsWith(manner) ? head[..^manner.Length] : head;
        }

        return head;
    }

    /// <summary>手艺人于某某: a family name that is a preposition too.</summary>
    private static bool IsSurname(string text, ReadOnlySpan<Token> tokens, int at)
    {
        ref readonly var token = ref tokens[at];
        if (text[token.Start] is not ('于' or '向') || token.End - token.Start != 1 || !NameLexicon.PersonWords.Ends(text.AsSpan(0, token.Start)))
            return false;
        // 菜农向上海捐赠: whom the gift reaches.
        ref readonly var next = ref tokens[at + 1];
        return !(next.Start == token.End && (next.Kind is TokenKind.Place or TokenKind.Actor || next.Is(WordClass.Group | WordClass.Unit)));
    }

    /// <summary>An actor's name; 党总支 behind a village that no list holds is but the end of one.</summary>
    private static bool IsWholeName(string text, Token token, int start) =>
        token.Kind == TokenKind.Actor && !(token.Start > start && Teams.Ends(text.AsSpan(token.Start, token.End - token.Start)));

    /// <summary>村民某某, 某某、某某: the people whose names close the phrase.</summary>
    /// <param name="head">The phrase.</param>
    /// <param name="described">Whether a name must follow a word for what the person is.</param>
    /// <param name="home">Code of the county that the phrase names, or null.</param>
    private static Actor[] People(ReadOnlySpan<char> head, bool described, string? home)
    {
        List<Actor>? people = null;
        foreach (var range in head.Split('、'))
        {
            var name = head[range];
            // 家住南街的|王女士.
            if (name.Length > 2 && Courtesy.Ends(name) && SubjectReader.IsSurname(name[^3..^2]))
            {
                (people ??= []).Add(new(name[^3..].ToString(), home, ActorKind.Person));
                continue;
            }

            var length = PersonAtEnd(name);
            if (length == 0 || (length == name.Length ? described && people is null : !NameLexicon.PersonWords.Ends(name[..^length])))
                return [];
            (people ??= []).Add(new(name[^length..].ToString(), home, ActorKind.Person));
        }

        return people?.ToArray() ?? [];
    }

    /// <summary>某县某镇村民|某某: the county that the words for a person name, or null.</summary>
    private static string? HomeOf(Clause clause, int verb)
    {
        string? home = null;
        for (var i = 0; i < verb && !clause.Tokens[i].Is(WordClass.Toward); i++)
        {
            if (clause.Tokens[i] is { Kind: TokenKind.Place, Place.Place: { Level: PlaceLevel.County } county })
                home = county.Code;
        }

        return home;
    }

    private static int PersonAtEnd(ReadOnlySpan<char> phrase)
    {
        // 党员 is a word, though 党 is a family name.
        if (NameLexicon.PersonWords.Ends(phrase))
            return 0;
        // 务工人员|老洪, 职工|买买提·吐尔逊.
        if (phrase.Length > 2 && phrase[^2] == '老' && SubjectReader.IsSurname(phrase[^1..]) && NameLexicon.PersonWords.Ends(phrase[..^2]))
            return 2;
        if (phrase.IndexOf('·') is var dot and > 0)
        {
            for (var at = dot - 1; at >= Math.Max(0, dot - LongestPartOfName); at--)
            {
                if (at == 0 || NameLexicon.PersonWords.Ends(phrase[..at]))
                    return phrase.Length - at;
            }
        }

        foreach (var length in (ReadOnlySpan<int>)[4, 3, 2])
        {
            if (phrase.Length >= length && SubjectReader.CreditedLength(phrase, phrase.Length - length) == length && (phrase.Length == length || NameLexicon.PersonWords.Ends(phrase[..^length])))
                return length;
        }

        return 0;
    }
}
