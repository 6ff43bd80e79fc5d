using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Recognising;
using static Ingest.Core.Extraction.Recognising.WordClass;
using C = Ingest.Core.Extraction.Category;

namespace Ingest.Core.Extraction.Acts;

/// <summary>
/// The rules by which a clause states an act, in order: the first that holds wins. Kinds that money or goods merely serve
/// (insurance, rest trips, awards) come before money and goods; money and goods come before the visit in which they were given;
/// words that only name a field come last and need a number or a name beside them.
/// </summary>
internal static class ActRules
{
    private static readonly ActRule[] Ordered =
    [
        new("wages-recovered", Recover, C.Rights, Weight.Full, static (c, _) => (Counted(c) && Speaks(c, C.Rights)) || (c.Regains && c.HasMoney)),
        new("companies-relieved", Recover, C.Enterprise, Weight.Full, static (c, _) => Speaks(c, C.Enterprise) || (c.HasCounts && c.NamesFirms) || ((c.HasMoney || c.Is(FundsInGeneral)) && !c.Is(Funds | AnyGoods))),
        new("cover-taken-out", AnyAct, C.Insurance, Weight.Full, static (c, _) => !c.Is(Teach) && (c.Theme == C.Insurance || (c.Field == C.Insurance && (Counted(c) || c.Is(Give))))),
        new("cover-for-people", Plain, C.Insurance, Weight.Full, static (c, _) => c.Theme == C.Insurance && c.IsFor && Counted(c)),
        new("rest-trip", Launch | Send | Handle | Allocate | Toward, C.Recuperation, Weight.Full, static (c, _) => c.Theme == C.Recuperation && (c.Is(Launch | Send | Handle | Allocate) || c.Goes)),
        new("award", Award, C.Commendation, Weight.Full, static (c, _) => !c.HasMoney && !c.Is(Donate) && (Speaks(c, C.Commendation) || (c.HasCounts && c.Honours))),
        new("vouchers-and-buying", AnyAct, C.Consumption, Weight.Full, static (c, _) => c.Theme == C.Consumption || (c.Field == C.Consumption && !c.Is(Donate) && !c.FrontFamily && (Counted(c) || c.Named || c.Is(Buy)))),
        new("inspected", Inspect, C.Policy, Weight.Full, static (c, _) => c.HasCounts && !c.HasMoney && c.Theme is null && c.Stands),
        new("gift", Donate, C.Donation, Weight.Full, static (c, a) => (a is ActorKind.Company or ActorKind.Person or ActorKind.Institution or ActorKind.Public || c.ByUnitUnion) && !c.Allots && (c.HasMoney || c.HasItems || c.Is(AnyGoods | Funds))),
        new("members-give", Donate, C.Donation, Weight.Full, static (c, _) => (c.ByMembers || c.NamesGiver) && (c.HasMoney || c.HasItems || (c.HasCounts && c.Is(AnyGoods)))),
        new("donation-collected", Donate, C.Donation, Weight.Full, static (c, a) => !c.Allots && !SendsOn(c, a) && !c.Is(Give) && !(c.ByMembers && !Counted(c) && !c.HasItems && c.Subject.Count == 0) && !(a is ActorKind.Union or ActorKind.Collective && !c.Gathers && !c.ByMembers && !c.Is(Launch | Issue) && (c.Is(AnyGoods) || c.HasItems)) && (c.HasMoney || c.Gathers || !c.Is(AnyGoods)) && (Counted(c) || c.HasItems || c.Named || c.Subject.Count > 0 || c.Is(Launch | Issue))),
        new("firms-give", Give, C.Donation, Weight.Full, static (c, a) => a is ActorKind.Union or ActorKind.Public or ActorKind.Institution && c.Subject.Count == 0 && c.GiversFirst && c.NamesFirms && c.HasItems && c.HasCounts && c.Is(AnyGoods)),
        new("firms-called-give", Give, C.Donation, Weight.Full, static (c, a) => a is ActorKind.Public or ActorKind.Institution && c.CallsUpon && c.NamesFirms && c.HasItems && c.Is(AnyGoods)),
        new("donor-gives", Donate | Give | Equip | Allocate | Buy, C.Donation, Weight.Full, static (c, a) => a is ActorKind.Company or ActorKind.Person or ActorKind.Institution && c.Field is not C.Enterprise && (c.Is(Donate) || (a is not ActorKind.Institution && (c.Is(Give | Equip | Allocate) || (c.Is(Buy) && (c.Is(Front) || a is ActorKind.Person))) && (c.HasMoney || c.HasItems || (c.Subject.Count > 0 && c.Is(AnyGoods)))))),
        new("donations-invited", Issue, C.Donation, Weight.Full, static (c, _) => c.Gathers && (c.NamesOrder || c.Named)),
        new("text-published", Issue, null, Weight.Full, static (c, _) => c.Named && (c.Theme ?? c.Field) is C.Publicity or C.Policy),
        new("order-issued", Issue, C.Policy, Weight.Full, static (c, _) => !c.Is(Teach) && !c.HasMoney && (c.Theme == C.Policy || (c.NamesOrder && (c.HasCounts || c.Named)))),
        new("print-handed-out", Give | Issue, C.Publicity, Weight.Full, static (c, _) => c.Theme == C.Publicity && !c.HasMoney && !c.Is(Funds | General)),
        new("service-funded", Give | Allocate, null, Weight.Full, static (c, _) => c.HasMoney && !c.Is(Funds | AnyGoods)
            && (c.Theme is C.Training or C.Employment or C.Psych or C.Facility or C.Enterprise || (c.Field is C.Employment or C.Enterprise && !c.Is(FundsInGeneral)))),
        new("learning-funded", Give | Allocate, C.Training, Weight.Full, static (c, _) => c.Named && c.Theme == C.Training && c.HasCounts && !c.HasMoney),
        new("families-cared-for", Visit | Give | Launch, C.Family, Weight.Full, static (c, _) => c.FrontFamily && !c.HasMoney && !c.HasItems),
        new("workers-brought", Plain, C.Employment, Weight.Full, static (c, _) => c.HiresRide && !c.Homeward && (c.HasCounts || c.HasItems) && !(c.HasMoney && c.Is(Give)) && !c.Is(AnyGoods | Donate)),
        new("money-given", Give | Allocate | Donate | Issue, C.Funds, Weight.Full, static (c, _) => (c.Is(Give | Allocate | Donate) || (c.Is(Issue) && c.Is(Funds))) && (c.HasMoney || (c.Is(Funds) && (c.Is(Give | Donate) || c.HasTarget))) && (c.Is(Funds | FundsInGeneral) || c.HasTarget || c.HandsMoney || (c.Allots && c.Is(Donate))) && !WorthOnly(c) && !MeansOnly(c)),
        new("station-serves", Offer, C.Facility, Weight.Full, static (c, _) => (c.Theme ?? c.Field) == C.Facility && !c.HasItems && !c.HasMoney && c.Is(Named) && !c.Is(Launch)),
        new("goods-fetched", Errand | Handle, C.Supplies, Weight.Full, static (c, _) => c.Fetches && c.HasItems && c.Is(AnyGoods) && (c.HasTarget || c.IsFor || !c.Is(Errand)) && !(c.Is(Helper) || c.ByHelpers || c.ByTeam)),
        new("kin-looked-after", Errand | Handle | Offer, C.Family, Weight.Full, static (c, _) => c.FrontFamily && c.Theme is null or C.Volunteer && !c.HasMoney && !c.HasItems),
        new("helpers-bring", Errand, C.Volunteer, Weight.Full, static (c, _) => (c.Is(Helper) || c.ByHelpers || c.ByTeam) && !c.HasItems && !c.HasMoney && c.IsFirst && c.Theme is null or C.Volunteer),
        new("helpers-carry", Give | Send, C.Volunteer, Weight.Full, static (c, _) => c.Carries && (c.Is(Helper) || c.ByTeam) && !c.HandsOver && !c.Is(Visit | Donate) && c.IsFirst && c.Theme is null or C.Volunteer),
        new("goods-given", Give | Equip | Donate, C.Supplies, Weight.Full, static (c, _) => (!(c.CallsUpon && !c.HasFigures) && c.Is(AnyGoods) && (c.Theme != C.Psych || c.HasItems || c.HasMoney)) || (c.HasItems && (c.Field != C.Facility || c.HasTarget) && c.Theme is not (C.Culture or C.Training))),
        new("goods-bought", Buy | Allocate, C.Supplies, Weight.Full, static (c, _) => (c.Is(AnyGoods) || c.HasItems) && !c.Is(Inspect)),
        new("partners-engaged", Engage, null, Weight.Opening, static (c, _) => c.HasCounts && !c.HasTarget && c.Is(Unit) && (c.Theme ?? c.Field) is C.Facility),
        new("campaign-started", Launch, C.Policy, Weight.Full, static (c, _) => c.Is(Series) && c.NameOnly && !c.HasCounts && !c.HasMoney && !c.HasItems && !c.Is(Visit | Give)),
        new("rooms-given", Launch, C.Donation, Weight.Full, static (c, a) => a == ActorKind.Company && c.LendsRoom && c.Subject.Count > 0),
        new("rooms-lent", Launch, C.Facility, Weight.Full, static (c, _) => c.LendsRoom && (c.HasCounts || c.Field == C.Facility || c.Is(Unit))),
        new("service-started", Launch | Handle | Send | Issue | Give | Equip | Buy, null, Weight.Full, static (c, _) => !(c.Is(Visit) && c.Goes) && c.Theme is not null and not C.Recuperation and not C.Commendation and not C.Policy && !(c.Is(Teach) && c.Theme is not (C.Publicity or C.Training or C.Psych) && !c.HasCounts) && !(c.Theme == C.Facility && c.Goes && c.Is(Give) && !c.Is(Launch | Handle))),
        new("things-handed", Give, C.Supplies, Weight.Full, static (c, _) => c.HandsOver && c.HasTarget && c.Is(Group | Unit) && !c.HasMoney && (c.Theme ?? c.Field) is null),
        new("families-visited", Visit | Handle | Give | Launch | Allocate | Equip | Send, C.Family, Weight.Full, static (c, _) => c.FrontFamily),
        new("money-set-aside", Allocate, C.Funds, Weight.Full, static (c, _) => c.Is(Funds) && !c.HasMoney && (c.Allots || c.Subject.Count > 0)),
        new("money-told", Funds, C.Funds, Weight.Full, static (c, _) => c.HasMoney && !c.Is(AnyAct) && c.Is(Continue)),
        new("worth-given", Give, C.Supplies, Weight.Full, static (c, _) => c.TellsWorth && !c.Is(Funds)),
        new("money-opening", Allocate | Buy | Give, C.Funds, Weight.Opening, static (c, _) => c.HasMoney),
        new("visit", Visit, C.Visit, Weight.Full, static (c, _) => c.Is(Group) || (!c.Is(Begin) && (c.Comforts || c.HasCounts) && (c.Is(Unit | Helper) || c.HasTarget))),
        new("appeal-published", Issue, C.Publicity, Weight.Full, static (c, _) => c.Field == C.Publicity),
        new("difficulties-heard", Hear, C.Policy, Weight.Opening, static (c, _) => c.HasCounts && !c.HasTarget),
        new("letter-sent", Letter, C.Publicity, Weight.Opening, static (c, _) => c.Is(Issue | Give)),
        new("body-founded", Found, C.Policy, Weight.Opening, static (c, _) => c.Is(Body)),
        new("people-sent", Send, C.Volunteer, Weight.Opening, static (c, _) => (c.Is(Helper | Dispatch) || c.OwnStaff) && c.HasCounts && c.Field is not C.Psych and not C.Rights),
        new("helpers-come", Helper, C.Volunteer, Weight.Opening, static (c, _) => c.HasCounts && c.Goes && c.Subject.Count > 0 && !c.Is(AnyAct | AnyGoods)),
        new("knowledge-spread", Teach, C.Publicity, Weight.Full, static (c, _) => c.Is(Lesson) && c.Stands && !c.ByHelpers),
        new("services-done", Send | Handle, C.Volunteer, Weight.Full, static (c, _) => c.ServesTwice && c.Stands && !c.CallsUpon),
        new("team-serves", Handle | Send | Launch, C.Volunteer, Weight.Full, static (c, _) => c.ByTeam && c.Stands && c.IsFirst && !c.HasMoney && !c.Is(AnyGoods | Found) && (c.HasTarget || c.HasCounts)),
        new("staff-serve", Send, C.Volunteer, Weight.Full, static (c, _) => c.Field == C.Volunteer && c.Subject.Count > 0 && (c.Goes || c.ByOfficials || c.ByStaff || c.OwnStaff)),
        new("person-serves", Send | Handle, C.Volunteer, Weight.Full, static (c, a) => a == ActorKind.Person && c.Subject is [{ Kind: ActorKind.Person }, ..] && c.IsFirst && !c.Is(AnyGoods | Funds | Award) && !c.HasMoney),
        new("facility-opened", Complete, C.Facility, Weight.Full, static (c, _) => c.Field == C.Facility),
        new("service-founded", Found | Complete, null, Weight.Full, static (c, _) => c.EndsWithBody && c.Field is not null and not C.Policy),
        new("package-started", Launch, C.Policy, Weight.Full, static (c, _) => c.Is(Series) && !c.Is(Visit)),
        new("service-offered", Offer, C.Facility, Weight.Full, static (c, _) => c.Is(Handle) && c.Named && c.Is(Toward)),
        new("field-with-number", AnyAct, null, Weight.Full, static (c, _) => c.HasCounts && c.Field is not null and not C.Policy),
        new("field-with-name", Launch | Issue, null, Weight.Full, static (c, _) => c.Named && c.Field is not null and not C.Policy && (c.Field == C.Publicity || !c.Is(Teach))),
        new("helpers-sent", Launch | Handle | Send, C.Volunteer, Weight.Opening, static (c, _) => (c.Is(Helper) || c.ByHelpers) && c.HasCounts && !c.Is(AnyGoods | Engage | Trouble)),
        new("help-with-number", Handle, C.Policy, Weight.Opening, static (c, _) => c.HasCounts && c.Theme is null && c.Field is null && !c.HasTarget && !c.Is(AnyGoods) && c.Is(Trouble)),
        new("hands-lent", Handle, C.Volunteer, Weight.Opening, static (c, _) => c.HasCounts && c.Theme is null && c.Field is null && !c.HasTarget && !c.Is(AnyGoods | Continue) && !(c.Is(Engage) && c.Is(Unit | Helper)) && c.Stands),
        new("service-with-number", Plain, null, Weight.Full, static (c, _) => (c.Theme ?? (c.Subject.Count > 0 ? c.Field : null)) is (>= C.Psych and <= C.Culture) or C.Family or C.Consumption && (c.HasCounts || c.HasItems || (c.HasMoney && (c.Theme == C.Consumption || c.Field == C.Insurance))) && c.Stands && c.IsFirst && !c.Goes && !c.Is(AnyAct | Continue) && !OnlyNamesPartners(c)),
        new("front-families", Plain, C.Family, Weight.Full, static (c, _) => c.FrontFamily && c.Stands && c.IsFirst && !c.Is(AnyAct)),
        new("goods-for-people", Plain, C.Supplies, Weight.Full, static (c, _) => c.HasItems && c.Is(AnyGoods) && c.IsFor && c.Is(Group | Unit | Kin) && !c.Is(AnyAct)),
        new("money-for-people", Plain, C.Funds, Weight.Full, static (c, _) => c.HasMoney && c.Is(Funds | FundsInGeneral) && c.IsFor && c.Is(Group | Unit | Kin) && !c.Is(AnyAct)),
        new("money-used", Purpose, C.Funds, Weight.Full, static (c, _) => c.HasMoney && c.Is(Funds) && c.Subject.Count > 0),
        new("activity", Launch, C.Policy, Weight.Opening, static (c, _) => c.Named),
        new("numbers", Plain, C.Policy, Weight.Detail, static (c, _) => c.HasFigures),
    ];

    /// <summary>Asked for by rules that any clause may fulfil; no class of words has this bit.</summary>
    private const WordClass Anything = (WordClass)long.MinValue;

    // What the rules ask for, side by side: nearly all are seen off by it.
    private static readonly WordClass[] Asked = Array.ConvertAll(Ordered, static rule => rule.Verbs == Plain ? Anything : rule.Verbs);

    /// <summary>What the clause states, or null.</summary>
    public static Act? Match(Clause clause, ActorKind? actor)
    {
        var words = clause.Words | Anything;
        for (var i = 0; i < Asked.Length; i++)
        {
            if ((Asked[i] & words) != 0 && Ordered[i].Try(clause, actor) is { } act)
                return act;
        }

        return null;
    }

    /// <summary>协调3家餐饮企业,: with whom it was done, and what, comes next.</summary>
    private static bool OnlyNamesPartners(Clause clause) => clause.Is(With) && clause.Tokens is [.., var last, var mark] && mark.IsMark(',') && last.Is(Unit);

    /// <summary>某市总工会向某市总工会捐助30万元: a union of a place gives its own money.</summary>
    private static bool SendsOn(Clause clause, ActorKind? actor) =>
        actor == ActorKind.Union && clause is { ByUnitUnion: false, HasMoney: true, HasTarget: true, Gathers: false, ByMembers: false, Subject.Count: > 0 } && !clause.Is(Launch | Issue | AnyGoods);

    private static bool Speaks(Clause clause, Category category) => clause.Theme == category || clause.Field == category;

    private static bool Counted(Clause clause) => clause.HasCounts || clause.HasMoney;

    /// <summary>价值…元的物资: the amount is what the goods are worth.</summary>
    private static bool WorthOnly(Clause clause) => clause.Is(AnyGoods) && !clause.Is(Funds) && (clause.TellsWorth || !clause.Is(FundsInGeneral)) && !clause.HandsMoney;

    /// <summary>投入资金26万元,建成…: what it was for follows.</summary>
    private static bool MeansOnly(Clause clause) =>
        clause.HasMoney && clause.Is(Allocate) && clause.Is(FundsInGeneral) && !clause.Is(Give | Donate | Funds | Purpose | Visit) && !clause.HasTarget && (!clause.Is(AnyGoods) || clause.Is(Buy | Equip));
}
