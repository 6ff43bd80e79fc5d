using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Sorts the quantities of an act into goods, people who are helped, and other numbers; its lists are good until the next act is read.</summary>
internal sealed class CountFacts(string text, ChineseScan scan)
{
    /// <summary>What right before a number tells that it only points back (这两项资金) or parts the actors (分两个慰问组).</summary>
    public const string PointsBack = "这该此分";

    /// <summary>People who are counted and not named.</summary>
    public const string Anybody = "人员";

    private static readonly PhraseSet Papers = new(Phrases.Of("Papers"));
    private static readonly PhraseSet Loads = new(Phrases.Of("Loads"));
    private static readonly PhraseSet Carriages = new(Phrases.Of("Carriages"));
    private static readonly PhraseSet Rides = new(Phrases.Of("Rides"));
    private static readonly PhraseSet Rescue = new(Phrases.Of("Rescue"));
    private static readonly PhraseSet Spots = new(Phrases.Of("Spots"));
    private static readonly PhraseSet Sessions = new(Phrases.Of("Sessions"));
    private static readonly string[] Pronouns = ["单位", "公司", "企业", "部门", "工会"];
    private static readonly string[] Grounds = ["按照", "根据", "依据", "依照", "对照", "围绕"];
    private static readonly PhraseSet Answered = new(["来电", "电话", "咨询"]);
    private static readonly PhraseSet Taking = new(["接受", "参观", "学习", "观看", "体检", "培训", "参加"]);
    private static readonly PhraseSet Contenders = new(["选手", "受众", "观众"]);
    private static readonly PhraseSet Checks = new(Phrases.Of("Checks"));
    private static readonly PhraseSet Chores = new(Phrases.Of("Chores"));
    private static readonly string[] Service = Phrases.Of("Service");

    /// <summary>How often at most something is done in a day or week.</summary>
    private const int MostTimes = 4;

    /// <summary>Goods with a number.</summary>
    public List<Item> Items { get; } = [];

    /// <summary>Groups with a number.</summary>
    public List<Beneficiaries> People { get; } = [];

    /// <summary>Everything else that is counted.</summary>
    public List<Quantity> Numbers { get; } = [];

    /// <summary>Reads the quantities of a draft.</summary>
    public void Read(Draft draft)
    {
        Items.Clear();
        People.Clear();
        Numbers.Clear();
        foreach (var clause in draft.Clauses)
        {
            var tokens = clause.HasNumbers || clause.Has(TokenKind.Actor) ? clause.Tokens : [];
            for (var i = 0; i < tokens.Length; i++)
            {
                ref readonly var token = ref tokens[i];
                if (token.Kind == TokenKind.Quantity)
                    Read(draft, tokens, i, clause.Start, clause.End);
                else if (i > 0 && token.Kind == TokenKind.Actor && TurnsToSomebody(tokens[i - 1]))
                    ReadBodies(token);
                else if (token.Kind == TokenKind.Numeral && i + 1 < tokens.Length && tokens[i + 1].Start == token.End)
                    ReadBare(draft, scan.Numerals[token.Index], tokens[i + 1]);
                else if (token.Kind == TokenKind.Money && scan.Money[token.Index] is { IsFact: true } money && MoneyFacts.IsTurnover(text, clause.Start, money.Start))
                    Add(Numbers, new Quantity(text[clause.Start..money.Start].Trim(), money.Cny, "元"));
            }
        }
    }

    private void Read(Draft draft, ReadOnlySpan<Token> tokens, int at, int start, int end)
    {
        var quantity = scan.Quantities[tokens[at].Index];
        var unit = quantity.Unit;
        if (!quantity.Number.IsFact || (unit.Kinds & ~MeasureKinds.Extent) == 0 || (IsMerelyOne(quantity) && !IsRecurring(start, quantity.Start) && !IsShare(text, start, quantity)) || CountedNoun.IsAspect(text, quantity.End) || IsJointActors(tokens, at))
            return;
        if (quantity.Start - start >= 2 && (text.AsSpan(quantity.Start - 2, 2) is "一行" || IsContent(quantity.Start)))
            return;
        if ((quantity.Start > start && PointsBack.Contains(text[quantity.Start - 1], StringComparison.Ordinal)) || IsHowOften(start, quantity) || IsThreshold(start, quantity) || IsGround(start, quantity) || IsPronoun(start, quantity))
            return;
        var noun = CountedNoun.Of(text, draft, tokens, at, start, end);
        if ((IsMerelyOne(quantity) && !IsRecurring(start, quantity.Start) && !noun.Is(WordClass.AnyGoods) && !noun.EndsAsLoad && !(text[quantity.Start - 1] == '各' && Listed(tokens, at).Count > 1)) || (noun.Text is "慰问组" or "慰问团" or "慰问小组" && !char.IsAsciiDigit(text[quantity.Start])))
            return;
        if ((unit.Text is "种" or "类" && noun.Is(WordClass.AnyGoods)) || (IsRank(quantity.Start) && quantity.End < text.Length && text[quantity.End] == '的') || (unit.Text is "个" or "项" or "笔" && noun.Is(WordClass.Funds) && noun.Text.EndsWith("资金", StringComparison.Ordinal)))
            return;
        if (Loads.Starts(noun.Text) || Rides.Ends(text.AsSpan(start, quantity.Start - start)))
            return;
        var value = quantity.Number.Value;
        if (IsPeople(unit, noun) && !(unit.Text == "户" && draft.Act.Category == Category.Enterprise))
        {
            if (AreNumber(draft, tokens, at, noun, end))
                Add(Numbers, new Quantity(noun.Text, value, unit.Text));
            else
                Add(People, new Beneficiaries(noun.Text.Length == 0 ? Anybody : noun.Text, value));
        }
        else if ((IsGoods(unit, noun) && !IsSetUp(draft, unit, noun) && !(draft.Act.Category == Category.Volunteer && noun.By is { } by && (by.Cues & WordCue.Carries) != 0) || IsUnlisted(draft, quantity, noun) || GoesOnListing(quantity, noun, start)) && !(unit.Text is "台" or "辆" or "艘" or "架" && ((noun.By?.Class & WordClass.Dispatch) > 0 || draft.Act.Category == Category.Volunteer)) && !IsProduced(quantity.Start) && !(Chores.StandsIn(noun.Text) && !"剂液片粉膏机器".Contains(noun.Text[^1], StringComparison.Ordinal)))
        {
            foreach (var name in quantity.Start > start && text[quantity.Start - 1] == '各' && Listed(tokens, at) is { Count: > 0 } all ? all : [noun.Text])
                Add(Items, new Item(name, value, unit.Text));
        }
        else if (unit.Text is not "方面" and not "级" and not "批" and not "字" and not "届" && !(quantity.Start > start && text[quantity.Start - 1] == '届'))
        {
            Add(Numbers, new Quantity(noun.Text, value, unit.Text));
        }
    }

    /// <summary>Whether counted people are a result or means of the act (those who help, turn out, compete or are sent) and not whom it helps or honours.</summary>
    private bool AreNumber(Draft draft, ReadOnlySpan<Token> tokens, int at, CountedNoun noun, int end)
    {
        var quantity = scan.Quantities[tokens[at].Index];
        if (draft.Act.Category == Category.Commendation)
            return false;
        // 心理热线接听137人次: those who called were helped.
        // 接听职工来电86人次; but 接听来电374人次 and 提供咨询319人次 only say how often.
        if (draft.Act.Category == Category.Psych && quantity.Unit.Text is "人次" or "人" && !noun.Is(WordClass.Helper))
            return Answered.Ends(noun.Text) && !NamesGroup(tokens, at);
        if (((noun.Head & WordClass.Helper) != 0 || (noun.Is(WordClass.Helper) && !noun.Is(WordClass.Kin))) && !AreCaredFor(tokens, at, noun))
            return true;
        var possessive = quantity.End < text.Length && text[quantity.End] == '的';
        return (IsTurnout(noun) && !possessive && quantity.Unit.Text != "户" && !(quantity.Unit.Text is "名" or "位" && AreServed(tokens, at))) || IsRank(quantity.Start) || IsActivity(quantity, noun)
            || DoService(tokens, at, end) || AreOwn(tokens, at) || Serve(draft, tokens, at, noun);
    }

    /// <summary>近3万职工, 20余企业: a number right before the word it counts.</summary>
    private void ReadBare(Draft draft, Numeral number, Token noun)
    {
        if (!number.IsFact || number.Value < 2 || noun.Word is not { } word)
            return;
        if (noun.Is(WordClass.Helper | WordClass.Unit) || draft.Act.Category == Category.Volunteer)
            Add(Numbers, new Quantity(word.Text, number.Value, ""));
        else if (noun.Is(WordClass.Group))
            Add(People, new Beneficiaries(word.Text, number.Value));
    }

    /// <summary>向|七个街道总工会|下拨: a name that opens with its number.</summary>
    private void ReadBodies(in Token bodies)
    {
        if (!NumberChars.IsNumeric(text[bodies.Start]))
            return;
        var at = Ordered.FirstFrom(scan.Quantities, bodies.Start, static q => q.Start);
        if (at < scan.Quantities.Count && scan.Quantities[at] is var quantity && quantity.Start == bodies.Start && quantity.End < bodies.End && quantity.Number.Value > 1)
            Add(Numbers, new Quantity(text[quantity.End..bodies.End], quantity.Number.Value, quantity.Unit.Text));
    }

    private static bool IsPeople(MeasureWord unit, CountedNoun noun) =>
        (unit.Kinds & MeasureKinds.People) != 0 && (unit.Kinds & MeasureKinds.Goods) == 0
        || ((unit.Kinds & MeasureKinds.Household) != 0 && ((unit.Text is "户" or "户次" && (!noun.Is(WordClass.Unit) || noun.Is(WordClass.Group | WordClass.Kin))) || noun.Is(WordClass.Kin)))
        || (unit.Text == "个" && noun.Is(WordClass.Kin) && !noun.EndsAsLoad);

    private static bool IsGoods(MeasureWord unit, CountedNoun noun) =>
        !Sessions.Ends(noun.Text) && !Spots.Ends(noun.Text) && unit.Text[^1] != '次' && !Carriages.Ends(noun.Text) &&
        !(unit.Text is "辆" or "艘" or "架" && !(noun.By is { } verb && (verb.Class & (WordClass.Give | WordClass.Donate | WordClass.Buy | WordClass.Equip)) != 0))
        && noun.Text.Length > 0 && noun.Text[^1] != '券' && !IsPaper(noun.Text) && !IsOnline(noun.Text) && (IsHousing(unit, noun) || ((unit.Kinds & (MeasureKinds.Goods | MeasureKinds.Book)) != 0
        && ((unit.Kinds & ~(MeasureKinds.Goods | MeasureKinds.Book)) == 0 || noun.Is(WordClass.AnyGoods))));

    /// <summary>捐出板房40间: housing that is handed over.</summary>
    private static bool IsHousing(MeasureWord unit, CountedNoun noun) =>
        unit.Text is "间" or "座" && noun.Is(WordClass.Named) && noun.Text[^1] is '房' or '亭' or '屋' && noun.By is { } verb && (verb.Class & (WordClass.Give | WordClass.Donate | WordClass.Buy)) != 0;

    /// <summary>电子书1.2万册: opened to all, and handed to nobody.</summary>
    private static bool IsOnline(string noun) => noun.Contains("电子", StringComparison.Ordinal) && noun[^1] is '书' or '刊';

    /// <summary>搭起帐篷12顶, 开放电子书1.2万册: what is set up or opened stays where it is.</summary>
    private static bool IsSetUp(Draft draft, MeasureWord unit, CountedNoun noun) =>
        draft.Act.Category is Category.Facility or Category.Psych or Category.Training or Category.Culture && unit.Text is "顶" or "座" or "间" or "处" or "册" or "部"
        && noun.By is { } verb && (verb.Class & WordClass.Launch) != 0 && (verb.Class & (WordClass.Buy | WordClass.Donate | WordClass.Equip)) == 0;

    /// <summary>送去热宝1.6万个、热贴22万片: what was handed over is goods, though no list holds its name.</summary>
    private bool IsUnlisted(Draft draft, in QuantityExpression quantity, CountedNoun noun) =>
        draft.Act.Category is Category.Supplies or Category.Donation && (quantity.Unit.Kinds & (MeasureKinds.Goods | MeasureKinds.Book)) != 0
        && noun is { Text.Length: > 1, HasTheme: false, By: { } verb } && (noun.Classes == WordClass.Plain || noun.EndsAsLoad) && (verb.Class & (WordClass.Give | WordClass.Donate | WordClass.Buy)) != 0
        && (quantity.End == text.Length || ",、。;及和与等(".Contains(text[quantity.End], StringComparison.Ordinal)) && !IsPaper(noun.Text);

    /// <summary>送去围巾1条,保温壶1个: a clause that is nothing but a thing and its number goes on with the goods before.</summary>
    private bool GoesOnListing(in QuantityExpression quantity, CountedNoun noun, int start) =>
        Items.Count > 0 && noun is { Text.Length: > 1, Classes: WordClass.Plain, HasTheme: false, By: null } && (quantity.Unit.Kinds & MeasureKinds.Goods) != 0
        && quantity.Start - start == noun.Text.Length && (quantity.End == text.Length || ",。;".Contains(text[quantity.End], StringComparison.Ordinal)) && !IsPaper(noun.Text);

    /// <summary>保险10万份, 简历367份: papers that stand for something else are no goods.</summary>
    private static bool IsPaper(string noun) => Papers.Ends(noun);

    /// <summary>People counted without being named are a result of the act (参与9000余人次, 实现就业1275人, 捐款…人次), not people who were helped.</summary>
    private static bool IsTurnout(CountedNoun noun) =>
        noun.Donated || (noun.Text.Length == 0 && noun.Verb is "接待" or "咨询" or "解答" or "接听" or "受理" or "答疑" or "实现" or "达成" or "取得" or "获得") || (!noun.Is(WordClass.Group | WordClass.Kin) && (noun.HasTheme || (noun.IsBare && (noun.By is null || (noun.By.Class & WordClass.Visit) == 0)) || noun.Verb is "达成" or "签约" or "签订" or "参与" or "参加" or "培训" or "随访" or "报名" or "参赛" or "招聘" or "招募"));

    /// <summary>选派13名护士, 市总工会23名干部职工, 65名党员捐款: people who are sent or give are not those who are helped.</summary>
    private bool Serve(Draft draft, ReadOnlySpan<Token> tokens, int at, CountedNoun noun)
    {
        if (noun.By is { } verb && (verb.Class & WordClass.Dispatch) != 0)
            return true;
        if (((at > 0 && tokens[at - 1].End == tokens[at].Start && tokens[at - 1].Word?.Text is "组织" or "发动" or "动员") || (AreCalled(tokens, at) && !Taking.StandsIn(text.AsSpan(tokens[at].End, tokens[^1].End - tokens[at].End)))) && draft.Act.Category is Category.Supplies or Category.Facility or Category.Publicity or Category.Psych or Category.Family or Category.Policy or Category.Consumption)
            return true;
        return draft.Act.Category is Category.Volunteer or Category.Donation
            && ((at > 0 && tokens[at - 1].Kind == TokenKind.Actor) || !(Reached(tokens, at) || (at > 0 && Rescue.StandsIn(text.AsSpan(tokens[0].Start, tokens[at].Start - tokens[0].Start)))));
    }

    /// <summary>慰问志愿者50名, 对12名工作人员: helpers to whom the act turns, and whom nobody sends.</summary>
    private static bool AreCaredFor(ReadOnlySpan<Token> tokens, int at, CountedNoun noun)
    {
        if (noun.By is { } verb && (verb.Class & WordClass.Dispatch) != 0)
            return false;
        for (var i = 0; i < at; i++)
        {
            if (tokens[i].Is(WordClass.Visit) || TurnsToSomebody(tokens[i]))
                return true;
        }

        return false;
    }

    /// <summary>组织餐饮企业职工32人: whoever is called together, and for nobody named before.</summary>
    private static bool AreCalled(ReadOnlySpan<Token> tokens, int at)
    {
        var called = false;
        for (var i = 0; i < at; i++)
            called = (called || tokens[i].Word?.Text is "组织" or "发动" or "动员") && !TurnsToSomebody(tokens[i]);
        return called;
    }

    private static bool NamesGroup(ReadOnlySpan<Token> tokens, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (tokens[i].Is(WordClass.Group | WordClass.Kin) && !tokens[i].Is(WordClass.Helper))
                return true;
        }

        return false;
    }

    /// <summary>某街道总工会的10名女工包饺子: the actor's own people.</summary>
    private bool AreOwn(ReadOnlySpan<Token> tokens, int at) =>
        at > 0 && tokens[at - 1].Kind == TokenKind.Actor && tokens[at - 1].End == tokens[at].Start - 1 && text[tokens[at].Start - 1] == '的' && !Reached(tokens, at);

    /// <summary>为26名“九月寿星”送去蛋糕: whoever stands behind 为, 给.</summary>
    private static bool AreServed(ReadOnlySpan<Token> tokens, int at)
    {
        var served = false;
        for (var i = 0; i < at; i++)
            served = (served || TurnsToSomebody(tokens[i])) && !tokens[i].Is(WordClass.Launch | WordClass.Send);
        return served;
    }

    private static bool TurnsToSomebody(in Token token) => token.Is(WordClass.Toward) && token.Word!.Text is "为" or "向" or "给" or "对";

    /// <summary>Whether the words before a count turn to somebody (为, 向, 慰问, 服务); 在 and 到 only say where.</summary>
    private static bool Reached(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (tokens[i].Is(WordClass.Donate | WordClass.Give | WordClass.Visit | WordClass.Handle) || TurnsToSomebody(tokens[i]) || (tokens[i].Is(WordClass.Toward) && tokens[i].Word!.Text == "替"))
                return true;
        }

        return false;
    }

    /// <summary>大米、牛奶各200件: the goods of the list that ends here, short ones by their marks (米、面、油).</summary>
    private List<string> Listed(ReadOnlySpan<Token> tokens, int at)
    {
        var names = new List<string>();
        var first = at;
        while (first > 0 && (tokens[first - 1].Is(WordClass.AnyGoods) || tokens[first - 1].IsMark('、')) && !tokens[first - 1].Is(WordClass.AnyAct))
            first--;
        if (first == at)
            return names;
        var from = first > 0 ? tokens[first - 1].End : tokens[first].Start;
        // 布洛芬、口罩等药箱各1个: the list only says what is in it.
        if (text.AsSpan(from, tokens[at].Start - 1 - from).LastIndexOf('等') is var sum and >= 0)
            from += sum + 1;
        foreach (var name in text[from..(tokens[at].Start - 1)].Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            names.Add(name.TrimStart('了'));
        return names;
    }

    /// <summary>每人一条围巾: what each gets.</summary>
    public static bool IsShare(string text, int start, QuantityExpression quantity)
    {
        if ((quantity.Unit.Kinds & MeasureKinds.Goods) == 0)
            return false;
        var before = text.AsSpan(start, quantity.Start - start);
        var each = before.LastIndexOf('每');
        return before.IndexOf("人手") >= 0 || before.IndexOf("各送") >= 0 || before.IndexOf("各发") >= 0 || before.IndexOf("各赠") >= 0 || before.EndsWith("各") || (each >= 0 && each + 1 < before.Length && "人户名位家个".Contains(before[each + 1], StringComparison.Ordinal));
    }

    /// <summary>在线解答56人次, 健康登记1.2万人次, 服务412户次, 参赛选手214名: how often something was done, not who was helped.</summary>
    private bool IsActivity(QuantityExpression quantity, CountedNoun noun)
    {
        if (quantity.Unit.Text == "户次")
            return ((noun.By?.Class ?? WordClass.Plain) & WordClass.Visit) == 0;
        var before = text.AsSpan(0, quantity.Start).TrimEnd("近约共达超逾人数");
        if (quantity.Unit.Text == "人次" && before.EndsWith(noun.Text) && Checks.Ends(before[..^noun.Text.Length]))
            return true;
        return Contenders.Ends(noun.Text)
            || (quantity.Unit.Text == "人次" && noun.Text.Length > 1 && !noun.EndsAsPerson && (!noun.Is(WordClass.Group | WordClass.Kin | WordClass.Unit) || Checks.Ends(noun.Text)));
    }

    /// <summary>27名教师志愿接听, 28名队员义务消毒: people who serve where the clause turns to nobody before them.</summary>
    private bool DoService(ReadOnlySpan<Token> tokens, int at, int end)
    {
        if (Reached(tokens, at))
            return false;
        var behind = text.AsSpan(tokens[at].End, end - tokens[at].End);
        foreach (var word in Service)
        {
            // 值守人员, 义务兵, 上岗的 only name them.
            if (behind.IndexOf(word) is var found and > 0 && (found + word.Length == behind.Length || !"的人者员岗点队站兵".Contains(behind[found + word.Length], StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>每天两次, 一日三餐: how often, which nobody adds up.</summary>
    private bool IsHowOften(int start, QuantityExpression quantity) =>
        quantity.Unit.Text is "次" or "趟" or "餐" or "顿" or "班" or "遍" && quantity.Number.Value <= MostTimes && !char.IsAsciiDigit(text[quantity.Start])
        && text.AsSpan(start, quantity.Start - start) is var before && (quantity.Unit.Text is "餐" or "顿" || quantity.Unit.Text == "班" || before.EndsWith("一日") || IsRecurring(start, quantity.Start));

    /// <summary>两人连续跑了多家药店, 两家单位…: those who were named before.</summary>
    private bool IsPronoun(int start, QuantityExpression quantity) =>
        quantity.Start == start && quantity.Number.Value <= MostTimes && !char.IsAsciiDigit(text[start])
        && (quantity.Unit.Text == "人" || (quantity.Unit.Text is "家" or "个" && Phrases.StartWithAny(text.AsSpan(quantity.End), Pronouns)));

    /// <summary>按照方案20条举措,…: what an act goes by.</summary>
    private bool IsGround(int start, QuantityExpression quantity) =>
        quantity.Unit.Text is "条" or "项" && Phrases.StartWithAny(text.AsSpan(start), Grounds);

    /// <summary>在50人以上的企业: which of them is meant.</summary>
    private bool IsThreshold(int start, QuantityExpression quantity) =>
        quantity.Start > start && text[quantity.Start - 1] is '在' or '满' && text.AsSpan(quantity.Start, Math.Min(text.Length, quantity.End + 3) - quantity.Start).IndexOf("以上") > 0;

    /// <summary>前10名: a place in a contest.</summary>
    private bool IsRank(int at) => at > 0 && text[at - 1] == '前';

    /// <summary>每份15斤, 每箱24瓶: what one piece holds. 每户2袋 is what each household gets.</summary>
    private bool IsContent(int at) => text[at - 2] == '每' && "份箱袋盒包件桶瓶车批套".Contains(text[at - 1], StringComparison.Ordinal);

    /// <summary>一批, 一次, 一个: no number worth recording.</summary>
    private bool IsMerelyOne(QuantityExpression quantity) => quantity.Number.Value == 1 && text[quantity.Number.Start] == '一' && quantity.Unit.Text is not ("台" or "辆" or "架" or "艘");

    /// <summary>每周一期: one, but again and again.</summary>
    private bool IsRecurring(int start, int at)
    {
        var every = text.AsSpan(start, at - start).LastIndexOf('每');
        return every >= 0 && start + every + 1 < text.Length && "周月天日季年期".Contains(text[start + every + 1], StringComparison.Ordinal);
    }

    /// <summary>工青妇3个单位联合…: counts the actors.</summary>
    private static bool IsJointActors(ReadOnlySpan<Token> tokens, int at) =>
        at > 0 && tokens[at - 1].Kind == TokenKind.Actor
        && ((at + 1 < tokens.Length && tokens[at + 1].Is(WordClass.With)) || (at + 2 < tokens.Length && tokens[at + 1].Is(WordClass.Unit) && tokens[at + 2].Is(WordClass.With)));

    /// <summary>可制成消毒液1500吨: made, not given.</summary>
    private bool IsProduced(int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 10), at - Math.Max(0, at - 10));
        return before.IndexOf("制成") >= 0 || before.IndexOf("生产") >= 0;
    }

    private static void Add<T>(List<T> list, T fact)
    {
        if (!list.Contains(fact))
            list.Add(fact);
    }
}
