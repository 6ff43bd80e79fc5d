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

    /// <summary>What tells of a room in its name: 培训楼, 会议室.</summary>
    private static readonly SearchValues<char> Rooms = SearchValues.Create("楼室厅房馆舍间院");

    /// <summary>等志愿服务, 等防疫工作: what closes a list of tasks.</summary>
    private const int LongestTask = 8;

    /// <summary>Verbs that in a list of tasks only name one: 物资运送.</summary>
    private const WordClass HandsOn = WordClass.Give | WordClass.Equip | WordClass.Buy | WordClass.Allocate | WordClass.Donate | WordClass.Visit | WordClass.Recover;

    private static readonly PhraseSet Tasks = new(["服务", "工作", "任务", "活动"]);

    /// <summary>机关全体, 组织全体: what may stand between an actor and its staff.</summary>
    private const int LongestStaffLead = 4;

    private static readonly PhraseSet MoneyWords = new(["资金", "慰问金", "补助", "经费", "补贴"]);

    private static readonly PhraseSet Packages = new(Phrases.Of("Packages"));
    private static readonly PhraseSet Intangible = new(Phrases.Of("Intangible"));
    private static readonly PhraseSet Bodies = new(Phrases.Of("Bodies"));
    private static readonly PhraseSet Spots = new(Phrases.Of("Spots"));
    private static readonly PhraseSet Trades = new(["企业", "公司", "行业", "协会", "商会", "集团", "业主", "加工", "基地", "市场", "批发"]);
    private static readonly PhraseSet BuyingToHelp = new(["消费扶贫", "消费帮扶", "以购代捐", "以买代帮", "消费助农", "扶贫产品", "扶贫采购"]);
    private static readonly PhraseSet Rules = new(["措施", "办法", "方案", "规定"]);
    private static readonly PhraseSet Staff = new(["工会", "职工", "员工", "一线"]);
    private static readonly string[] Ways = Phrases.Of("Ways");

    /// <summary>Fills in everything about a clause but its subject and mood.</summary>
    public static void Note(string text, Clause clause, ChineseScan scan)
    {
        var founded = false;
        var endOfTasks = -1;
        var endOfWay = -1;
        var themed = false;
        var kinds = 0;
        var before = TokenKind.Mark;
        var tokens = clause.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (before == TokenKind.Actor)
                NoteBehindActor(text, clause, tokens[i - 1], token, scan);
            before = token.Kind;
            var word = token.Word;
            var does = before == TokenKind.Word ? word!.Class : WordClass.Plain;
            clause.AllWords |= does;
            kinds |= 1 << (int)before;
            switch (before)
            {
                case TokenKind.Actor:
                    if (founded)
                        clause.Words |= WordClass.Body;
                    if (token.Start >= 2 && text.AsSpan(token.Start - 2, 2) is "支援" or "援助" or "资助")
                        clause.Words |= WordClass.Allocate;
                    break;
                case TokenKind.Word or TokenKind.Quoted or TokenKind.Title when token.Start < endOfWay:
                    break;
                case TokenKind.Word when (word!.Cues & WordCue.Through) != 0:
                    endOfWay = token.End + EndOfWay(text.AsSpan(token.End, clause.End - token.End));
                    NoteWord(text, clause, token);
                    break;
                case TokenKind.Word when (does & WordClass.Purpose) != 0 && !(token.Start > clause.Start && text[token.Start - 1] is '将' or '把'):
                    clause.Words |= WordClass.Purpose;
                    clause.HandsMoney |= clause.Allots && clause.HasMoney;
                    break;
                case TokenKind.Word when (word.Cues & WordCue.Aids) != 0 && i + 1 < tokens.Length && tokens[i + 1].Start == token.End
                    && (tokens[i + 1].Kind is TokenKind.Quantity or TokenKind.Money || tokens[i + 1].Is(WordClass.AnyGoods)):
                    clause.Words |= WordClass.Give;
                    break;
                case TokenKind.Word:
                    NoteWord(text, clause, token, token.Start < endOfTasks ? ~HandsOn : ~WordClass.Plain);
                    if ((word.Cues & WordCue.Undertakes) != 0)
                        endOfTasks = EndOfTasks(text, token.End, clause.End);
                    themed |= word.Topic is not null and not Category.Policy;
                    break;
                case TokenKind.Title or TokenKind.Quoted:
                    clause.Named |= !IsMotto(text, token) || Packages.StandsIn(text.AsSpan(token.End, Math.Min(8, text.Length - token.End)));
                    if (token.Kind == TokenKind.Title && IsAppealForGifts(text.AsSpan(token.Start, token.End - token.Start)))
                        clause.Cues |= WordCue.Gathers;
                    if (token.Kind == TokenKind.Title && BuyingToHelp.StandsIn(text.AsSpan(token.Start, token.End - token.Start)) && !Rules.StandsIn(text.AsSpan(token.Start, token.End - token.Start)))
                        clause.Theme = Category.Consumption;
                    clause.NamesMoney |= token.Kind == TokenKind.Title && MoneyWords.StandsIn(text.AsSpan(token.Start, token.End - token.Start));
                    if (word is not null)
                    {
                        clause.Words |= NamesHouse(text, token) ? WordClass.Plain : word.Class & WordClass.AnyGoods;
                        NoteThemes(clause, word);
                    }

                    if (token.Kind == TokenKind.Quoted && text[token.End - 2] is '险' or '保')
                        clause.Field ??= Category.Insurance;
                    if (token.Kind == TokenKind.Quoted && text[token.End - 2] == '券')
                        clause.Theme ??= Category.Consumption;
                    if (token.Kind == TokenKind.Quoted && ("点站屋室角间吧亭舱棚".Contains(text[token.End - 2], StringComparison.Ordinal) || NamesHouse(text, token)))
                        clause.Field ??= Category.Facility;
                    break;
                case TokenKind.Money when (scan.Money[token.Index].Traits & (MoneyTraits.Vague | MoneyTraits.Foreign)) == 0:
                    clause.HasMoney = true;
                    clause.ModifyingMoney |= token.End < text.Length && text[token.End] == '的' && (scan.Money[token.Index].Traits & MoneyTraits.Rate) == 0;
                    clause.TellsWorth |= clause.ModifyingMoney && (scan.Money[token.Index].Traits & MoneyTraits.WorthOfGoods) != 0;
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

            founded = (does & WordClass.Found) != 0;
        }

        clause.Kinds = kinds;
        clause.NameOnly = clause.Named && !themed;
        // 把技能课搬到线上: the object stands before its verb.
        if (clause is { ObjectField: null, Field: not null } && clause.Is(WordClass.Launch) && clause.In(text).Contains('把'))
            clause.ObjectField = clause.Field;

        ClauseThemes.Settle(text, clause);

        // 腾出培训楼: a room, whatever it was for.
        if (clause.LendsRoom && clause.In(text).IndexOfAny(Rooms) >= 0)
            clause.Field = Category.Facility;

        // 劳动模范某某接送…40余趟: an honour that somebody holds is not what the clause is about.
        if (clause.Field == Category.Commendation && !clause.Is(WordClass.Award | WordClass.Launch | WordClass.Issue))
            clause.Field = null;
        clause.EndsWithBody = clause.Is(WordClass.Found | WordClass.Complete) && Bodies.Ends(clause.In(text).TrimEnd(",;。”"));
        if (clause.Field is null or Category.Facility && clause.Theme is null && clause.Is(WordClass.Found | WordClass.Launch) && SetsUp(clause.In(text)))
            (clause.Field, clause.HasCounts) = (Category.Facility, true);
        if (clause.Is(WordClass.Compare) && !clause.Is(WordClass.AnyAct & ~WordClass.Visit))
            StatesNothing(clause);
    }

    /// <summary>设咨询台1处, 搭起遮阳棚8个: what serves people on the spot, and how many of it.</summary>
    private static bool SetsUp(ReadOnlySpan<char> clause)
    {
        var body = clause.TrimEnd(",;。").TrimEnd("个处座顶间");
        var counted = body.TrimEnd("0123456789余多");
        return counted.Length < body.Length && counted.Length > 3 && "点台站棚亭屋篷".Contains(counted[^1], StringComparison.Ordinal);
    }

    /// <summary>机关全体职工, 工会干部12人: those of an actor who act or are helped; and an actor's own 倡议.</summary>
    private static void NoteBehindActor(string text, Clause clause, in Token actor, in Token token, ChineseScan scan)
    {
        clause.OwnStaff |= token.Kind == TokenKind.Quantity && actor.Actor is not null && token.Start - actor.End <= (text[actor.End] == '的' ? 1 : 0)
            && (scan.Quantities[token.Index].Unit.Kinds & MeasureKinds.People) != 0;
        clause.ByStaff |= token.Is(WordClass.Group | WordClass.Helper) && token.Start - actor.End <= LongestStaffLead;
        if (token.Word is { } word && (word.Cues & WordCue.Proposes) != 0 && actor.End == token.Start)
            clause.Words |= WordClass.Issue;
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

    /// <summary>“职工帐篷之家”, “姜汤小站”: a place, though its name holds goods.</summary>
    private static bool NamesHouse(string text, Token token) =>
        token.Kind == TokenKind.Quoted && (text.AsSpan(0, token.End - 1).EndsWith("之家") || text[token.End - 2] is '站' or '屋' or '亭' or '室');

    /// <summary>《献爱心倡议书》, 《关于接受社会捐赠的公告》: asks for gifts.</summary>
    private static bool IsAppealForGifts(ReadOnlySpan<char> title) =>
        (title.ContainsAny('捐', '募') || title.IndexOf("献爱心") >= 0) && (title.IndexOf("倡议") >= 0 || title.IndexOf("公告") >= 0 || title.IndexOf("号召") >= 0 || title.IndexOf("一封信") >= 0 || title.IndexOf("公开信") >= 0);

    /// <summary>开展|物资运送、环境消杀|等志愿服务: where a list of tasks ends, or -1.</summary>
    private static int EndOfTasks(string text, int start, int end)
    {
        var rest = text.AsSpan(start, end - start);
        var at = rest.IndexOf('等');
        return at > 0 && rest[..at].Contains('、') && Tasks.StandsIn(rest.Slice(at, Math.Min(LongestTask, rest.Length - at))) ? start + at : -1;
    }

    private static void NoteWord(string text, Clause clause, in Token token, WordClass taken = ~WordClass.Plain)
    {
        var word = token.Word!;
        var (does, cues) = (word.Class, word.Cues);
        if ((does & (WordClass.AnyAct | WordClass.Found)) != 0 || (cues & WordCue.Gift) != 0)
            does = ClauseVerbs.Note(text, clause, token, word) & taken;
        clause.GiversFirst |= (does & WordClass.Toward) != 0 && !clause.Is(WordClass.Toward) && ClauseVerbs.NamesGivers(clause);
        clause.Cues |= cues & (WordCue.CallsUpon | WordCue.LendsRoom | WordCue.HiresRide | WordCue.NamesFirms | WordCue.Gathers | WordCue.Homeward);
        if ((cues & WordCue.Organises) != 0 && text.AsSpan(token.End, Math.Min(12, text.Length - token.End)).Contains("会员企业", StringComparison.Ordinal))
            clause.Cues |= WordCue.CallsUpon;
        if ((cues & WordCue.Firm) != 0 && !Staff.Starts(text.AsSpan(token.End).TrimStart("的")))
            clause.Cues |= WordCue.Firm;
        if ((cues & WordCue.Carries) != 0 && token.End < text.Length && text[token.End] is '点' or '站' or '组' or '队' or '员')
            cues &= ~WordCue.Carries;
        if ((cues & WordCue.HandsOver) != 0 && clause.End - token.End > 2 && !Intangible.StandsIn(text.AsSpan(token.End, clause.End - token.End)))
            clause.Cues |= WordCue.HandsOver;
        if ((cues & WordCue.MayBeVague) != 0 && IsVague(text, token, word))
            return;
        // 热饭|点, 捐赠物资|中转站: a place, and no goods.
        if ((does & WordClass.AnyGoods) != 0 && Spots.Starts(text.AsSpan(token.End)))
        {
            does &= ~WordClass.AnyGoods;
            clause.Field ??= Category.Facility;
        }

        if ((does & WordClass.FundsInGeneral) != 0 && token.End < text.Length && text[token.End] is '中' or '里')
            does &= ~WordClass.FundsInGeneral;
        clause.FrontFamily |= (does & WordClass.Kin) != 0 && (clause.Is(WordClass.Front) || (does & WordClass.Front) != 0)
            && text.AsSpan(clause.Start, token.Start - clause.Start) is var before && before.IndexOf("及其") < 0 && !ClauseThemes.IsInNeed(before[Math.Max(0, before.Length - 4)..]);
        if (clause.Is(WordClass.Purpose))
        {
            clause.Words |= does & ~WordClass.AnyAct;
            return;
        }

        clause.Words |= does & ~WordClass.Purpose;
        clause.TellsWorth |= (does & WordClass.AnyGoods) != 0 && clause.ModifyingMoney;
        if (word.Topic is not null && !NamesSpot(text, token, word))
            NoteThemes(clause, word);
        clause.HasTarget |= (does & WordClass.Toward) != 0;
        clause.Cues |= cues & (WordCue.IsFor | WordCue.Goes | WordCue.Regains | WordCue.Fetches | WordCue.Carries | ((does & WordClass.Allocate) != 0 ? WordCue.Allots : WordCue.None));
    }

    /// <summary>核酸采样|点, 餐饮|企业: where the act took place or whose it was, not what it was. 住宿|点 is a facility all the same.</summary>
    private static bool NamesSpot(string text, in Token token, Word word) =>
        token.End < text.Length && (Trades.Starts(text.AsSpan(token.End)) || (text[token.End] is '点' or '站' or '岗' or '亭' && word.Topic != Category.Facility) || (text[token.End] == '院' && word.Theme == Category.Recuperation));

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
    private static bool IsVague(string text, in Token token, Word word) =>
        text.AsSpan(Math.Max(0, token.Start - 4), token.Start - Math.Max(0, token.Start - 4)) is var before
        && (before is [.., '相' or '有', '关'] or [.., '各', '项'] or [.., '这', '些'] || (word.Topic == Category.Policy && (before.IndexOf("相关") >= 0 || before.IndexOf("有关") >= 0)));

    private static void NoteThemes(Clause clause, Word word)
    {
        clause.NamesOrder |= word.Topic == Category.Policy;
        if (word.Theme is { } theme && (clause.Theme is null || theme < clause.Theme))
            clause.Theme = theme;
        if (word.Field is not { } field)
            return;
        if (clause.ObjectField is null && clause.Is(WordClass.Launch | WordClass.Buy))
            clause.ObjectField = field;
        clause.ServesTwice |= field == Category.Volunteer && clause.Field == Category.Volunteer;
        if (clause.Field is null || field < clause.Field)
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
