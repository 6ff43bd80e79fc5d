using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Tells told acts from what is urged, said or named as background; remembers over sentences of a paragraph what was urged.</summary>
internal sealed class MoodReader(string text)
{
    /// <summary>Reach of a word for a wish that a package of measures is called by.</summary>
    private const int LongestPackage = 24;

    private static readonly PhraseSet NotOrders = new(Phrases.Of("NotOrders"));
    private static readonly PhraseSet Feelings = new(Phrases.Of("Feelings"));
    private static readonly PhraseSet Hearsay = new(Phrases.Of("Hearsay"));

    private int _paragraph = -1;
    private bool _urging;
    private bool _speech;

    /// <summary>Sets the mood of a sentence's clauses, from <paramref name="first"/> to the end of the list.</summary>
    public void Read(List<Clause> clauses, int first)
    {
        if (first >= clauses.Count)
            return;
        if (clauses[first].Paragraph != _paragraph)
            (_paragraph, _urging, _speech) = (clauses[first].Paragraph, false, false);

        var carried = _urging && GoesOn(clauses, first);
        var mood = carried ? Mood.Urged : Mood.Told;
        var asked = carried;
        var quotes = text.AsSpan(clauses[first].Start, clauses[^1].End - clauses[first].Start).Contains('“');
        for (var i = first; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            _speech |= quotes && OpensSpeech(clause);
            if (mood == Mood.Urged && clause.In(text).StartsWith("同时") && !HasBare(clause, '要') && i > first)
                mood = Mood.Told;
            // 动员各级工会助力防控,…某市总工会列支…: a union's own act behind what all are called to.
            if (mood == Mood.Urged && !asked && clause.Subject is [{ Kind: Actors.ActorKind.Union }, ..])
                mood = Mood.Told;
            clause.Mood = _speech || ClosesSpeech(clause) ? Mood.Said : mood;
            if (clause.Mood == Mood.Told)
                clause.Mood = Of(clause);
            asked |= clause.Mood == Mood.Urged && (clause.Is(WordClass.Urge | WordClass.Wish) || HasBare(clause, '要'));
            if (clause.Mood is Mood.Urged or Mood.Said or Mood.Planned && mood == Mood.Told && !_speech)
                mood = clause.Mood;
            if (_speech && clause.In(text).IndexOf('”') >= 0)
                _speech = false;
        }

        _urging = mood == Mood.Urged && (carried || clauses.Skip(first).Any(c => c.Mood == Mood.Urged && (c.Is(WordClass.Urge) || HasBare(c, '要'))));
        SpreadBackground(clauses, first);
    }

    /// <summary>在前期拨付920万元,对…进行慰问的基础上: all clauses of the phrase are background.</summary>
    private void SpreadBackground(List<Clause> clauses, int first)
    {
        for (var i = clauses.Count - 1; i > first; i--)
        {
            if (clauses[i].Mood != Mood.Background || clauses[i].Is(WordClass.Allocate) || text[clauses[i].Start] == '继')
                continue;
            for (var back = i - 1; back >= first && clauses[back].Mood == Mood.Told; back--)
            {
                clauses[back].Mood = Mood.Background;
                if (clauses[back].Is(WordClass.Past) || text.AsSpan(clauses[back].Start, clauses[back].End - clauses[back].Start).IndexOf('在') >= 0)
                    break;
            }
        }
    }

    /// <summary>多亏工会送来了被子。”: the last words of what somebody said.</summary>
    private bool ClosesSpeech(Clause clause) =>
        !clause.HasMoney && !clause.HasItems && clause.End > clause.Start + 1 && clause.In(text).TrimEnd() is [.., '。' or '!' or '?', '”'];

    private Mood Of(Clause clause)
    {
        var span = clause.In(text);
        // 通知指出,…每家补助2000元: what the document says.
        var opensWithDocument = OpensWithDocument(clause);
        if (opensWithDocument && clause.Tokens is [_, { Kind: TokenKind.Word, Word: { } verb }, ..] && (verb.Cues & WordCue.Provides) != 0)
            return Mood.Planned;
        var tells = (clause.AllWords & (WordClass.Urge | WordClass.Wish | WordClass.Say | WordClass.Future)) != 0;
        foreach (var token in tells ? clause.Tokens : [])
        {
            if (token.Is(WordClass.Urge | WordClass.Wish) && !IsNoun(token) && !Follows(clause, token))
                return Mood.Urged;
            if (token.Is(WordClass.Say) && span[0] != '据' && !(text[token.End - 1] == '示' && Feelings.Ends(span.TrimEnd(",;。!"))))
                return Mood.Said;
            if (token.Is(WordClass.Future) && (token.Start == clause.Start || text[token.Start] is '将' or '还'))
                return Mood.Planned;
        }

        var modal = span.IndexOfAny('要', '可', '将') >= 0;
        if ((modal && HasBare(clause, '要')) || CallsOnUnions(clause))
            return Mood.Urged;
        if ((modal && (IsIntended(clause) || HasBare(clause, '可'))) || opensWithDocument || (clause.NamesOrder && span.IndexOf("包括") > 0))
            return Mood.Planned;
        if (span.TrimEnd(",;。").EndsWith("基础上") || (span[0] == '继' && span.IndexOf('后') > 0))
            return Mood.Background;
        return Mood.Told;
    }

    /// <summary>号召各级工会…: an order down the line, not an appeal to the public.</summary>
    private static bool CallsOnUnions(Clause clause)
    {
        var tokens = clause.Tokens;
        for (var i = 0; clause.Has(TokenKind.Actor) && i + 1 < tokens.Length && !clause.HasFigures; i++)
        {
            if (tokens[i + 1].Kind == TokenKind.Actor && tokens[i + 1].Actor?.Actors[0].Kind == Actors.ActorKind.Collective && tokens[i].Word?.Text is "号召" or "动员" or "发动")
                return true;
        }

        return false;
    }

    /// <summary>按照…要求, …的要求, 提出倡导…等举措, 14条要求、9条措施, 有需要帮助的: the word is a noun there, or says who.</summary>
    private bool IsNoun(Token token) =>
        (token.Start > 0 && text[token.Start - 1] is '的' or '、' or '按' or '和' or '与')
        || (token.End < text.Length && text[token.End] is '的' or '下' or '、')
        || (token.Is(WordClass.Wish) && text.AsSpan(token.End, Math.Min(LongestPackage, text.Length - token.End)) is var rest && rest.IndexOfAny(",。;") is var stop and > 0 && (rest[..stop].EndsWith("举措") || rest[..stop].EndsWith("措施")))
        || (text[token.Start] == '需' && ((token.Start > 0 && text[token.Start - 1] == '有') || text.AsSpan(token.End).StartsWith("帮助")))
        || (EndsClause(token.End) && !Asks(token.Start));

    private bool EndsClause(int at) => at >= text.Length || text[at] is ',' or ';' or '。';

    /// <summary>通知要求, 会议强调, 主席某某指出: somebody stands right before the verb; 防疫要求 has a modifier there.</summary>
    private bool Asks(int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 2), Math.Min(2, at));
        return !NotOrders.Ends(before);
    }

    /// <summary>根据指挥部要求对接…: a ground for what is told, not an order.</summary>
    private bool Follows(Clause clause, Token token)
    {
        var before = text.AsSpan(clause.Start, token.Start - clause.Start);
        return before.IndexOf("按") >= 0 || before.IndexOf("根据") >= 0 || before.IndexOf("落实") >= 0 || before.IndexOf("响应") >= 0;
    }

    /// <summary>也将安排资金, 将举办招聘会: 将 right before a verb tells what is to come; before a noun it only marks the object.</summary>
    private bool IsIntended(Clause clause)
    {
        const WordClass Starting = WordClass.Launch | WordClass.Allocate | WordClass.Issue;
        foreach (ref readonly var token in (clause.AllWords & Starting) != 0 ? clause.Tokens : [])
        {
            if (token.Is(Starting) && token.Start > clause.Start + 1 && text[token.Start - 1] == '将' && !"强干猛名老良".Contains(text[token.Start - 2], StringComparison.Ordinal) && (token.End == text.Length || text[token.End] != '的'))
                return !clause.Is(WordClass.Give | WordClass.Donate);
        }

        return false;
    }

    /// <summary>A modal verb that is part of no word: 各级工会要…, 基层工会可….</summary>
    private bool HasBare(Clause clause, char modal)
    {
        if (clause.In(text).IndexOf(modal) < 0)
            return false;
        // 家里有老人要照料的, 得知货车要排队: which case it is, what was heard. 连收据都没要: a verb of its own.
        if (modal == '要' && (clause.In(text).TrimEnd(",;。") is [.., '的' or '要'] || Hearsay.StandsIn(clause.In(text))))
            return false;
        var at = clause.Start;
        foreach (var token in clause.Tokens)
        {
            if (text.AsSpan(at, Math.Max(0, token.Start - at)).IndexOf(modal) >= 0)
                return true;
            at = Math.Max(at, token.End);
        }

        return at < clause.End && text.AsSpan(at, clause.End - at).IndexOf(modal) >= 0;
    }

    /// <summary>通知从…, 《方案》明确…, 会议…: what follows is what the text says.</summary>
    private static bool OpensWithDocument(Clause clause)
    {
        if (clause.Tokens.Length == 0 || clause.Tokens[0].Start - clause.Start > 1)
            return false;
        var token = clause.Tokens[0];
        var isDocument = (token.Kind == TokenKind.Title && token.Word is { } title && (title.Theme ?? title.Field) == Category.Policy)
            || (token.Kind == TokenKind.Word && (token.Word!.Cues & WordCue.Document) != 0);
        return isDocument && !clause.Is(WordClass.Issue);
    }

    /// <summary>A sentence without actor or date of its own goes on with what the sentence before asked.</summary>
    private static bool GoesOn(List<Clause> clauses, int first)
    {
        for (var i = first; i < clauses.Count; i++)
        {
            if (clauses[i].Subject.Count > 0 || clauses[i].Date >= 0 || clauses[i].Tokens is [{ Kind: TokenKind.Date }, ..] || clauses[i].HasMoney || clauses[i].HasItems)
                return false;
        }

        return true;
    }

    /// <summary>Long speech in quotation marks by somebody who says I or you.</summary>
    private bool OpensSpeech(Clause clause)
    {
        var at = clause.In(text).IndexOf('“');
        if (at < 0)
            return false;
        var start = clause.Start + at;
        foreach (var token in clause.Tokens)
        {
            if (token.Kind is TokenKind.Quoted or TokenKind.Title && token.Start <= start && start < token.End)
                return false;
        }

        var close = text.AsSpan(start, Math.Min(600, text.Length - start)).IndexOf('”');
        var quote = close < 0 ? text.AsSpan(start, Math.Min(100, text.Length - start)) : text.AsSpan(start, close);
        return quote.IndexOfAny("我你您咱俺") >= 0;
    }
}
