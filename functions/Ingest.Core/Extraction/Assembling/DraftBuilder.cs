using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Walks the clauses once, gives each act its actor and date, and gathers the clauses of one act.</summary>
internal sealed class DraftBuilder(DocumentOutline outline, DocumentNames names, ChineseScan scan, DateResolver resolver)
{
    /// <summary>Length of a phrase that only names a time: 援助月期间.</summary>
    private const int LongestSpell = 12;

    /// <summary>Length of an opening that says only where a report was heard: 据了解,.</summary>
    private const int LongestOpening = 6;

    /// <summary>Length of a sentence that only heads its paragraph, mark included.</summary>
    private const int LongestCaption = 10;

    /// <summary>Clauses before an act that may belong to it.</summary>
    private const int LongestLead = 12;

    private readonly List<Draft> _drafts = [];
    private readonly List<Draft> _unclaimed = [];
    private readonly List<Clause> _lead = [];
    private readonly StandingActors _standing = new(outline, names);
    private readonly HeadingThemes _headings = new(outline);
    private readonly Guests _guests = new();
    private readonly TimeOfActs _time = new(outline.Text, scan, resolver);
    private IReadOnlyList<Actor> _actors = [];
    private Clause? _actorClause;
    private Clause? _before;
    private Clause? _helpers;
    private Draft? _current;
    private int _gap;
    private int _leaders;
    private int _sentence = -1;
    private bool _others;
    private bool _purpose;
    private bool _sameMoney;
    private int _breakdown = -1;
    private bool _continues;
    private bool _sameEvent;
    private bool _semicolon;
    private bool _document;
    private bool _quoting;
    private bool _ownPeriod;
    private bool _opensParagraph;

    /// <summary>All acts of the document, in order.</summary>
    public List<Draft> Build(List<Clause> clauses)
    {
        foreach (var clause in clauses)
            Read(clause);
        NamedEvents.Drop(_drafts);
        new PackageDates(outline, scan, resolver).Pass(_drafts);
        return _drafts;
    }

    private void Read(Clause clause)
    {
        if (clause.Sentence != _sentence)
            OpenSentence(clause);
        if (IsBreakdown(clause))
        {
            Extend(_current!, clause, _current!.Act);
            return;
        }

        // 据了解,此次慰问共…: the report goes on with the event behind the usual opening.
        if (_before is { } opening && opening.Sentence == clause.Sentence && opening.End - opening.Start <= LongestOpening && opening.Is(WordClass.Continue) && OpensWith(clause, WordClass.Event) && clause.Subject.Count == 0)
            _sameEvent = _continues = true;
        if (clause.Subject.Count > 0 && (_actors.Count == 0 || clause.Subject[0].Name != _actors[0].Name) && _before is { } heard && heard.Sentence == clause.Sentence && outline.Text[heard.Start] == '据')
            _continues = false;

        if (EndsWithSemicolon(_before))
        {
            LeavePartners();
            if (_guests.Scope == GuestScope.Item)
                LeaveGuests(clause);
        }

        NoteSubject(clause);
        if (clause.Mood is not Mood.Said)
            _time.Read(clause);
        if (_document && outline.Text.AsSpan(clause.Start).StartsWith("同时"))
            (_document, _current) = (false, null);

        if (EndsWithSemicolon(_before))
            CloseItem();
        if (_semicolon && clause.Date >= 0 && clause.Mood != Mood.Said)
            _current = null;
        _before = clause;
        if (_current?.Act.Category != Category.Policy && Points.Opens(outline.Text.AsSpan(clause.Start, clause.End - clause.Start)))
            OpenPoint(clause);
        var act = Match(clause);
        if (act is null)
        {
            _gap++;
            if (clause.Mood is Mood.Told or Mood.Planned)
                Lead(clause);
            return;
        }

        if (_current is not null && Joining.Join(_current, clause, act, new(_actors, _gap, _time.Index, _time.Date, _continues, _sameEvent, _semicolon, outline.Text[clause.Start] == '并' && !HasFacts(clause), _ownPeriod)) is { } together)
            Extend(_current, clause, together);
        else if (FieldBefore() is { } field && (act.Weight == Weight.Detail || act.Rule is "money-opening" or "help-with-number"))
            Open(clause, new("field-with-figures", field, Weight.Full));
        else if (act.Weight == Weight.Detail && clause.HasItems && _lead.Exists(static c => c.Is(WordClass.Give)))
            Open(clause, new("goods-sent", Category.Supplies, Weight.Full));
        else if (act.Weight == Weight.Detail)
            Lead(clause);
        else
            Open(clause, act);
        if (act.Weight != Weight.Detail)
            _semicolon = false;
        _gap = 0;
        _document = act.Rule is "text-published" or "order-issued" || (_document && _current?.Act.Category == Category.Policy);
    }

    /// <summary>其中甲公司4万元,乙公司6万元: parts of the gift or sum before, in its sentence or the next, and no acts of their own.</summary>
    private bool IsBreakdown(Clause clause)
    {
        var opens = outline.Text.AsSpan(clause.Start, clause.End - clause.Start).StartsWith("其中");
        var parts = (opens || _breakdown == clause.Sentence) && _current?.Act.Category is Category.Donation or Category.Funds && _current.Clauses.Exists(static c => c.HasMoney) && clause.Sentence - _current.Clauses[^1].Sentence <= 1
            && _current.Clauses[^1].Paragraph == clause.Paragraph && (HasFacts(clause) || (opens && clause.End - clause.Start <= 3)) && !clause.Is(WordClass.AnyAct & ~WordClass.Allocate);
        _breakdown = parts ? clause.Sentence : -1;
        return parts;
    }

    /// <summary>Keeps a clause that may lead to an act; of a sentence without end only the nearest ones can.</summary>
    private void Lead(Clause clause)
    {
        if (_lead.Count == LongestLead)
            _lead.RemoveAt(0);
        _lead.Add(clause);
    }

    private Act? Match(Clause clause)
    {
        _purpose = (_purpose && !Restarts(clause)) || OpensWith(clause, WordClass.Purpose);
        var told = clause.Mood switch
        {
            Mood.Told or Mood.Background => HasFacts(clause) || clause.Subject.Count > 0 || !_document || outline.Text[clause.Start] is '又' or '还' or '另',
            Mood.Planned => HasFacts(clause) || _lead.Exists(static c => c.HasCounts),
            _ => false,
        };
        if (!told || _purpose || IsIdle(clause))
            return null;
        if (_others && !(clause.Is(WordClass.Donate) && (clause.HasMoney || clause.HasItems)))
            return HasFacts(clause) ? new("numbers", Category.Policy, Weight.Detail) : null;
        // 还请来教师给这些家庭的孩子辅导功课: the families are those of the act before.
        clause.FrontFamily |= clause.Is(WordClass.Kin) && _drafts is [.., { Act.Category: Category.Family } cared] && cared.Clauses[^1].Paragraph == clause.Paragraph;
        var kind = _actors.Count > 0 ? Donors.KindOf(_actors[0]) : (ActorKind?)null;
        clause.ByUnitUnion = kind == ActorKind.Union && !_actors[0].Name.Contains("总工会", StringComparison.Ordinal);
        clause.Stands = _actorClause?.Sentence == clause.Sentence || outline.Text.AsSpan(outline.Sentences[clause.Sentence].Span.Start).StartsWith("截");
        NoteHelpers(clause);
        var act = ActRules.Match(clause, kind);
        if (act is null or { Weight: Weight.Detail } && clause.Is(WordClass.Give) && _lead.Exists(static c => c.HasItems || (c.Subject.Count > 0 && c.Is(WordClass.AnyGoods))))
            return new("goods-sent", Category.Supplies, Weight.Full);
        // 某公司购买口罩10万个,并免费发放给…: what a firm buys and hands on is its gift.
        if (act is null && clause.Is(WordClass.Give) && kind is ActorKind.Company or ActorKind.Person && _current is { Act.Rule: "goods-bought" } bought && bought.Clauses[^1].Sentence == clause.Sentence)
            return bought.Act = new("donor-gives", Category.Donation, Weight.Full);
        if (act is null && clause.Is(WordClass.Send) && (clause.Goes || clause.Is(WordClass.Dispatch)) && clause.Is(WordClass.Front) && _actorClause is { ByStaff: true } staff && staff.Sentence == clause.Sentence)
            return new("staff-sent", Category.Volunteer, Weight.Full);
        if (act is not null || clause.Field is null || !_lead.Exists(static c => c.HasCounts))
            return act is { Category: Category.Funds } funds ? _headings.Under(clause, funds) : act;

        // 发挥30个监测点作用,常态化化解劳动纠纷: the number stands in the clause before.
        clause.HasCounts = true;
        act = ActRules.Match(clause, kind);
        if (act is { Weight: not Weight.Detail })
            return act;
        clause.HasCounts = false;
        return null;
    }

    /// <summary>The category that a clause of the same item named without stating an act: 开展…贷款,最高20万元.</summary>
    private Category? FieldBefore()
    {
        var naming = _lead.Find(static c => c.ObjectField is not null and not Category.Policy && !c.NamesOrder && !c.Is(WordClass.Slogan));
        return naming?.ObjectField;
    }

    /// <summary>马上慰问职工。一是…;二是…: the points tell what the sentence before them only announced.</summary>
    private void OpenPoint(Clause clause)
    {
        if (_current is { Act.Rule: "visit" or "package-started" or "service-started" } announced && outline.Text[clause.Start] == '一'
            && clause.Sentence - announced.Clauses[^1].Sentence <= 1 && !announced.Clauses.Exists(HasFacts))
            _drafts.Remove(announced);
        _current = null;
    }

    /// <summary>A semicolon ends an item of a list: figures that found no act belong to the act before.</summary>
    private void CloseItem()
    {
        _semicolon = true;
        _others = false;
        if (_current is not null && _current.Clauses[^1].Sentence == _sentence)
            AddFigures(_current.Clauses, _current.Clauses.Count);
        _lead.Clear();
    }

    /// <summary>Takes the clauses that lead here and state figures into an act.</summary>
    private void AddFigures(List<Clause> clauses, int at)
    {
        foreach (var lead in _lead)
        {
            if (lead.HasMoney || lead.HasItems || lead.HasCounts)
                clauses.Insert(at++, lead);
        }
    }

    /// <summary>26名志愿者离开采样点。他们协助检测4300人次: who acts was told right before.</summary>
    private void NoteHelpers(Clause clause)
    {
        clause.ByHelpers = _helpers is { } named && clause.Sentence - named.Sentence <= 1 && named.Paragraph == clause.Paragraph && clause.Subject.Count == 0;
        if (clause.Is(WordClass.Helper) && !clause.Is(WordClass.Visit | WordClass.Give))
            _helpers = clause;
    }

    private void OpenSentence(Clause clause)
    {
        if (_current is not null && _current.Clauses[^1].Sentence == _sentence)
            AddFigures(_current.Clauses, _current.Clauses.Count);
        var sentence = outline.Sentences[clause.Sentence];
        var before = _sentence >= 0 ? outline.Sentences[_sentence] : null;
        _opensParagraph = before is null || before.Paragraph != sentence.Paragraph;
        if (_opensParagraph)
        {
            var headed = _standing.Headed(sentence);
            var sameArticle = before is { } last && last.Article == sentence.Article;
            if (!sameArticle || (!IsAuthorOf(headed) && (before!.Section != sentence.Section || _actors.Count == 0)))
                (_actors, _actorClause) = (_standing.At(sentence), null);
            else if (headed.Count > 0 && !IsAuthorOf(headed) && !OpensWith(clause, WordClass.Event))
                (_actors, _actorClause) = (headed, null);

            // “…”“…”……某市总工会出台措施: a paragraph that opens with what a document says names its author behind it.
            _quoting = outline.Text[sentence.Span.Start] == '“' && clause.Subject.Count == 0;
            _unclaimed.Clear();
        }

        // 甲联合乙举办…。开通…: the second act is 甲's.
        LeavePartners();
        LeaveGuests(clause);
        _sentence = clause.Sentence;
        _sameEvent = OpensWith(clause, WordClass.Event) && clause.Subject.Count == 0;
        _continues = (_sameEvent || clause.Is(WordClass.Continue) || IsInstalment(clause) || IsSpell(clause)) && clause.Subject.Count == 0;
        _ownPeriod = clause.Tokens.Length > 0 && clause.Tokens[0].Kind == TokenKind.Date && clause.Tokens[0].Start == clause.Start
            && scan.Dates[clause.Tokens[0].Index].From.Kind != DatePointKind.Vague;
        (_others, _purpose, _document) = (false, false, false);
        _semicolon = false;
        _sameMoney = false;
        _lead.Clear();
        _time.OpenSentence(clause);
    }

    private void NoteSubject(Clause clause)
    {
        if (clause.Subject.Count == 0 && _standing.MeantBy(clause, _actors) is { } meant)
            clause.Subject = [meant];
        if (clause.Subject.Count == 0)
        {
            if (outline.Text[clause.Start] is '又' or '还')
                LeavePartners();
            _others |= clause.OtherSubject;
            return;
        }

        if ((clause.ByOfficials && _actors.Count > 0 && Bystanders.Came(outline.Text, clause)) || Bystanders.AreAddressed(outline.Text, clause) || Bystanders.Speaks(outline.Text, clause))
            return;

        // 县总工会举行…仪式,副县长某某为…发放慰问金: the officials are guests of the union.
        if (clause.ByOfficials && _actors is [{ Kind: ActorKind.Union }, ..] && _actorClause?.Sentence == clause.Sentence && clause.Subject.All(static a => a.Kind == ActorKind.Public))
            return;

        var goesOn = (_actorClause is { JoinsOn: true } && _actorClause.Sentence == clause.Sentence && _actorClause.End == clause.Start) || (_actors.Count > 0 && OpensWith(clause, WordClass.With) && NamesPartners(clause));
        _leaders = goesOn ? _actors.Count : clause.Leaders;
        _guests.Note(clause, _actors);
        if (goesOn)
            clause.Subject = [.. _actors, .. clause.Subject];
        (_actors, _actorClause, _others) = (clause.Subject, goesOn && _actorClause?.Sentence == clause.Sentence ? _actorClause : clause, false);
        foreach (var draft in _unclaimed)
            draft.Actors = clause.Subject;
        _unclaimed.Clear();
        _quoting = false;
    }

    /// <summary>联合市人社局开展…: with the actor that was named before.</summary>
    private bool NamesPartners(Clause clause)
    {
        var span = outline.Text.AsSpan(clause.Start, clause.End - clause.Start);
        return span.StartsWith("联合") || span.StartsWith("会同") || span.StartsWith("携手") || span.StartsWith("联手");
    }

    /// <summary>The story goes back to the body it is about.</summary>
    private void LeaveGuests(Clause clause)
    {
        if (_guests.Leaving(outline.Text[clause.Start], _opensParagraph) is { } host)
            (_actors, _actorClause) = (host, null);
    }

    /// <summary>What follows is told of those who stood before 联合.</summary>
    private void LeavePartners()
    {
        if (_leaders > 0 && _leaders < _actors.Count)
            _actors = [.. _actors.Take(_leaders)];
        _leaders = 0;
    }

    private void Open(Clause clause, Act act)
    {
        var background = clause.Mood == Mood.Background && clause.Date < 0;
        _current = new(clause, act, _actors) { OwnItem = _semicolon, Date = background ? null : _time.Date, DateIndex = background ? -1 : _time.Index };
        AddFigures(_current.Clauses, 0);
        _current.Lead.AddRange(_lead);
        if (_actorClause is { } actorClause && actorClause.Sentence == clause.Sentence
            && (_drafts.Count == 0 || _drafts[^1].End <= actorClause.Start))
            _current.Start = actorClause.Start;
        _current.Start = Math.Min(_current.Start, _current.Clauses[0].Start);
        _lead.Clear();
        _drafts.Add(_current);
        if (_quoting)
            _unclaimed.Add(_current);
        if (!background)
            _time.Take(act, _current.Actors);
    }

    private void Extend(Draft draft, Clause clause, Act together)
    {
        draft.Act = together;
        AddFigures(draft.Clauses, draft.Clauses.Count);
        draft.Lead.AddRange(_lead);
        _lead.Clear();
        draft.Clauses.Add(clause);
        if (draft.DateIndex < 0 && _time.Index >= 0)
            (draft.Date, draft.DateIndex) = (_time.Date, _time.Index);
        if (draft.DateIndex == _time.Index || draft.Date == _time.Date)
            _time.Take(together, draft.Actors);
        MergeBack(draft);
    }

    /// <summary>An act that turned out to be of the kind of the act right before it is one with it.</summary>
    private void MergeBack(Draft draft)
    {
        if (_drafts.Count < 2 || draft.DateIndex >= 0 || _semicolon || draft.OwnItem || !ReferenceEquals(draft, _drafts[^1]))
            return;
        var before = _drafts[^2];
        if (before.Act.Category != draft.Act.Category || draft.Clauses.Exists(static c => c.HasMoney) || draft.Act.Category is Category.Funds or Category.Supplies || draft.Clauses[0].Sentence - before.Clauses[^1].Sentence > 1
            || before.Clauses[^1].Paragraph != draft.Clauses[0].Paragraph || !before.Actors.Select(static a => a.Name).SequenceEqual(draft.Actors.Select(static a => a.Name)))
            return;
        before.Clauses.AddRange(draft.Clauses);
        before.Lead.AddRange(draft.Lead);
        _drafts.RemoveAt(_drafts.Count - 1);
        _current = before;
    }

    /// <summary>A sentence that begins with money told before speaks of it to its end, or to the next actor or figure.</summary>
    private bool GoesOnAboutTheSame(Clause clause)
    {
        _sameMoney = IdleClauses.SpeaksOfTheSame(outline.Text, clause) || (_sameMoney && clause.Subject.Count == 0 && clause.Date < 0);
        return _sameMoney;
    }

    /// <summary>Aims and praise without any fact: 助力复工复产.</summary>
    private bool IsIdle(Clause clause) =>
        !HasFacts(clause) && ((clause.Is(WordClass.AnyAct) && (IdleClauses.Contain(outline.Text, clause) || IsCaption(clause))) || GoesOnAboutTheSame(clause));

    /// <summary>援助月期间: a short phrase that names the time of the act before.</summary>
    private bool IsSpell(Clause clause) =>
        clause.End - clause.Start <= LongestSpell && outline.Text.AsSpan(clause.Start, clause.End - clause.Start).TrimEnd(",").EndsWith("期间")
        && clause.Date < 0;

    /// <summary>第二批的12.5万元已下拨….</summary>
    private bool IsInstalment(Clause clause) =>
        outline.Text[clause.Start] == '第' && outline.Text.AsSpan(clause.Start, Math.Min(5, clause.End - clause.Start)).IndexOf('批') > 0;

    /// <summary>A headline about all unions of a place stands over the report of that place's union: it goes on acting.</summary>
    private bool IsAuthorOf(IReadOnlyList<Actor> headed) =>
        headed is [{ Kind: ActorKind.Collective } all] && _actors is [{ Kind: ActorKind.Union } one] && one.Place == all.Place
        && one.Name.EndsWith("总工会", StringComparison.Ordinal);

    /// <summary>走访外来工。 at the head of a paragraph: a heading for what follows in it.</summary>
    private bool IsCaption(Clause clause) =>
        _opensParagraph && clause.Subject.Count == 0 && clause.Date < 0 && clause.End - clause.Start <= LongestCaption
        && outline.Sentences[clause.Sentence].Clauses.Count == 1 && outline.Sentences.Count > clause.Sentence + 1
        && outline.Sentences[clause.Sentence + 1].Paragraph == clause.Paragraph;

    /// <summary>Whether a clause behind 用于… tells of an act again.</summary>
    private static bool Restarts(Clause clause) =>
        clause.Subject.Count > 0 || clause.Date >= 0 || HasFacts(clause) || OpensWith(clause, WordClass.AnyAct | WordClass.Toward);

    private bool EndsWithSemicolon(Clause? clause) => clause is not null && clause.Sentence == _sentence && outline.Text[clause.End - 1] == ';';

    private static bool OpensWith(Clause clause, WordClass any) => clause.Tokens.Length > 0 && clause.Tokens[0].Is(any);

    private static bool HasFacts(Clause clause) => clause.HasMoney || clause.HasItems || clause.HasCounts;
}
