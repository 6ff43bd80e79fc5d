using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Where the walk over the clauses stands.</summary>
/// <param name="Actors">Who acts now.</param>
/// <param name="Gap">Number of clauses since the last act that state nothing.</param>
/// <param name="Date">Index of the date that waits for an act, or -1.</param>
/// <param name="Day">That date.</param>
/// <param name="SameEvent">Whether it goes on with the visit or ceremony told before (此次, 慰问组).</param>
/// <param name="Semicolon">Whether a semicolon parts the clause from the act before.</param>
/// <param name="Aside">Whether it opens with 并 and states no figure: it colours the act before.</param>
/// <param name="Beside">Whether it opens with 同时: it is told beside the act before.</param>
/// <param name="OwnPeriod">Whether the sentence opens with a time of its own, resolved or not (2017年至今, 今年5月).</param>
/// <param name="Continues">Whether the sentence opens by going on (其中, 此次, 期间).</param>
internal readonly record struct Standing(IReadOnlyList<Actor> Actors, int Gap, int Date, MeasureDate? Day, bool Continues, bool SameEvent, bool Semicolon, bool Aside, bool Beside, bool OwnPeriod);

/// <summary>Decides whether a clause goes on with the act before it or begins a new one: one actor, one category, one date.</summary>
internal static class Joining
{
    private const int LongGap = 9;
    private const int MostClauses = 80;

    /// <summary>The act that both together are, or null where a new one begins.</summary>
    /// <param name="draft">The act before.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="act">What the clause states.</param>
    /// <param name="at">Where the walk stands.</param>
    public static Act? Join(Draft draft, Clause clause, Act act, in Standing at)
    {
        var last = draft.Clauses[^1];
        var sameSentence = last.Sentence == clause.Sentence;
        if (draft.Clauses.Count >= MostClauses)
            return null;
        if (last.Mood == Mood.Background != (clause.Mood == Mood.Background) || clause.Paragraph - last.Paragraph > (act.Category == Category.Commendation || at.SameEvent ? 2 : 1))
            return null;
        if (at.Date >= 0 && at.Date != draft.DateIndex && at.Day != draft.Date && (draft.DateIndex >= 0 || !sameSentence))
            return null;
        // 增设饮水机4台,…并于7月18日送去矿泉水210提: a day of its own makes an act of its own.
        if (sameSentence && clause.Date >= 0 && draft.DateIndex < 0 && clause.HasItems && draft.Clauses.Exists(static c => c.HasItems))
            return null;
        if (!sameSentence && at.OwnPeriod && !at.SameEvent && at.Day is null)
            return null;
        if (!SameActors(draft.Actors, at))
            return null;
        if (!sameSentence && !Follows(draft, clause, act, at))
            return null;
        if (act.Weight == Weight.Detail)
            return sameSentence && at.Semicolon ? null : WithFigures(draft.Act, clause);
        // 抽调30人下沉社区,同时开通心理热线: told beside it.
        if (sameSentence && at.Beside && act.Category != draft.Act.Category && act.Weight == Weight.Full && draft.Clauses.Exists(static c => c.HasFigures))
            return null;
        // 举行关爱行动启动仪式,现场为620名劳动者赠送保险: what was done at it.
        if (sameSentence && !at.Semicolon && !clause.Enumerated && clause.Subject.Count == 0 && draft.Act.Rule is "campaign-started" or "package-started" or "activity" && act.Category is not (Category.Policy or Category.Publicity) && clause.HasFigures && !draft.Clauses.Exists(static c => c.HasFigures))
            return act;
        if (draft.Act.Weight == Weight.Opening && sameSentence)
        {
            // 划拨140万元,用于慰问…;对52户家庭实行…: what the money is for has been told.
            if (at.Semicolon && act.Weight == Weight.Full && act.Category is not (Category.Funds or Category.Supplies) && draft.Clauses.Exists(static c => c.HasMoney) && draft.Act.Rule == "money-opening")
                return null;

            // 筹集资金28万元,并号召企业捐赠口罩1.2万个: its own money, and what others give.
            if (clause.CallsUpon && act.Category == Category.Donation && draft.Clauses.Exists(static c => c.HasMoney))
                return null;

            // 筹集资金41万元,慰问职工1300人次: the money is what reached them.
            if (act.Category == Category.Visit && draft.Act.Rule == "money-opening")
                return draft.Act with { Weight = Weight.Full };
            // 组织志愿者685人参与检测,为劳模办理保险: who was sent, and another act.
            if (draft.Act.Category == Category.Volunteer && act.Category is Category.Insurance or Category.Recuperation or Category.Commendation && clause.HasFigures)
                return null;
            return act.Weight == Weight.Opening && !IsHelp(act) && (IsHelp(draft.Act) || draft.Act.Rule == "partners-engaged") ? act
                : act.Weight == Weight.Opening && !(draft.Act.Rule == "activity" && clause.HasFigures) ? draft.Act : act;
        }

        // 走访企业83家,收集困难112个: they came to hear.
        if ((act.Rule == "difficulties-heard" || (act.Category is (>= Category.Psych and <= Category.Culture) or Category.Policy && clause.HasFigures)) && sameSentence && !at.Semicolon && draft.Act.Category == Category.Visit && !draft.Clauses.Exists(static c => c.Comforts || c.Is(WordClass.Group)))
            return act;
        if ((act.Rule == "people-sent" || (act.Rule == "helpers-sent" && clause.HasTarget)) && draft.Act.Category is Category.Funds or Category.Supplies && !clause.HasMoney)
            return null;
        if (act.Weight == Weight.Opening && sameSentence && at.Semicolon && act.Category != draft.Act.Category && !clause.Is(WordClass.Continue) && (clause.HasMoney ? draft.Clauses.Exists(static c => c.HasMoney || c.HasItems) : act.Category == Category.Volunteer && clause.HasFigures && draft.Clauses.Exists(static c => c.HasFigures)))
            return null;
        if (act.Weight == Weight.Opening && sameSentence && !clause.Enumerated)
            return draft.Act.Category == Category.Policy && clause.HasMoney ? null : draft.Act;
        if (act.Rule == "knowledge-spread" && sameSentence && !at.Semicolon)
            return draft.Act;
        if (act.Rule == "letter-sent" && at.Continues)
            return draft.Act;
        if (IsHelp(act) && clause.Subject.Count == 0 && (sameSentence || at.Continues || draft.Act.Category is not (Category.Funds or Category.Supplies)))
            return draft.Act;
        if (draft.Act.Category == Category.Volunteer && act.Category == Category.Volunteer && clause.ByHelpers)
            return draft.Act;

        // 举办征文。收到作品1260篇,评出一等奖12篇: the prizes of a contest. 成立心理服务队。26名志愿者服务860人次: who serves in it.
        if (clause.Subject.Count == 0 && act.Rule == "award" && draft.Act.Category is Category.Culture or Category.Training)
            return draft.Act;
        if (clause.Subject.Count == 0 && act.Category == Category.Volunteer && clause.Is(WordClass.Helper) && !at.Semicolon && draft.Act.Category is Category.Family or Category.Psych or Category.Rights && !draft.Clauses.Exists(static c => c.HasFigures))
            return draft.Act;
        if (draft.Act.Category == act.Category)
            return IsNextItem(draft, clause, act, sameSentence, at) ? null : draft.Act.Rule == "activity" ? act : draft.Act;
        if (!sameSentence && at.SameEvent && !draft.Clauses.Exists(static c => c.HasFigures) && !(act.Category == Category.Donation && clause.Gathers))
            return act.Category < draft.Act.Category ? act : draft.Act;
        if (sameSentence && (!at.Semicolon || draft.Act.Category == Category.Commendation) && !clause.Enumerated && clause.Subject.Count == 0 && act.Rule is "field-with-number" or "field-with-name" or "service-founded")
            return draft.Act;
        return clause.Enumerated ? null : Together(draft, clause, act, sameSentence, at);
    }

    /// <summary>A visit at which a sum or goods were handed over is what was handed over.</summary>
    public static Act WithFigures(Act act, Clause clause) => IsHelp(act) && clause.HasMoney ? new("money-told", Category.Funds, Weight.Full) : act.Category != Category.Visit ? act
        : clause.HasMoney ? act with { Category = Category.Funds }
        : clause.HasItems ? act with { Category = Category.Supplies } : act;

    /// <summary>Whether a clause of a later sentence may go on with the act at all.</summary>
    private static bool Follows(Draft draft, Clause clause, Act act, in Standing at)
    {
        var last = draft.Clauses[^1];
        if (at.SameEvent && (act.Category == draft.Act.Category || draft.Act.Category == Category.Visit) && at.Gap <= LongGap)
            return true;
        if (clause.Paragraph != last.Paragraph)
        {
            if (act.Weight == Weight.Detail)
                return at.Continues && at.Gap <= 3;
            return at.Gap <= (act.Category == Category.Commendation ? LongGap : 3) && (act.Category == draft.Act.Category ? clause.Subject.Count == 0 || at.Continues || Elaborates(draft, clause, act) : at.Continues && (draft.Act.Category == Category.Visit || act.Rule == "letter-sent"));
        }

        if (draft.Act.Category == Category.Commendation && act.Category is Category.Commendation or Category.Policy && at.Gap <= LongGap)
            return act.Category == Category.Commendation || act.Weight == Weight.Detail;
        // 来到医院,亲切慰问医护人员。…送上了牛奶等慰问品: what was given at the visit is told some sentences later.
        if (draft.Act.Category == Category.Visit && act.Category is Category.Funds or Category.Supplies && clause.Is(WordClass.Give) && at.Gap <= LongGap && !draft.Clauses.Exists(static c => c.HasFigures))
            return true;
        if (clause.Sentence > last.Sentence + 1)
            return false;
        if (act.Weight == Weight.Detail)
            return (at.Continues || clause.HasRate || clause.Is(WordClass.Continue)) && at.Gap <= 1;
        return at.Gap <= 3;
    }

    /// <summary>A further act of the same kind: the next item of a list, or a sentence of its own with its own figures.</summary>
    private static bool IsNextItem(Draft draft, Clause clause, Act act, bool sameSentence, in Standing at)
    {
        if (act.Category == Category.Commendation)
            return false;
        if (sameSentence)
        {
            if (at.Semicolon && clause.Mood == Mood.Planned && act.Category == Category.Funds && clause.HasMoney && draft.Clauses.Exists(static c => c.HasMoney))
                return true;
            // 对企业给予补助,并返还企业工会经费: a subsidy and a refund.
            if (act.Rule == "companies-relieved" && draft.Act.Rule == "service-funded")
                return true;
            return at.Semicolon && act.Category is not (Category.Funds or Category.Supplies or Category.Donation)
                && (clause.Is(WordClass.Launch | WordClass.Give | WordClass.Issue | WordClass.Allocate | WordClass.Recover) || (clause.HasFigures && clause.Tokens[0].Kind != TokenKind.Quantity && draft.Clauses.Exists(static c => c.HasFigures)));
        }

        if (!at.Continues && !at.SameEvent && act.Category is Category.Culture or Category.Training or Category.Facility or Category.Psych && act.Rule == "service-started" && clause.Is(WordClass.Launch) && draft.Clauses.Exists(static c => c.HasFigures) && draft.Act.Rule == "service-started")
            return true;
        return !(at.Continues && clause.Subject.Count == 0) && !at.SameEvent && clause.HasFigures && draft.Clauses.Exists(c => c.HasFigures || (c.Named && draft.Act.Rule == "text-published") || draft.Act.Rule == "donations-invited");
    }

    /// <summary>Help that is told by its number alone.</summary>
    private static bool IsHelp(Act act) => act.Rule is "help-with-number" or "hands-lent";

    /// <summary>A general statement, then the same with its figures.</summary>
    private static bool Elaborates(Draft draft, Clause clause, Act act) =>
        act.Category is Category.Supplies or Category.Funds or Category.Commendation
        && (clause.HasItems || clause.HasMoney || clause.HasCounts)
        && draft.Clauses.TrueForAll(static c => !c.HasItems && !c.HasMoney);

    /// <summary>Acts that count as one: a visit and what was given at it, money and goods handed over together, means and end.</summary>
    private static Act? Together(Draft draft, Clause clause, Act act, bool sameSentence, in Standing at)
    {
        var figures = clause.HasMoney || clause.HasItems;
        return (draft.Act.Category, act.Category) switch
        {
            (Category.Visit, Category.Funds or Category.Supplies) when at.Semicolon && figures && draft.Clauses.Exists(static c => c.HasFigures) => null,
            (Category.Visit, Category.Funds or Category.Supplies or Category.Family) when sameSentence || at.SameEvent || clause.Is(WordClass.Give | WordClass.Equip) => act,
            (Category.Visit, >= Category.Psych and <= Category.Culture) when sameSentence && !at.Semicolon && clause.Subject.Count == 0 && clause.HasFigures && (!draft.Clauses.Exists(static c => c.HasFigures) || !draft.Clauses.Exists(static c => c.Comforts)) => act,
            (Category.Visit, Category.Donation) when !clause.Gathers && clause.Subject.Count == 0 && (sameSentence || at.SameEvent) => act,
            (Category.Funds or Category.Supplies or Category.Family, Category.Visit) when clause.Subject.Count == 0 && (sameSentence || at.SameEvent || !clause.Goes) => draft.Act,
            (Category.Family, Category.Funds or Category.Supplies) when clause.Subject.Count == 0 && !figures => draft.Act,
            (Category.Family, Category.Volunteer) when sameSentence && !at.Semicolon && clause.Subject.Count == 0 && !clause.HasFigures => draft.Act,
            _ when !sameSentence => null,
            (Category.Insurance, Category.Funds) when !clause.HasTarget => draft.Act,
            ( >= Category.Employment and <= Category.Training or Category.Facility or Category.Culture, Category.Funds) when !clause.HasTarget && !at.Semicolon && clause.Subject.Count == 0 && !clause.Is(WordClass.Visit) => draft.Act,
            (Category.Policy, Category.Funds or Category.Supplies) when draft.Act.Rule is not ("text-published" or "order-issued") || (clause.Mood != Mood.Planned && (draft.Clauses.Exists(static c => c.NamesMoney) || draft.Act.Rule == "order-issued")) => act,
            (Category.Funds or Category.Supplies or Category.Family, Category.Visit) => draft.Act,
            (Category.Family, Category.Funds or Category.Supplies) => act,
            // 慰问员工2140人,并安排专人为46户家庭代购: what is done for families is no part of what was given.
            (Category.Funds or Category.Supplies, Category.Family) when act.Rule == "kin-looked-after" && clause.HasCounts => null,
            (Category.Funds or Category.Supplies, Category.Family) => draft.Act,
            (Category.Supplies or Category.Funds, Category.Funds or Category.Supplies) when at.Semicolon && figures && draft.Clauses.Exists(static c => c.HasMoney || c.HasItems) => null,
            (Category.Supplies, Category.Funds) when !clause.HasTarget || (clause.HasRate && !clause.Is(WordClass.Group | WordClass.Unit)) => act,
            // 列支专项资金15万元,为各校配上保温桶: the money is spent on goods, and handed to nobody.
            (Category.Funds, Category.Supplies) when !at.Semicolon && clause.Subject.Count == 0 && !clause.HasMoney && clause.Start == draft.Clauses[^1].End && (clause.Is(WordClass.Buy) || (clause.Is(WordClass.Equip) && clause.HasTarget)) && !clause.Is(WordClass.Visit | WordClass.Slogan) && draft.Clauses.TrueForAll(static c => c.Is(WordClass.Allocate) && !c.Allots && !c.Is(WordClass.Give | WordClass.Purpose | WordClass.Visit) && !c.HasTarget) => act,
            (Category.Funds, Category.Supplies) when !clause.HasTarget || !figures || clause.HasRate => draft.Act,
            (Category.Volunteer, Category.Family) when !at.Semicolon && clause.Subject.Count == 0 => draft.Clauses.Exists(static c => c.HasFigures) ? draft.Act : act,
            (Category.Volunteer, Category.Supplies) when clause.Carries && !at.Semicolon && clause.Subject.Count == 0 => draft.Act,
            (Category.Volunteer, Category.Visit or Category.Supplies or Category.Funds) when !at.Semicolon => act,
            (Category.Donation, Category.Supplies or Category.Funds) when (!figures || draft.Act.Rule == "members-give") && clause.Subject.Count == 0 => draft.Act,
            // 商会组织的物资发往某市,共有27家企业捐出…: what goods these are.
            (Category.Supplies, Category.Donation) when !at.Semicolon && clause.Subject.Count == 0 && !clause.HasTarget && !draft.Clauses.Exists(static c => c.HasFigures) => act,
            // 发出倡议,号召劳模捐款捐物: what the appeal asks for.
            (Category.Publicity, Category.Donation) when clause.CallsUpon && clause.Subject.Count == 0 => act,
            (Category.Policy, Category.Donation or Category.Consumption) when clause.Subject.Count == 0 => act,
            (Category.Facility, Category.Supplies) when clause.Is(WordClass.Offer | WordClass.Equip) && (!figures || (clause.Is(WordClass.Offer) && !clause.HasTarget)) && clause.Subject.Count == 0 && !at.Semicolon => draft.Act,
            (Category.Donation, Category.Facility) when draft.Act.Rule is "donor-gives" or "gift" && clause.Subject.Count == 0 && !at.Semicolon => draft.Act,
            (Category.Donation, Category.Supplies) when draft.Act.Rule is "donor-gives" or "gift" && act.Rule == "goods-bought" && clause.Subject.Count == 0 && !at.Semicolon => draft.Act,
            (Category.Consumption, Category.Supplies) when !at.Semicolon && clause.Subject.Count == 0 && !clause.HasMoney && (clause.HasItems || draft.Clauses.Exists(static c => c.Is(WordClass.Buy))) => draft.Act,
            (Category.Culture, Category.Supplies) when !at.Semicolon && clause.Subject.Count == 0 && !clause.HasTarget => draft.Act,
            (Category.Facility, Category.Supplies) when clause.Is(WordClass.Equip) && !clause.HasTarget => draft.Act,
            // 举办歌咏比赛,评出一等奖6名: the prizes of a contest belong to it.
            (Category.Culture or Category.Training, Category.Commendation) when !at.Semicolon && clause.Subject.Count == 0 => draft.Act,
            (Category.Visit, Category.Policy) => act,
            (Category.Publicity, Category.Donation) when draft.Act.Rule == "print-handed-out" && clause.Subject.Count == 0 => act,
            (Category.Publicity, Category.Policy) when draft.Act.Rule == "print-handed-out" && act.Rule == "text-published" && clause.Subject.Count == 0 => act,
            (Category.Publicity, >= Category.Psych and <= Category.Volunteer) when draft.Act.Rule == "print-handed-out" => clause.CallsUpon ? draft.Act : act,
            (Category.Publicity, >= Category.Psych and <= Category.Culture) when draft.Act.Rule == "field-with-name" && !draft.Clauses.Exists(static c => c.HasFigures) && clause.HasFigures && clause.Subject.Count == 0 => act,
            (Category.Facility, Category.Supplies) when clause.Is(WordClass.Give) && clause.HasTarget && !clause.Is(WordClass.Offer) && clause.Subject.Count == 0 && !figures && draft.Act.Rule != "field-with-number" => act,
            ( >= Category.Psych and <= Category.Volunteer, Category.Publicity) when act.Rule == "print-handed-out" => draft.Act,
            (Category.Funds, Category.Training) when draft.Clauses.TrueForAll(static c => !c.HasMoney) => act,

            // 列支专项资金80万元,…安排疗休养: what the money is spent on says what the act is.
            (Category.Funds, Category.Recuperation or Category.Insurance or Category.Facility or Category.Employment or Category.Culture) when !at.Semicolon && clause.Subject.Count == 0 && draft.Clauses.TrueForAll(static c => c.Is(WordClass.Allocate) && !c.Is(WordClass.Give | WordClass.Purpose | WordClass.Visit) && !c.HasTarget) => act,

            // 下拨经费280万元,由各单位购买农产品; 筹款31万元,为390户家庭发放关爱包
            (Category.Funds, Category.Consumption) when !at.Semicolon && clause.Subject.Count == 0 && clause.Is(WordClass.Passive) && draft.Clauses.TrueForAll(static c => c.Is(WordClass.Allocate)) => act,
            (Category.Donation, Category.Family or Category.Supplies) when !at.Semicolon && clause.Subject.Count == 0 && !clause.HasMoney && draft.Clauses[^1] is { Gathers: true, HasItems: false } => act,
            (Category.Publicity, Category.Funds or Category.Supplies) when draft.Act.Rule == "appeal-published" => act,
            (Category.Family or Category.Visit, Category.Volunteer) when at.Aside && !clause.Is(WordClass.Engage) => draft.Act,
            // 开设“云上托管班”,14名志愿者为58名职工子女辅导作业: what is started, then what it does, with its figures
            (Category.Facility or Category.Psych or Category.Volunteer or Category.Training or Category.Family, _) when !at.Semicolon && clause.Subject.Count == 0 && !draft.Clauses.Exists(static c => c.HasFigures) && clause.HasFigures => act,
            _ => null,
        };
    }

    /// <summary>The same names; or all unions of the place that the act before was of, where the sentence goes on with it.</summary>
    private static bool SameActors(IReadOnlyList<Actor> before, in Standing at) =>
        SameNames(before, at.Actors)
        || (at.Continues && before is [{ Kind: ActorKind.Union } one] && at.Actors is [{ Kind: ActorKind.Collective } all]
            && one.Place == all.Place && one.Name.EndsWith("总工会", StringComparison.Ordinal));

    private static bool SameNames(IReadOnlyList<Actor> before, IReadOnlyList<Actor> now)
    {
        var same = before.Count == now.Count;
        for (var i = 0; same && i < now.Count; i++)
            same = before[i].Name == now[i].Name;
        return same;
    }
}
