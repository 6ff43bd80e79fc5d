using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>What stands before a clause.</summary>
/// <param name="Actors">Who acts now.</param>
/// <param name="ActorClause">The clause that named them, if one did.</param>
/// <param name="Lead">Clauses of the same item that state no act.</param>
/// <param name="Last">The last act.</param>
/// <param name="InDocument">Whether the sentence gives what a notice or plan says.</param>
/// <param name="ByOthers">Whether somebody who is no actor acts (广大职工…).</param>
/// <param name="OpensParagraph">Whether the sentence opens a paragraph.</param>
internal readonly record struct Before(IReadOnlyList<Actor> Actors, Clause? ActorClause, List<Clause> Lead, Draft? Last, bool InDocument, bool ByOthers, bool OpensParagraph);

/// <summary>Finds the act that a clause states, in the light of what stands before it.</summary>
internal sealed class ActFinder(DocumentOutline outline)
{
    /// <summary>Length of a sentence that only heads its paragraph, mark included.</summary>
    private const int LongestCaption = 10;

    private static readonly PhraseSet Teams = new(Phrases.Of("Teams"));

    private static readonly PhraseSet TakesAlong = new(["携带", "自带", "携药", "带着工具", "随身带", "随车带"]);

    private readonly HeadingThemes _headings = new(outline);
    private Clause? _helpers;
    private bool _purpose;
    private bool _sameMoney;

    /// <summary>What a sentence began does not outlast it.</summary>
    public void OpenSentence() => (_purpose, _sameMoney) = (false, false);

    /// <summary>What a clause states, or null.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="at">What stands before it.</param>
    public Act? Find(Clause clause, in Before at)
    {
        _purpose = (_purpose && !Restarts(clause)) || clause.OpensWith(WordClass.Purpose);
        var told = clause.Mood switch
        {
            Mood.Told or Mood.Background => clause.HasFigures || clause.Subject.Count > 0 || !at.InDocument || outline.Text[clause.Start] is '又' or '还' or '另',
            Mood.Said => clause.HasFigures && clause.Is(WordClass.AnyAct & ~WordClass.Visit),
            Mood.Planned => clause.HasFigures || (clause.Named && clause.Is(WordClass.Series)) || at.Lead.Exists(static c => c.HasCounts),
            _ => false,
        };
        if (!told || _purpose || IsIdle(clause, at))
            return null;
        if (at.ByOthers && !(clause.Is(WordClass.Donate) && (clause.HasMoney || clause.HasItems)))
            return clause.HasFigures ? new("numbers", Category.Policy, Weight.Detail) : null;
        // 还请来教师给这些家庭的孩子辅导功课: the families are those of the act before.
        clause.FrontFamily |= clause.Is(WordClass.Kin) && clause.Theme is null or Category.Volunteer && at.Last is { Act.Category: Category.Family } cared && cared.Clauses[^1].Paragraph == clause.Paragraph;
        clause.FrontFamily |= clause.Is(WordClass.Handle | WordClass.Errand) && at.Lead.Exists(static c => c.FrontFamily && c.OpensWith(WordClass.Toward));
        var kind = at.Actors.Count > 0 ? Donors.KindOf(at.Actors[0]) : (ActorKind?)null;
        clause.ByUnitUnion = kind == ActorKind.Union && !at.Actors[0].Name.Contains("总工会", StringComparison.Ordinal);
        clause.Stands = at.ActorClause?.Sentence == clause.Sentence || outline.Text[outline.Sentences[clause.Sentence].Span.Start] == '截';
        clause.ByTeam = at.Actors.Count > 0 && Teams.Ends(at.Actors[0].Name);
        clause.IsFirst = at.Last?.Clauses[^1].Sentence != clause.Sentence;
        NoteHelpers(clause);
        if (OnlyNamesTarget(clause))
            return null;
        var act = ActRules.Match(clause, kind);
        if (act is null or { Weight: Weight.Detail } && clause.Is(WordClass.Give) && at.Lead.Exists(static c => c.HasItems || (c.Subject.Count > 0 && c.Is(WordClass.AnyGoods))))
            return new("goods-sent", kind is ActorKind.Person or ActorKind.Company ? Category.Donation : Category.Supplies, Weight.Full);
        // 某公司购买口罩10万个,并免费发放给…: what a firm buys and hands on is its gift.
        if (act is null && clause.Is(WordClass.Give) && kind is ActorKind.Company or ActorKind.Person && at.Last is { Act.Rule: "goods-bought" } bought && bought.Clauses[^1].Sentence == clause.Sentence)
            return bought.Act = new("donor-gives", Category.Donation, Weight.Full);
        // 招募志愿者46名,为封控小区转运蔬菜: helpers who carry serve, and give nothing.
        if (act is { Rule: "goods-given" } && clause.Carries && !clause.HandsOver && clause.ByHelpers && _helpers!.Sentence == clause.Sentence)
            return act with { Rule = "helpers-carry", Category = Category.Volunteer };
        // 派出医疗小分队,携带价值4万元的药品赶赴灾区: what helpers take along.
        if (act is { Rule: "goods-given" } && (clause.ByTeam || clause.ByHelpers || clause.Is(WordClass.Helper) || at.Lead.Exists(static c => c.Is(WordClass.Dispatch))) && TakesAlong.StandsIn(clause.In(outline.Text)) && !clause.Is(WordClass.Visit | WordClass.Donate))
            return act with { Rule = "helpers-carry", Category = Category.Volunteer };
        // 邀请律师走进企业,举办专题讲座: what those know who were asked.
        if (act is { Category: Category.Training } && at.Lead.Exists(static c => c.Field == Category.Rights && c.Is(WordClass.Engage) && c.Is(WordClass.Helper)))
            return act with { Category = Category.Rights };
        // 派干部到企业,解决用工、物流难题87个: of the firms' troubles.
        if (act is { Rule: "field-with-number", Category: Category.Employment } && clause.Is(WordClass.Trouble) && (at.Lead.Exists(OfFirms) || (at.Last is { } visited && visited.Clauses[^1].Sentence == clause.Sentence && OfFirms(visited.Clauses[^1]))))
            return act with { Category = Category.Enterprise };
        // 设立返乡服务点,从1月16日起免费供应姜茶: what a spot is there for.
        if (act is { Category: Category.Supplies } && (clause.Is(WordClass.Offer) || (clause.Carries && clause.In(outline.Text).Contains("每天", StringComparison.Ordinal))) && at.Lead.Exists(static c => c.Is(WordClass.Launch | WordClass.Found) && c.Field == Category.Facility))
            return act with { Rule = "station-serves", Category = Category.Facility };
        // 发出倡议,号召劳模捐款捐物: what the appeal asks for.
        if (act is null && clause.CallsUpon && clause.Is(WordClass.Donate) && at.Last is { Act.Category: Category.Publicity } appeal && appeal.Clauses[^1].Sentence == clause.Sentence && !appeal.Clauses.Exists(static c => c.HasFigures))
            return appeal.Act = new("donations-invited", Category.Donation, Weight.Full);
        // 3600名志愿者响应号召,参与社区防控: who they are stands in the clause before.
        if (act is null && clause.Is(WordClass.Send) && clause.Is(WordClass.Unit | WordClass.Front) && clause.IsFirst && at.Lead.Exists(static c => c.HasCounts && c.Is(WordClass.Helper)))
            return new("helpers-sent", Category.Volunteer, Weight.Full);
        // 职工发起网上捐款,共筹得6300元: what was collected.
        if (act?.Rule == "money-opening" && at.Lead.Exists(static c => c.Is(WordClass.Donate) && !c.Allots))
            return new("donation-collected", Category.Donation, Weight.Full);
        if ((act?.Rule is "helpers-sent" or "people-sent" or "help-with-number" or "hands-lent" || (act is { Weight: Weight.Detail } && clause.Is(WordClass.Handle) && at.Last?.Clauses[^1].Sentence != clause.Sentence)) && at.Lead.Find(static c => c.Theme is (>= Category.Psych and <= Category.Culture) || (c.Field is Category.Psych && c.Named)) is { } lead && (lead.Theme ?? lead.Field) is { } served)
            return act with { Rule = "service-with-helpers", Category = served, Weight = Weight.Full };
        if (act is null && clause.Is(WordClass.Send) && (clause.Goes || clause.Is(WordClass.Dispatch)) && clause.Is(WordClass.Front) && at.ActorClause is { ByStaff: true } staff && staff.Sentence == clause.Sentence)
            return new("staff-sent", Category.Volunteer, Weight.Full);
        if (act is not null || clause.Field is null || !at.Lead.Exists(static c => c.HasCounts))
            return act is { Category: Category.Funds } funds ? ForWork(clause, funds, at.Lead) ?? ForFirms(clause, funds, at.Lead) ?? _headings.Under(clause, funds) : act;

        // 发挥30个监测点作用,常态化化解劳动纠纷: the number stands in the clause before.
        clause.HasCounts = true;
        act = ActRules.Match(clause, kind);
        if (act is { Weight: not Weight.Detail })
            return act;
        clause.HasCounts = false;
        return null;
    }

    private static bool OfFirms(Clause clause) => clause.ReachesFirms || clause.Field == Category.Enterprise;

    /// <summary>对返岗的务工人员,给予每人200元补贴: a subsidy for coming to work, or else for learning.</summary>
    private Act? ForWork(Clause clause, Act funds, List<Clause> lead) =>
        !clause.HasRate || !clause.In(outline.Text).Contains('补') ? null
        : lead.Exists(static c => IsSaidOf(c, Category.Employment)) ? ServiceFunded(funds, Category.Employment)
        : lead.Exists(static c => IsSaidOf(c, Category.Training)) ? ServiceFunded(funds, Category.Training)
        : null;

    private static bool IsSaidOf(Clause clause, Category field) => clause.Field == field && clause.Is(WordClass.Toward) && clause.Is(WordClass.Group);

    private static Act ServiceFunded(Act funds, Category category) => funds with { Rule = "service-funded", Category = category, Weight = Weight.Full };

    /// <summary>对复工的16家企业,每家给予补助3000元: a subsidy to firms.</summary>
    private Act? ForFirms(Clause clause, Act funds, List<Clause> lead) =>
        clause.HasMoney && !clause.Is(WordClass.Visit | WordClass.AnyGoods) && clause.In(outline.Text).IndexOfAny("补奖贴") >= 0
        && ((clause.ReachesFirms && clause.HasTarget) || lead.Exists(static c => c.ReachesFirms && c.Is(WordClass.Toward) && c.OpensWith(WordClass.Toward)))
            ? ServiceFunded(funds, Category.Enterprise)
            : null;

    /// <summary>The category that a clause of the same item named without stating an act: 开展…贷款,最高20万元.</summary>
    public static Category? FieldBefore(List<Clause> lead)
    {
        var naming = lead.Find(static c => c.ObjectField is not null and not Category.Policy && !c.NamesOrder && !c.Is(WordClass.Slogan));
        return naming?.ObjectField;
    }

    /// <summary>26名志愿者离开采样点。他们协助检测4300人次: who acts was told right before.</summary>
    private void NoteHelpers(Clause clause)
    {
        clause.ByHelpers = _helpers is { } named && clause.Sentence - named.Sentence <= 1 && named.Paragraph == clause.Paragraph && clause.Subject.Count == 0;
        if (clause.Is(WordClass.Helper) && !clause.Is(WordClass.Visit | WordClass.Give))
            _helpers = clause;
    }

    /// <summary>A sentence that begins with money told before speaks of it to its end, or to the next actor or figure.</summary>
    private bool GoesOnAboutTheSame(Clause clause)
    {
        _sameMoney = IdleClauses.SpeaksOfTheSame(outline.Text, clause) || (_sameMoney && clause.Subject.Count == 0 && clause.Date < 0);
        return _sameMoney;
    }

    /// <summary>Aims and praise without any fact: 助力复工复产.</summary>
    private bool IsIdle(Clause clause, in Before at) =>
        !clause.HasFigures && ((clause.Is(WordClass.AnyAct) && (IdleClauses.Contain(outline.Text, clause) || IsCaption(clause, at.OpensParagraph) || Occasion.IsReport(outline.Text, clause))) || GoesOnAboutTheSame(clause));

    /// <summary>走访外来工。 at the head of a paragraph: a heading for what follows in it.</summary>
    private bool IsCaption(Clause clause, bool opensParagraph) =>
        opensParagraph && clause.Subject.Count == 0 && clause.Date < 0 && clause.End - clause.Start <= LongestCaption
        && outline.Sentences[clause.Sentence].ClauseCount == 1 && outline.Sentences.Count > clause.Sentence + 1
        && outline.Sentences[clause.Sentence + 1].Paragraph == clause.Paragraph;

    /// <summary>Whether a clause behind 用于… tells of an act again.</summary>
    private static bool Restarts(Clause clause) =>
        clause.Subject.Count > 0 || clause.Date >= 0 || clause.HasFigures || clause.OpensWith(WordClass.AnyAct | WordClass.Toward);

    /// <summary>对春节期间留岗的80家小微企业,…: whom the act reaches that the next clause tells.</summary>
    private bool OnlyNamesTarget(Clause clause)
    {
        if (clause.Tokens is not [.., var last, var mark] || !mark.IsMark(',') || last.End != mark.Start || !last.Is(WordClass.Group | WordClass.Unit | WordClass.Kin))
            return false;
        var at = 0;
        while (clause.Tokens[at].Kind is TokenKind.Actor or TokenKind.Date)
            at++;
        var toward = clause.Tokens[at];
        return toward.Is(WordClass.Toward) && outline.Text[toward.Start] is '对' or '针' && toward.Start == (at == 0 ? clause.Start : clause.Tokens[at - 1].End)
            && toward.End < last.Start && outline.Text.AsSpan(toward.End, last.Start - toward.End).IndexOf('的') > 0;
    }
}
