using System.Buffers;
using Ingest.Core.Extraction.Assembling;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Sums up a clause's tokens: what its verbs do, what it is about, which facts it states.</summary>
internal static class ClauseFeatures
{
    private const int LongestMotto = 8;

    /// <summary>机关全体, 组织全体: what may stand between an actor and its staff.</summary>
    private const int LongestStaffLead = 4;

    private static readonly PhraseSet MoneyWords = new(["资金", "慰问金", "补助", "经费", "补贴"]);

    /// <summary>What tells in a word for a visit that somebody is comforted: 慰问, 看望, 问候, 送温暖, 打电话.</summary>
    private static readonly SearchValues<char> Comforting = SearchValues.Create("慰望候温凉怀爱电频");

    private static readonly PhraseSet Carriages = new(Phrases.Of("Carriages"));
    private static readonly PhraseSet Arrivals = new(Phrases.Of("Arrivals"));
    private static readonly PhraseSet Packages = new(Phrases.Of("Packages"));
    private static readonly PhraseSet Intangible = new(Phrases.Of("Intangible"));
    private static readonly PhraseSet Receiving = new(Phrases.Of("Receiving"));
    private static readonly PhraseSet Bodies = new(Phrases.Of("Bodies"));
    private static readonly string[] Ways = Phrases.Of("Ways");

    /// <summary>Fills in everything about a clause but its subject and mood.</summary>
    public static void Note(string text, Clause clause, ChineseScan scan)
    {
        var founded = false;
        var endOfWay = -1;
        var themed = false;
        var tokens = clause.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > 0 && tokens[i - 1].Kind == TokenKind.Actor)
                NoteStaff(text, clause, tokens[i - 1], token, scan);
            if (token.Kind == TokenKind.Actor && founded)
                clause.Words |= WordClass.Body;
            var word = token.Class;
            if (i > 0 && token.Word is { Text: "倡议" } && tokens[i - 1].Kind == TokenKind.Actor && tokens[i - 1].End == token.Start)
                clause.Words |= WordClass.Issue;
            founded = (word & WordClass.Found) != 0;
            clause.AllWords |= word;
            switch (token.Kind)
            {
                case TokenKind.Actor when token.Start >= 2 && text.AsSpan(token.Start - 2, 2) is "支援" or "援助" or "资助":
                    clause.Words |= WordClass.Allocate;
                    break;
                case TokenKind.Word or TokenKind.Quoted or TokenKind.Title when token.Start < endOfWay:
                    break;
                case TokenKind.Word when token.Word!.Text == "通过":
                    endOfWay = token.End + EndOfWay(text.AsSpan(token.End, clause.End - token.End));
                    NoteWord(text, clause, token);
                    break;
                case TokenKind.Word when (word & WordClass.Purpose) != 0:
                    clause.Words |= WordClass.Purpose;
                    clause.HandsMoney |= clause.Allots && clause.HasMoney;
                    break;
                case TokenKind.Word when token.Word!.Text is "支援" or "援助" or "驰援" && i + 1 < tokens.Length && tokens[i + 1].Start == token.End
                    && (tokens[i + 1].Kind is TokenKind.Quantity or TokenKind.Money || tokens[i + 1].Is(WordClass.AnyGoods)):
                    clause.Words |= WordClass.Give;
                    break;
                case TokenKind.Word:
                    NoteWord(text, clause, token);
                    themed |= (token.Word!.Theme ?? token.Word.Field) is not null and not Category.Policy;
                    break;
                case TokenKind.Title or TokenKind.Quoted:
                    clause.Named |= !IsMotto(text, token) || Packages.StandsIn(text.AsSpan(token.End, Math.Min(8, text.Length - token.End)));
                    clause.NamesMoney |= token.Kind == TokenKind.Title && MoneyWords.StandsIn(text.AsSpan(token.Start, token.End - token.Start));
                    clause.Words |= (token.Word?.Class ?? WordClass.Plain) & WordClass.AnyGoods;
                    NoteThemes(clause, token.Word);
                    if (token.Kind == TokenKind.Quoted && text[token.End - 2] is '险' or '保')
                        clause.Field ??= Category.Insurance;
                    if (token.Kind == TokenKind.Quoted && text[token.End - 2] == '券')
                        clause.Theme ??= Category.Consumption;
                    if (token.Kind == TokenKind.Quoted && "点站屋室角间吧亭舱".Contains(text[token.End - 2], StringComparison.Ordinal))
                        clause.Field ??= Category.Facility;
                    break;
                case TokenKind.Money when (scan.Money[token.Index].Traits & (MoneyTraits.Vague | MoneyTraits.Foreign)) == 0:
                    clause.HasMoney = true;
                    clause.ModifyingMoney |= token.End < text.Length && text[token.End] == '的' && (scan.Money[token.Index].Traits & MoneyTraits.Rate) == 0;
                    clause.HasRate |= (scan.Money[token.Index].Traits & MoneyTraits.Rate) != 0;
                    clause.HandsMoney |= token.End < text.Length && text[token.End] is '及' or '和' or '与' or '、' && (scan.Money[token.Index].Traits & MoneyTraits.WorthOfGoods) == 0;
                    break;
                case TokenKind.Quantity:
                    NoteQuantity(text, clause, scan.Quantities[token.Index]);
                    break;
                case TokenKind.Numeral when scan.Numerals[token.Index] is { IsFact: true, Value: >= 10 } && i + 1 < tokens.Length && tokens[i + 1].Start == token.End && tokens[i + 1].Is(WordClass.Group | WordClass.Unit | WordClass.Helper):
                    clause.HasCounts = true;
                    break;
                case TokenKind.Date when clause.Date < 0 && IsActDate(text, scan.Dates[token.Index]):
                    clause.Date = token.Index;
                    break;
            }
        }

        clause.NameOnly = clause.Named && !themed;
        // 把技能课搬到线上: the object stands before its verb.
        if (clause.ObjectField is null && clause.Is(WordClass.Launch) && clause.In(text).Contains('把'))
            clause.ObjectField = clause.Field;

        // 心理专家录制微课, 心理健康讲座: of two kinds that fit, the one higher in the table.
        if (clause.Field == Category.Psych && clause.Theme is Category.Training or Category.Publicity or Category.Facility)
            clause.Theme = Category.Psych;

        if (clause.Theme == Category.Training && clause.Is(WordClass.Lesson))
            clause.Theme = Category.Publicity;
        if (clause.Theme == Category.Publicity && clause.Field == Category.Culture)
            clause.Theme = Category.Culture;

        // 劳动模范某某接送…40余趟: an honour that somebody holds is not what the clause is about.
        if (clause.Field == Category.Commendation && !clause.Is(WordClass.Award | WordClass.Launch | WordClass.Issue))
            clause.Field = null;
        clause.EndsWithBody = clause.Is(WordClass.Found | WordClass.Complete) && Bodies.Ends(clause.In(text).TrimEnd(",;。”"));
        if (clause.Field is null && clause.Is(WordClass.Found | WordClass.Launch) && SetsUp(clause.In(text)))
            clause.Field = Category.Facility;
        if (clause.Is(WordClass.Compare) && !clause.Is(WordClass.AnyAct & ~WordClass.Visit))
            StatesNothing(clause);
    }

    /// <summary>设咨询台1处, 搭起遮阳棚8个: what serves people on the spot, and how many of it.</summary>
    private static bool SetsUp(ReadOnlySpan<char> clause)
    {
        var body = clause.TrimEnd(",;。").TrimEnd("个处座顶间");
        var counted = body.TrimEnd("0123456789余多");
        return counted.Length < body.Length && counted.Length > 3 && "点台站棚灶亭屋".Contains(counted[^1], StringComparison.Ordinal);
    }

    /// <summary>机关全体职工, 工会干部12人: those of an actor who act or are helped.</summary>
    private static void NoteStaff(string text, Clause clause, in Token actor, in Token token, ChineseScan scan)
    {
        clause.OwnStaff |= token.Kind == TokenKind.Quantity && actor.Actor is not null && token.Start - actor.End <= (text[actor.End] == '的' ? 1 : 0)
            && (scan.Quantities[token.Index].Unit.Kinds & MeasureKinds.People) != 0;
        clause.ByStaff |= token.Is(WordClass.Group | WordClass.Helper) && token.Start - actor.End <= LongestStaffLead;
    }

    /// <summary>慰问金额比上年增加53.8万元: a difference of two years is no sum that was given.</summary>
    private static void StatesNothing(Clause clause)
    {
        clause.Words &= ~WordClass.AnyAct;
        (clause.HasMoney, clause.HasItems, clause.HasCounts) = (false, false, false);
    }

    /// <summary>“四个先行”, “两手抓”, “两节”, “七五”: a motto that counts its own points, a festival or a plan names no activity.</summary>
    private static bool IsMotto(string text, Token token) =>
        token.End - token.Start <= LongestMotto && "一二两三四五六七八九十".Contains(text[token.Start + 1], StringComparison.Ordinal)
        && "个手把张条大项有五一八会节".Contains(text[token.Start + 2], StringComparison.Ordinal);

    private static void NoteWord(string text, Clause clause, in Token token)
    {
        var word = token.Class;
        // 采购的口罩 tells of goods, but 由市总工会采购的口罩 tells who bought them.
        if (token.End < text.Length && text[token.End] == '的' && (word & (WordClass.AnyAct | WordClass.Found)) != 0 && token.Word is { Theme: null } && !clause.Is(WordClass.Passive))
            word &= ~(WordClass.AnyAct | WordClass.Found);
        // 一下高速就领到热饭: how it felt, where no number says how much was handed out.
        if ((word & WordClass.Give) != 0 && token.Word is { Text: "领到" } && !clause.HasCounts && !IsCounted(clause, token))
            word &= ~WordClass.Give;
        // 群众自发背来南瓜400个: nobody else's gift.
        if ((word & WordClass.Give) != 0 && text.AsSpan(clause.Start, token.Start - clause.Start).EndsWith("自发"))
            (word, clause.ByMembers) = (word | WordClass.Donate, true);
        // 分发捐赠口罩: what was given before is handed on.
        if ((word & WordClass.Donate) != 0 && token.Start > clause.Start && text[token.Start - 1] is '发' or '放' or '配' && clause.Is(WordClass.Give))
            word &= ~WordClass.Donate;
        // 五一劳动奖章获得者某某: a title.
        if ((word & WordClass.Award) != 0 && token.End < text.Length && text[token.End] == '者')
            word &= ~WordClass.Award;
        if ((word & WordClass.Donate) != 0 && token.Start > 0 && text[token.Start - 1] == '的' && !(token.End < text.Length && char.IsAsciiDigit(text[token.End]) && Receiving.StandsIn(text.AsSpan(clause.Start, token.Start - clause.Start))))
            word &= ~WordClass.Donate;
        if (token.Is(WordClass.Donate) && (word & WordClass.Donate) == 0 && (SumsUp(text, token.End, clause.End) || (Arrives(text, token.End, clause.End) && IsCounted(clause, token))))
            word |= WordClass.Donate;
        if (token.Is(WordClass.Allocate | WordClass.Buy) && (word & WordClass.AnyAct) == 0 && Arrives(text, token.End, clause.End) && IsCounted(clause, token))
            word |= WordClass.Give;
        clause.ByMembers |= (word & WordClass.Donate) != 0 && (clause.CallsUpon || clause.Is(WordClass.Toward) ? clause.CallsUpon || clause.GiversFirst : NamesGivers(clause) || text[token.Start] is '凑' or '自' or '解');
        clause.CallsUpon |= token.Word!.Text is "号召" or "发动" or "动员" or "倡议" || (token.Word!.Text == "组织" && text.AsSpan(token.End, Math.Min(12, text.Length - token.End)).Contains("会员企业", StringComparison.Ordinal));
        clause.GiversFirst |= (word & WordClass.Toward) != 0 && !clause.Is(WordClass.Toward) && NamesGivers(clause);
        clause.HandsOver |= token.Word!.Text is "送去" or "送上" or "送来" && clause.End - token.End > 2 && !Intangible.StandsIn(text.AsSpan(token.End, clause.End - token.End));
        clause.Honours |= (word & WordClass.Award) != 0 && text[token.Start] is not ('获' or '荣');
        clause.Comforts |= (word & WordClass.Visit) != 0 && text[token.Start] is not ('调' or '检') && text.AsSpan(token.Start, token.End - token.Start).ContainsAny(Comforting);
        clause.LendsRoom |= text[token.Start] == '腾' || token.Word!.Text is "让出" or "让出来";
        clause.HiresRide |= Carriages.Ends(token.Word!.Text);
        clause.NamesFirms |= token.Word!.Text is "企业" or "单位" or "公司";
        if (text[token.Start] == '捐' && Receiving.StandsIn(text.AsSpan(clause.Start, token.Start - clause.Start)) && (clause.HasMoney || clause.HasItems || clause.HasCounts))
            (word, clause.Gathers) = (word | WordClass.Donate, true);
        clause.Gathers |= token.Is(WordClass.Donate) && text[token.Start] is '接' or '收' or '募' or '筹' or '众';
        if (IsVague(text, token))
            return;
        if ((clause.Words & WordClass.Purpose) != 0)
            word &= ~WordClass.AnyAct;
        if ((word & WordClass.FundsInGeneral) != 0 && token.End < text.Length && text[token.End] is '中' or '里')
            word &= ~WordClass.FundsInGeneral;
        clause.FrontFamily |= (word & WordClass.Kin) != 0 && (clause.Words & WordClass.Front) != 0
            && text.AsSpan(clause.Start, token.Start - clause.Start).IndexOf("及其") < 0;
        clause.Words |= word;
        clause.Allots |= (word & WordClass.Allocate) != 0 && text.AsSpan(token.Start, token.End - token.Start).Contains('拨');
        if ((clause.Words & WordClass.Purpose) != 0)
            return;
        clause.TellsWorth |= (word & WordClass.AnyGoods) != 0 && clause.ModifyingMoney;
        if (!NamesSpot(text, token))
            NoteThemes(clause, token.Word);
        if ((word & WordClass.Toward) != 0)
            clause.HasTarget = true;
        clause.IsFor |= (word & WordClass.Toward) != 0 && token.Word!.Text is "为" or "给" or "向";
        clause.Goes |= token.Word!.Text is "到" or "赴" or "走进" or "来到" or "前往" or "深入" or "分赴" or "抵达" or "赶到" or "奔赴" or "赶赴";
    }

    /// <summary>会员, 爱心企业: people or firms who may be the givers.</summary>
    private static bool NamesGivers(Clause clause) => clause.Is(WordClass.Group | WordClass.Helper) || clause.NamesFirms;

    /// <summary>会员们捐赠的款物合计20万元: what was given is summed up.</summary>
    private static bool SumsUp(string text, int start, int end)
    {
        var rest = text.AsSpan(start, Math.Max(0, end - start));
        return rest.IndexOf("合计") >= 0 || rest.IndexOf("共计") >= 0 || rest.IndexOf("累计") >= 0 || rest.IndexOf("总计") >= 0 || rest.IndexOf("折合") >= 0;
    }

    /// <summary>核酸采样|点: where the act took place, not what it was. 住宿|点 is a facility all the same.</summary>
    private static bool NamesSpot(string text, in Token token) =>
        token.End < text.Length && ((text[token.End] is '点' or '站' or '岗' or '亭' && (token.Word!.Theme ?? token.Word.Field) is not (null or Category.Facility)) || (text[token.End] == '院' && token.Word!.Theme == Category.Recuperation));

    /// <summary>某商会捐赠的两车饮料运抵某市: the gift is told by its way.</summary>
    private static bool Arrives(string text, int start, int end) =>
        start < end && text[start] == '的' && Arrivals.StandsIn(text.AsSpan(start, end - start));

    /// <summary>Whether a number of something stands behind a word.</summary>
    private static bool IsCounted(Clause clause, in Token word)
    {
        foreach (var token in clause.Tokens)
        {
            if (token.Kind == TokenKind.Quantity && token.Start >= word.End)
                return true;
        }

        return false;
    }

    /// <summary>通过捐赠等方式筹集, 通过心理疏导等多种举措关心…: where the way ends that stands before the act; -1 where none is named.</summary>
    public static int EndOfWay(ReadOnlySpan<char> text)
    {
        foreach (var way in Ways)
        {
            var at = text.IndexOf(way);
            if (at > 0 && text[Math.Max(0, at - 3)..at].IndexOf('等') >= 0)
                return at + way.Length;
        }

        return -1;
    }

    /// <summary>相关物品, 有关方案: named before, or too thin to be an act.</summary>
    private static bool IsVague(string text, Token token) =>
        text[token.End - 1] != '下' &&
        (token.Is(WordClass.General | WordClass.Visit | WordClass.Donate) || IsOrder(token))
        && text.AsSpan(Math.Max(0, token.Start - 4), token.Start - Math.Max(0, token.Start - 4)) is var before
        && (before.EndsWith("相关") || before.EndsWith("有关") || before.EndsWith("各项") || before.EndsWith("这些") || ((before.IndexOf("相关") >= 0 || before.IndexOf("有关") >= 0) && IsOrder(token)));

    private static bool IsOrder(Token token) => (token.Word!.Theme ?? token.Word.Field) == Category.Policy;

    private static void NoteThemes(Clause clause, Word? word)
    {
        clause.NamesOrder |= (word?.Theme ?? word?.Field) == Category.Policy;
        if (word?.Theme is { } theme && (clause.Theme is null || theme < clause.Theme))
            clause.Theme = theme;
        if (word?.Field is { } named && clause.Is(WordClass.Launch | WordClass.Buy) && clause.ObjectField is null)
            clause.ObjectField = named;
        clause.ServesTwice |= word?.Field == Category.Volunteer && clause.Field == Category.Volunteer;
        if (word?.Field is { } field && (clause.Field is null || field < clause.Field))
            clause.Field = field;
    }

    private static void NoteQuantity(string text, Clause clause, QuantityExpression quantity)
    {
        var isOne = quantity.Number.Value == 1 && text[quantity.Number.Start] == '一';
        var isShare = isOne && CountFacts.IsShare(text, clause.Start, quantity);
        var pointsBack = quantity.Start > clause.Start && CountFacts.PointsBack.Contains(text[quantity.Start - 1], StringComparison.Ordinal);
        if (!quantity.Number.IsFact || quantity.Unit.Kinds == MeasureKinds.Extent || (isOne && !isShare) || pointsBack)
            return;
        if ((quantity.Unit.Kinds & ~(MeasureKinds.Goods | MeasureKinds.Book)) == 0 || isShare)
            clause.HasItems = true;
        else if (quantity.Number.Value > 1 && quantity.Unit.Text is not "方面" and not "级" and not "批" and not "类" and not "种" && !CountedNoun.IsAspect(text, quantity.End))
            clause.HasCounts = true;
    }

    /// <summary>A deadline (2月底前) is not the day of the act.</summary>
    private static bool IsActDate(string text, DateExpression date) =>
        date.From.Kind != DatePointKind.Vague && !IsMereYear(text, date) && !IsDeadline(text, date.End) && !(date.End < text.Length && text[date.End] is '讯' or '电');

    /// <summary>去年市总工会…, 去年累计…: a period that has ended; but 去年同期, 去年的.</summary>
    private static bool IsLastYear(string text, DateExpression date) =>
        date.From.YearShift == -1 && date.Relation == DateRelation.On && (date.Start == 0 || !char.IsLetterOrDigit(text[date.Start - 1]))
        && date.End < text.Length && !"同年的以比度底末初春夏秋冬".Contains(text[date.End], StringComparison.Ordinal);

    /// <summary>2023年“送清凉”, 今年以来: the year of a plan, or no day that could be named.</summary>
    private static bool IsMereYear(string text, DateExpression date) =>
        date is { From.Kind: DatePointKind.Year, To: null } && !IsLastYear(text, date) && (date.Relation == DateRelation.Since || date.End >= text.Length || text[date.End] != ',');

    private static bool IsDeadline(string text, int end) =>
        (end < text.Length && text[end] is '前') || text[end - 1] == '前' || text.AsSpan(end).StartsWith("底前") || text.AsSpan(end).StartsWith("之前");
}
