using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Walks the clauses once, gives each act its actor and date, and gathers the clauses of one act.</summary>
internal sealed class DraftBuilder(DocumentOutline outline, DocumentNames names, ChineseScan scan, DateResolver resolver)
{
    /// <summary>Length of an opening that says only where a report was heard: 据了解,.</summary>
    private const int LongestOpening = 6;

    /// <summary>Clauses before an act that may belong to it.</summary>
    private const int LongestLead = 12;

    private readonly List<Draft> _drafts = [];
    private readonly List<Draft> _unclaimed = [];
    private readonly List<Clause> _lead = [];
    private readonly StandingActors _standing = new(outline, names);
    private readonly ActFinder _finder = new(outline);
    private readonly Guests _guests = new();
    private readonly TimeOfActs _time = new(outline.Text, scan, resolver);
    private IReadOnlyList<Actor> _actors = [];
    private IReadOnlyList<Actor>? _receivers;
    private Clause? _actorClause;
    private Clause? _before;
    private Draft? _current;
    private int _gap;
    private int _leaders;
    private int _sentence = -1;
    private bool _others;
    private int _breakdown = -1;
    private bool _continues;
    private bool _sameEvent;
    private bool _semicolon;
    private bool _told;
    private int _item;
    private bool _document;
    private bool _quoting;
    private bool _ownPeriod;
    private bool _opensParagraph;
    private int _settled;

    /// <summary>All acts of the document, in order, each once no later clause can change it: so a long document's clauses need not be kept.</summary>
    public IEnumerable<Draft> Build(IEnumerable<Clause> clauses) =>
        new PackageDates(outline, scan, resolver).Pass(NamedEvents.Drop(Gather(clauses)));

    private IEnumerable<Draft> Gather(IEnumerable<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            Read(clause);
            if (_settled == 0)
                continue;
            for (var i = 0; i < _settled; i++)
                yield return _drafts[i];
            _drafts.RemoveRange(0, _settled);
            _settled = 0;
        }

        TakeUnlisted();
        foreach (var draft in _drafts)
            yield return draft;
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
        if (_before is { } opening && opening.Sentence == clause.Sentence && opening.End - opening.Start <= LongestOpening && opening.Is(WordClass.Continue) && clause.OpensWith(WordClass.Event) && clause.Subject.Count == 0)
            _sameEvent = _continues = true;
        if (clause.Subject.Count > 0 && (_actors.Count == 0 || clause.Subject[0].Name != _actors[0].Name) && _before is { } heard && heard.Sentence == clause.Sentence && outline.Text[heard.Start] == '据')
            _continues = false;

        if (EndsWithSemicolon(_before))
        {
            TakeUnlisted();
            (_told, _item) = (false, clause.Start);
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
        if (_current?.Act.Category != Category.Policy && OpensPoint(clause))
            OpenPoint(clause);
        var act = _finder.Find(clause, new(_actors, _actorClause, _lead, _drafts.Count > 0 ? _drafts[^1] : null, _document, _others, _opensParagraph));
        if (act is null)
        {
            _gap++;
            _current?.GoOn(clause);
            if (clause.Mood is Mood.Told or Mood.Planned)
                Lead(clause);
            return;
        }

        // 某某捐赠鲜鱼3000斤,由区总工会分送到3家酒店: how the gift went on.
        if (_current is { Act.Category: Category.Donation } gift && gift.Clauses[^1].Sentence == clause.Sentence && outline.Text[clause.Start] == '由')
        {
            Extend(gift, clause, gift.Act);
        }
        else if (IsFurtherGift(clause, act))
        {
            _actors = _current!.Actors = _current.Clauses[0].Receivers;
            Extend(_current, clause, _current.Act);
        }
        else if (_current is not null && Joining.Join(_current, clause, act, new(_actors, _gap, _time.Index, _time.Date, _continues, _sameEvent, _semicolon, outline.Text[clause.Start] == '并' && !clause.HasFigures, clause.In(outline.Text).StartsWith("同时"), _ownPeriod)) is { } together)
            Extend(_current, clause, together);
        else if (ActFinder.FieldBefore(_lead) is { } field && (act.Weight == Weight.Detail || act.Rule is "money-opening" or "help-with-number" or "hands-lent"))
            Open(clause, new("field-with-figures", field, Weight.Full));
        else if (act.Weight == Weight.Detail && clause.HasItems && _lead.Exists(static c => c.Is(WordClass.Give)))
            Open(clause, new("goods-sent", Category.Supplies, Weight.Full));
        else if (act.Weight == Weight.Detail && clause.HasMoney && _lead.Exists(static c => (c.Allots && c.Is(WordClass.Funds | WordClass.FundsInGeneral)) || (c.Is(WordClass.Give) && c.HasCounts && !c.Is(WordClass.AnyGoods))))
            Open(clause, new("money-given", Category.Funds, Weight.Full));
        else if (act.Weight == Weight.Detail)
            Lead(clause);
        else
            Open(clause, act);
        if (act.Weight != Weight.Detail)
            _semicolon = false;
        _gap = 0;
        _document = act.Rule is "text-published" or "order-issued" || (_document && _current?.Act.Category == Category.Policy);
    }

    /// <summary>红十字会接收甲公司捐款4万元,接收乙公司捐款6万元: a list of gifts is one measure of who received them.</summary>
    private bool IsFurtherGift(Clause clause, Act act) =>
        _current is { Act.Category: Category.Donation } gifts && gifts.Clauses[0].Receivers.Count > 0 && gifts.Clauses[^1].Sentence == clause.Sentence
        && act.Category == Category.Donation && clause.Subject.Count > 0 && clause.Receivers.Count == 0 && _receivers is null;

    /// <summary>其中甲公司4万元,乙公司6万元: parts of the gift or sum before, in its sentence or the next, and no acts of their own.</summary>
    private bool IsBreakdown(Clause clause)
    {
        var opens = clause.In(outline.Text).StartsWith("其中");
        if (IsPointOfSum(clause))
            return true;
        var named = clause.Subject.Count > 0 && clause.Is(WordClass.Donate) && !clause.Gathers && clause.HasFigures && _current?.Actors is not [{ Kind: ActorKind.Collective }];
        if (named && _current?.Act.Category == Category.Donation && outline.Text.AsSpan(outline.Sentences[clause.Sentence].Span.Start).TrimStart().StartsWith("其中"))
            _receivers ??= _current.Actors;
        var parts = !named && (opens || _breakdown == clause.Sentence) && _current?.Act.Category is Category.Donation or Category.Funds && _current.Clauses.Exists(static c => c.HasMoney) && clause.Sentence - _current.Clauses[^1].Sentence <= 1
            && _current.Clauses[^1].Paragraph == clause.Paragraph && (clause.HasFigures || (opens && clause.End - clause.Start <= 3)) && !clause.Is(WordClass.AnyAct & ~(WordClass.Allocate | WordClass.Donate | (opens && clause.Subject.Count == 0 && clause.HasMoney ? WordClass.Give : WordClass.Plain)));
        _breakdown = parts ? clause.Sentence : -1;
        return parts;
    }

    /// <summary>218万元下拨到各县:一是向…划拨132万元;二是…: points that part a sum told before them.</summary>
    private bool IsPointOfSum(Clause clause) =>
        clause.Allots && clause.HasMoney && clause.Subject.Count == 0 && _current is { Act.Category: Category.Funds } sum && clause.Sentence - sum.Clauses[^1].Sentence <= 2
        && clause.Paragraph == sum.Clauses[^1].Paragraph && sum.Clauses[0].HasMoney && !OpensPoint(sum.Clauses[0]) && OpensPoint(clause);

    private bool OpensPoint(Clause clause) => Points.Opens(clause.In(outline.Text));

    /// <summary>Keeps a clause that may lead to an act; of a sentence without end only the nearest ones can.</summary>
    private void Lead(Clause clause)
    {
        // 采购物资…,于9月6日送到职工手中: a day told behind the act in its sentence.
        if (clause.Date >= 0 && _time.Index == clause.Date && OpensWithDay(clause) && _current is { DateIndex: < 0, Date: null } told && told.Clauses[^1].Sentence == clause.Sentence && clause.Mood == Mood.Told && clause.Subject.Count == 0)
        {
            (told.Date, told.DateIndex) = (_time.Date, _time.Index);
            _time.Take(told.Act, told.Actors);
        }

        if (_lead.Count == LongestLead)
            _lead.RemoveAt(0);
        _lead.Add(clause);
    }

    /// <summary>于9月6日…, 今日在…: a clause that opens with a day of the calendar.</summary>
    private bool OpensWithDay(Clause clause) =>
        scan.Dates[clause.Date] is var date && date.Start - clause.Start <= 1 && date.From.Kind is DatePointKind.Day or DatePointKind.ReportDay;

    /// <summary>马上慰问职工。一是…;二是…: the points tell what the sentence before them only announced.</summary>
    private void OpenPoint(Clause clause)
    {
        if (_current is { Act.Rule: "visit" or "package-started" or "service-started" } announced && outline.Text[clause.Start] == '一'
            && clause.Sentence - announced.Clauses[^1].Sentence <= 1 && !announced.Clauses.Exists(static c => c.HasFigures))
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
            if (lead.HasFigures)
                clauses.Insert(at++, lead);
        }
    }

    /// <summary>A sentence that says who acts and gives a figure tells of an act, though no rule knew it.</summary>
    private void TakeUnlisted()
    {
        if (_told || _others || _document || _actorClause is not { } named || named.Sentence != _sentence || named.Start < _item || _actors.Count == 0 || UnlistedActs.Find(outline.Text, _lead, named, Donors.KindOf(_actors[0])) is not { } clause)
            return;
        var act = UnlistedActs.Of(_lead, Donors.KindOf(_actors[0]));
        _lead.Remove(clause);
        Open(clause, act);
    }

    private void OpenSentence(Clause clause)
    {
        TakeUnlisted();
        (_told, _item) = (false, clause.Start);
        if (_current is not null && _current.Clauses[^1].Sentence == _sentence)
            AddFigures(_current.Clauses, _current.Clauses.Count);
        var sentence = outline.Sentences[clause.Sentence];
        Sentence? before = _sentence >= 0 ? outline.Sentences[_sentence] : null;
        _opensParagraph = before?.Paragraph != sentence.Paragraph;
        if (_opensParagraph)
        {
            var headed = _standing.Headed(sentence);
            var sameArticle = before is { } last && last.Article == sentence.Article;
            if (!sameArticle || (!IsAuthorOf(headed) && (before!.Value.Section != sentence.Section || _actors.Count == 0)))
                Turn(_standing.At(sentence));
            else if (headed.Count > 0 && !IsAuthorOf(headed) && !clause.OpensWith(WordClass.Event))
                Turn(headed);

            // “…”“…”……某市总工会出台措施: a paragraph that opens with what a document says names its author behind it.
            _quoting = outline.Text[sentence.Span.Start] == '“' && clause.Subject.Count == 0;
            _unclaimed.Clear();
        }

        // 共接收捐款…。其中,甲公司捐款…。款物已拨付…: who received goes on.
        if (_receivers is not null && clause.Subject.Count == 0)
            (_actors, _actorClause) = (_receivers, null);
        _receivers = null;
        // 甲联合乙举办…。开通…: the second act is 甲's.
        LeavePartners();
        LeaveGuests(clause);
        _sentence = clause.Sentence;
        _sameEvent = clause.OpensWith(WordClass.Event) && clause.Subject.Count == 0;
        _continues = (_sameEvent || clause.Is(WordClass.Continue) || Occasion.IsInstalment(outline.Text, clause) || Occasion.IsSpell(outline.Text, clause)) && clause.Subject.Count == 0;
        _ownPeriod = clause.Tokens.Length > 0 && clause.Tokens[0].Kind == TokenKind.Date && clause.Tokens[0].Start == clause.Start
            && scan.Dates[clause.Tokens[0].Index].From.Kind != DatePointKind.Vague;
        (_others, _document) = (false, false);
        _finder.OpenSentence();
        _semicolon = false;
        _lead.Clear();
        _time.OpenSentence(clause);
    }

    private void NoteSubject(Clause clause)
    {
        if (clause.Subject.Count == 0 && _standing.MeantBy(clause, _actors) is { } meant)
            clause.Subject = [meant];
        // 由12名心理咨询师提供疏导, 由县人民医院专家值守: who does the work of an act does not become its actor.
        var works = outline.Text[clause.Start] == '由' && _actors.Count > 0;
        if (clause.Subject.Count == 0)
        {
            if (outline.Text[clause.Start] is '又' or '还')
                LeavePartners();
            _others |= clause.OtherSubject && !(works && clause.Is(WordClass.Helper));
            return;
        }

        if ((works && _current?.Clauses[^1].Sentence == clause.Sentence)
            || (clause.ByOfficials && _actors.Count > 0 && Bystanders.Came(outline.Text, clause)) || Bystanders.AreAddressed(outline.Text, clause) || Bystanders.Speaks(outline.Text, clause))
            return;

        // 县总工会举行…仪式,副县长某某为…发放慰问金: the officials are guests of the union.
        if (clause.ByOfficials && _actors is [{ Kind: ActorKind.Union }, ..] && _actorClause?.Sentence == clause.Sentence && clause.Subject.All(static a => a.Kind == ActorKind.Public))
            return;

        var goesOn = (_actorClause is { JoinsOn: true } && _actorClause.Sentence == clause.Sentence && _actorClause.End == clause.Start) || (_actors.Count > 0 && NamesPartners(clause));
        _leaders = goesOn ? _actors.Count : clause.Leaders;
        _guests.Note(outline.Text, clause, _actors);
        if (goesOn)
            clause.Subject = [.. _actors, .. clause.Subject.Where(s => !_actors.Any(a => a.Name == s.Name))];
        (_actors, _actorClause, _others) = (clause.Subject, goesOn && _actorClause?.Sentence == clause.Sentence ? _actorClause : clause, false);
        foreach (var draft in _unclaimed)
            draft.Actors = clause.Subject;
        _unclaimed.Clear();
        _quoting = false;
    }

    /// <summary>联合市人社局开展…: with the actor that was named before.</summary>
    private bool NamesPartners(Clause clause)
    {
        var span = clause.In(outline.Text);
        // 我们还联合市人社局….
        span = span.StartsWith("我们") ? span[2..].TrimStart("还又也就") : span.TrimStart("还又也并");
        return span.StartsWith("联合") || span.StartsWith("会同") || span.StartsWith("携手") || span.StartsWith("联手");
    }

    /// <summary>The text turns to those whom its headings name.</summary>
    private void Turn(IReadOnlyList<Actor> standing)
    {
        (_actors, _actorClause) = (standing, null);
        _guests.Forget();
    }

    /// <summary>The story goes back to the body it is about.</summary>
    private void LeaveGuests(Clause clause)
    {
        // 2月3日,该会…: what stands behind a day, unless the text ends with it.
        ReadOnlySpan<char> behind = clause.Tokens is [{ Kind: TokenKind.Date } date, ..] && date.Start == clause.Start ? outline.Text.AsSpan(date.End) : [];
        if (_guests.Leaving(behind is [',', var next, ..] ? next : behind is [var first, ..] ? first : outline.Text[clause.Start], _opensParagraph) is { } host)
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
        // 按每人1000元的标准,慰问18名教师: the figures stood in the clause before.
        foreach (var lead in _lead)
            act = lead.HasRate ? Joining.WithFigures(act, lead) : act;
        _told = true;
        var background = clause.Mood == Mood.Background && clause.Date < 0;
        _current = new(clause, act, _actors) { OwnItem = _semicolon, Date = background ? null : _time.Date, DateIndex = background ? -1 : _time.Index };
        AddFigures(_current.Clauses, 0);
        _current.Lead.AddRange(_lead);
        if (_actorClause is { } actorClause && actorClause.Sentence == clause.Sentence
            && (_drafts.Count == 0 || _drafts[^1].End <= actorClause.Start))
            _current.Start = actorClause.Start;
        _current.Start = Math.Min(_current.Start, _current.Clauses[0].Start);
        _lead.Clear();
        // Acts are put together within a paragraph only: what stands before the last act of an earlier one stays as it is.
        if (_drafts is [.., var last] && last.Clauses[^1].Paragraph != _current.Clauses[0].Paragraph)
            _settled = _drafts.Count - 1;
        _drafts.Add(_current);
        if (_quoting)
            _unclaimed.Add(_current);
        if (!background)
            _time.Take(act, _current.Actors, clause.Mood == Mood.Background);
    }

    private void Extend(Draft draft, Clause clause, Act together)
    {
        _told = true;
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

    /// <summary>A headline about all unions of a place stands over the report of that place's union: it goes on acting.</summary>
    private bool IsAuthorOf(IReadOnlyList<Actor> headed) =>
        headed is [{ Kind: ActorKind.Collective } all] && _actors is [{ Kind: ActorKind.Union } one] && one.Place == all.Place
        && one.Name.EndsWith("总工会", StringComparison.Ordinal);

    private bool EndsWithSemicolon(Clause? clause) => clause is not null && clause.Sentence == _sentence && outline.Text[clause.End - 1] == ';';
}
