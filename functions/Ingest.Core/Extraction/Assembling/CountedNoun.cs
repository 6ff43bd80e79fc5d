using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>What a quantity counts: the words behind it (20箱方便面), before it (方便面20箱), or the goods last named.</summary>
/// <param name="Text">As written, without modifiers where they can be told; empty where nothing is named.</param>
/// <param name="Classes">What the words of the noun do.</param>
/// <param name="HasTheme">Whether a word of the noun speaks for or names a category (就业, 培训).</param>
/// <param name="By">The verb before the quantity, else the one behind it, or null.</param>
/// <param name="Head">What the noun's last word does.</param>
internal readonly record struct CountedNoun(string Text, WordClass Classes, Word? By, bool HasTheme, WordClass Head = WordClass.Plain)
{
    private const WordClass Things =
        WordClass.AnyGoods | WordClass.Group | WordClass.Kin | WordClass.Helper | WordClass.Unit | WordClass.Funds;

    private const WordClass Bodies = WordClass.Group | WordClass.Kin | WordClass.Helper | WordClass.Unit;

    /// <summary>What right behind a quantity tells that its noun stands before it: 八宝粥1200箱等, 口罩8万只(含…).</summary>
    private const string EndsNoun = "等和及与、(是被均都已将由并占予也";

    /// <summary>The verb's text, or empty.</summary>
    public string Verb => By?.Text ?? "";

    /// <summary>Whether the counted people gave.</summary>
    public bool Donated => By is { } verb && (verb.Class & WordClass.Donate) != 0;

    private const string Carried = "送拉运供配赠发";
    private const string Fare = "菜餐饭水粥汤奶";

    /// <summary>How what is told of people begins right behind them: 女职工|免费“两癌”筛查, 党员|自愿捐款.</summary>
    private static readonly PhraseSet Predicates = new(Phrases.Of("Predicates"));

    private static readonly PhraseSet EndingNoun = new(["以及", "名列", "就是"]);
    private static readonly PhraseSet Adjoined = new(Phrases.Of("Adjoined"));
    private static readonly PhraseSet Aspects = new(Phrases.Of("Aspects"));

    private const string PersonEndings = "人员者客民手师生工友属众兵官户童妇农警匠亲";

    /// <summary>随访2860人: a short word before the number that names no people.</summary>
    public bool IsBare => Text.Length is > 0 and <= 4 && !PersonEndings.Contains(Text[^1], StringComparison.Ordinal);

    /// <summary>Whether it closes as words for loads do (家庭赈济箱, 母婴包).</summary>
    public bool EndsAsLoad => Text.Length > 1 && Text[^1] is '箱' or '包' or '袋' or '盒';

    /// <summary>Whether it closes as words for people do (受众, 来访者).</summary>
    public bool EndsAsPerson => Text.Length > 0 && PersonEndings.Contains(Text[^1], StringComparison.Ordinal);

    /// <summary>Whether any word of the noun does any of the given things.</summary>
    public bool Is(WordClass any) => (Classes & any) != 0;

    /// <summary>五个部分, 四个方面: parts of a text or an event, which nobody counts.</summary>
    public static bool IsAspect(string text, int end) => Aspects.Starts(text.AsSpan(end));

    /// <summary>Finds the noun of the quantity at index <paramref name="at"/> of a clause's tokens.</summary>
    public static CountedNoun Of(string text, Draft draft, ReadOnlySpan<Token> tokens, int at, int start, int end)
    {
        var verb = LastVerb(tokens, at);
        if (Delivered(text, tokens[at].Start, start) is { } fare && LastGoods(text, draft, tokens[at].Start) is null)
            return new(fare, WordClass.Named, verb, false, WordClass.Named);
        var (behind, behindClasses, behindTheme, head) = Behind(text, tokens, at, end);
        if (behind.Length > 0 && !((behindClasses & Things) == 0 && ClosesNoun(text, tokens, at, start)))
            return new(behind, behindClasses, verb, behindTheme, Head: head);
        var (before, beforeClasses, beforeTheme) = Ahead(text, tokens, at, start);
        if (before.Length > 0)
            return new(before, beforeClasses, verb, beforeTheme);
        var person = text[tokens[at].End - 1] is '人' or '名' or '位' or '户';
        return !person && LastGoods(text, draft, tokens[at].Start) is { } goods ? new(goods.Text, goods.Class, verb, false) : new("", WordClass.Plain, verb, false);
    }

    /// <summary>送菜1700份, 每天拉水60吨: the goods that the verb holds, or null.</summary>
    private static string? Delivered(string text, int at, int start)
    {
        while (at > start && text[at - 1] is '近' or '约' or '共' or '达' or '超' or '逾' or '了')
            at--;
        return at - start >= 2 && Fare.Contains(text[at - 1], StringComparison.Ordinal) && Carried.Contains(text[at - 2], StringComparison.Ordinal) ? text[(at - 1)..at] : null;
    }

    /// <summary>快递小哥等800余人, 外地员工320名: the people stand right before their number.</summary>
    private static bool ClosesNoun(string text, ReadOnlySpan<Token> tokens, int at, int start) =>
        (tokens[at].Start > start && text[tokens[at].Start - 1] == '等')
        || (at > 0 && tokens[at - 1].End == tokens[at].Start && tokens[at - 1].Is(WordClass.Group | WordClass.Kin | WordClass.Helper));

    /// <summary>棉服500套|价值27.9万元: the noun stands before; 500套|价值200元的|棉服 has it behind.</summary>
    private static bool TellsWorth(string text, ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1].Kind == TokenKind.Money && !IsModifier(text, tokens[at + 1]) && text.AsSpan(tokens[at].End).StartsWith("价值");

    private static (string Text, WordClass Classes, bool HasTheme, WordClass Head) Behind(string text, ReadOnlySpan<Token> tokens, int at, int end)
    {
        var from = tokens[at].End;
        if (from < text.Length && (EndsNoun.Contains(text[from], StringComparison.Ordinal) || EndingNoun.Starts(text.AsSpan(from)) || TellsWorth(text, tokens, at)))
            return ("", WordClass.Plain, false, WordClass.Plain);
        var to = end;

        // 600名保供超市、药店员工: a list of what people are goes on behind its marks.
        var counts = text[from - 1] is '名' or '位';
        var ofBodies = text[from - 1] is '家' or '个';
        var head = WordClass.Plain;
        var classes = WordClass.Plain;
        var theme = false;
        for (var i = at + 1; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.IsMark('(') || token.IsMark(')') || (counts && token.IsMark('、')))
                continue;

            // 一份|价值200元的|年货礼包
            if (token.Kind == TokenKind.Money && IsModifier(text, token) && text.AsSpan(from, token.Start - from) is "价值" or "")
            {
                from = token.End + 1;
                continue;
            }

            // 2400份|装有月饼的|“年货包”: what is in it comes first.
            if (i == at + 1 && token.Start == from && token.Word?.Text is "装有" or "内装" or "内含" or "内有" && Packed(text, tokens, i) is var packed and > 0)
            {
                from = tokens[packed].Start;
                i = packed - 1;
                continue;
            }

            // 1.5吨|84种|消毒剂
            if (token.Kind == TokenKind.Quantity && token.Start == from && text[token.End - 1] is '种' or '类')
            {
                from = token.End;
                continue;
            }

            var stops = token.Kind is TokenKind.Mark or TokenKind.Quantity or TokenKind.Money or TokenKind.Date
                || (token.Is(WordClass.Toward) && token.End - token.Start == 1 && text[token.Start] is '到' or '赴' or '往' or '向' or '给' or '为' or '对' && token.Start > from)
                || (token.Is(WordClass.AnyAct | WordClass.Continue) && !token.Is(Things) && token.Word is { Theme: null, Field: null } && !IsModifier(text, token) && !Adjoins(text, tokens, at, i));
            // 42家企业|返还经费: whoever is counted is named in full.
            if (stops && counts && token.Start - from <= 1 && Described(text, tokens, i) is var named and > 0)
            {
                (to, head, classes) = (named, WordClass.Group, WordClass.Group);
                break;
            }

            if (stops || ((token.Is(WordClass.Recover) || token.Word?.Text == "参赛") && (head & Bodies) != 0))
            {
                to = token.Start;
                break;
            }

            head = token.Kind == TokenKind.Quoted ? (token.Word?.Class ?? WordClass.Plain) & WordClass.AnyGoods : token.Class;
            classes |= head;
            theme |= token.Word is { } word && (word.Theme ?? word.Field) is not null;

            // 61家|单位|一线医务人员: the bodies are counted, not who works there.
            if (ofBodies && i == at + 1 && token.Start == from && token.Is(WordClass.Unit) && !token.Is(WordClass.Group) && token.End - token.Start > 1 && i + 1 < tokens.Length && tokens[i + 1].Start == token.End && tokens[i + 1].Is(WordClass.Group | WordClass.Front) && !tokens[i + 1].Is(WordClass.Unit))
            {
                to = token.End;
                break;
            }

            // 140吨蔬菜的大货车, 6家单位的职工: the goods or bodies are counted, not what carries them or who works there.
            if (IsModifier(text, token) && (token.Is(WordClass.AnyGoods) || (ofBodies && token.Is(WordClass.Unit))))
            {
                to = token.End;
                break;
            }
        }

        if ((classes & (WordClass.Group | WordClass.Kin)) != 0 && Predicates.IndexIn(text.AsSpan(from, Math.Max(0, to - from))) is > 1 and var told)
            (to, head) = (from + told, WordClass.Group);
        return (Trim(text.AsSpan(from, Math.Max(0, to - from))), classes, theme, head);
    }

    private static (string Text, WordClass Classes, bool HasTheme) Ahead(string text, ReadOnlySpan<Token> tokens, int at, int start)
    {
        var from = start;
        var classes = WordClass.Plain;
        var theme = false;

        // 医护人员、公安民警、社区工作者等8600余人, 医护人员、公安民警等一线职工8600余人: 等 sums up the whole list.
        var list = at > 0 && text[tokens[at].Start - 1] == '等' && tokens[at - 1].Is(Bodies);
        var closed = false;
        for (var i = at - 1; i >= 0; i--)
        {
            var token = tokens[i];
            // 健康包一批(抗原|100盒: within brackets, what stands before them is another thing.
            closed |= token.IsMark(')');
            if (token.IsMark('(') && !closed)
            {
                from = token.End;
                break;
            }

            if (token.IsMark('(') || token.IsMark(')') || (token.IsMark('、') && (list || (i > 0 && tokens[i - 1].Is(Bodies) && text.AsSpan(token.End, tokens[at].Start - token.End).IndexOf('等') > 0))))
                continue;
            if (token.Kind is TokenKind.Mark or TokenKind.Quantity or TokenKind.Money or TokenKind.Date or TokenKind.Actor || token.Word?.Text is "支援" or "援助" or "驰援"
                || token.Is(WordClass.Toward | WordClass.Continue)
                || (token.Is(WordClass.AnyAct) && token.Word is { Theme: null, Field: null }))
            {
                from = token.End;
                break;
            }

            classes |= token.Class;
            theme |= token.Word is { } word && (word.Theme ?? word.Field) is not null;
        }

        return (Trim(text.AsSpan(from, Math.Max(0, tokens[at].Start - from))), classes, theme);
    }

    private static (string Text, WordClass Class)? LastGoods(string text, Draft draft, int before)
    {
        (string, WordClass)? last = null;
        foreach (var clause in (IEnumerable<Acts.Clause>)[.. draft.Lead, .. draft.Clauses])
        {
            foreach (var token in clause.Tokens)
            {
                if (token.Start < before && token.Is(WordClass.AnyGoods))
                    last = (token.Word is { } word && token.Kind != TokenKind.Quoted ? word.Text : text[(token.Start + 1)..(token.End - 1)], token.Class);
                else if (token.Start < before && token.Kind == TokenKind.Quoted && token.End - token.Start > 3 && text[token.End - 2] is '包' or '箱' or '礼')
                    last = (text[(token.Start + 1)..(token.End - 1)], WordClass.General);
            }
        }

        return last;
    }

    private static Word? LastVerb(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (tokens[i].Is(WordClass.AnyAct))
                return tokens[i].Word;
        }

        for (var i = at + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordClass.AnyAct))
                return tokens[i].Word;
        }

        return null;
    }

    /// <summary>装有月饼、春联的|“年货包”: the token that names the whole, or 0.</summary>
    private static int Packed(string text, ReadOnlySpan<Token> tokens, int holds)
    {
        for (var i = holds + 1; i < tokens.Length && !tokens[i].IsMark(','); i++)
        {
            if (text[tokens[i].Start - 1] == '的' && (tokens[i].Kind == TokenKind.Quoted || tokens[i].Is(WordClass.AnyGoods)))
                return i;
        }

        return 0;
    }

    /// <summary>112名|曾奋战在一线的|医护人员: where the people end of whom a verb tells first, or 0.</summary>
    private static int Described(string text, ReadOnlySpan<Token> tokens, int verb)
    {
        for (var i = verb + 1; i < tokens.Length && tokens[i].Kind is not (TokenKind.Mark or TokenKind.Quantity or TokenKind.Money); i++)
        {
            if (text[tokens[i].Start - 1] == '的')
                return tokens[i].Is(WordClass.Group) ? tokens[i].End : 0;
        }

        return 0;
    }

    /// <summary>36个|配送|站点: a verb between a number and its noun belongs to the noun.</summary>
    private static bool Adjoins(string text, ReadOnlySpan<Token> tokens, int at, int verb) =>
        tokens[verb].Start == tokens[at].End && verb + 1 < tokens.Length && tokens[verb + 1].Start == tokens[verb].End && tokens[verb + 1].Is(Things)
        && Adjoined.Starts(text.AsSpan(tokens[verb].Start));

    private static bool IsModifier(string text, Token token) => token.End < text.Length && text[token.End] == '的';

    private static string Trim(ReadOnlySpan<char> noun)
    {
        const string Around = " 、,;。:!?把替了的共近约等有达余还和及与为在将已“”()()\n";
        var whole = noun;
        noun = noun.Trim(Around);
        var each = noun.IndexOfAny('每', '各');
        noun = each > 1 ? noun[..each].TrimEnd(Around) : noun;
        noun = noun.EndsWith("人数") ? noun[..^2] : noun;
        noun = noun.EndsWith("共计") || noun.EndsWith("合计") || noun.EndsWith("总计") || noun.EndsWith("累计") ? noun[..^2].Trim(Around) : noun;
        if (noun.Length is 0 or > 40)
            return noun.Length > 40 ? noun[^40..].ToString() : "";

        // “云端解压”系列讲座 keeps the marks of what it quotes; 在职, 在档 open a word.
        whole.Overlaps(noun, out var start);
        var end = start + noun.Length;
        if (start > 0 && ((whole[start - 1] == '“' && noun.Contains('”')) || (whole[start - 1] == '在' && "职岗档册校读线".Contains(noun[0], StringComparison.Ordinal))))
            start--;
        if (end < whole.Length && whole[end] == '”' && noun.Contains('“'))
            end++;
        return whole[start..end].ToString();
    }
}
