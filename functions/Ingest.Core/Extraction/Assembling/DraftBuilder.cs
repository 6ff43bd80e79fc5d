using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Walks the clauses once, gives each act its actor and date, and gathers the clauses of one act.</summary>
internal sealed class DraftBuilder(DocumentOutline outline, DocumentNames names, ChineseScan scan, DateResolver resolver)
{
    private readonly List<Draft> _drafts = [];
    private readonly List<Draft> _unclaimed = [];
    private readonly List<Clause> _lead = [];
    private readonly StandingActors _standing = new(outline, names);
    private readonly TimeOfActs _time = new(outline.Text, scan, resolver);
    private IReadOnlyList<Actor> _actors = [];
    private Clause? _actorClause;
    private Clause? _before;
    private Draft? _current;
    private int _gap;
    private int _sentence = -1;
    private bool _others;
    private bool _purpose;
    private bool _continues;
    private bool _semicolon;
    private bool _document;
    private bool _quoting;

    /// <summary>All acts of the document, in order.</summary>
    public List<Draft> Build(List<Clause> clauses)
    {
        foreach (var clause in clauses)
            Read(clause);
        return _drafts;
    }

    private void Read(Clause clause)
    {
        if (clause.Sentence != _sentence)
            OpenSentence(clause);
        NoteSubject(clause);
        if (clause.Date >= 0 && clause.Mood is not Mood.Said)
            _time.Note(clause);
        if (_document && outline.Text.AsSpan(clause.Start).StartsWith("同时"))
            (_document, _current) = (false, null);

        var act = Match(clause);
        _semicolon |= EndsWithSemicolon(_before);
        _before = clause;
        if (act is null)
        {
            _gap++;
            if (clause.Mood == Mood.Told)
                _lead.Add(clause);
            return;
        }

        if (_current is not null && Joining.Join(_current, clause, act, new(_actors, _gap, _time.Index, _continues, _semicolon)) is { } together)
            Extend(_current, clause, together);
        else if (act.Weight == Weight.Detail)
            _lead.Add(clause);
        else
            Open(clause, act);
        if (act.Weight != Weight.Detail)
            _semicolon = false;
        _gap = 0;
        _document = act.Rule is "text-published" or "order-issued" || (_document && _current?.Act.Category == Category.Policy);
    }

    private Act? Match(Clause clause)
    {
        _purpose = (_purpose && !Restarts(clause)) || OpensWith(clause, WordClass.Purpose);
        var told = clause.Mood switch
        {
            Mood.Told or Mood.Background => HasFacts(clause) || clause.Subject.Count > 0 || !_document,
            Mood.Planned => HasFacts(clause),
            _ => false,
        };
        return told && !_others && !_purpose && !IsIdle(clause) ? ActRules.Match(clause, _actors.Count > 0 ? _actors[0].Kind : null) : null;
    }

    private void OpenSentence(Clause clause)
    {
        var sentence = outline.Sentences[clause.Sentence];
        var before = _sentence >= 0 ? outline.Sentences[_sentence] : null;
        if (before is null || before.Paragraph != sentence.Paragraph)
        {
            if (before is null || before.Article != sentence.Article || before.Section != sentence.Section || _actors.Count == 0)
                (_actors, _actorClause) = (_standing.At(sentence), null);
            else if (_standing.Headed(sentence) is { Count: > 0 } headed)
                (_actors, _actorClause) = (headed, null);

            // “…”“…”……某市总工会出台措施: a paragraph that opens with what a document says names its author behind it.
            _quoting = outline.Text[sentence.Span.Start] == '“' && clause.Subject.Count == 0;
            _unclaimed.Clear();
        }

        _sentence = clause.Sentence;
        _continues = clause.Is(WordClass.Continue) && clause.Subject.Count == 0;
        (_others, _purpose, _document) = (false, false, false);
        _semicolon = false;
        _lead.Clear();
        _time.OpenSentence(clause);
    }

    private void NoteSubject(Clause clause)
    {
        if (clause.Subject.Count == 0)
        {
            _others |= clause.OtherSubject;
            return;
        }

        var goesOn = _actorClause is { JoinsOn: true } && _actorClause.Sentence == clause.Sentence && _actorClause.End == clause.Start;
        if (goesOn)
            clause.Subject = [.. _actors, .. clause.Subject];
        (_actors, _actorClause, _others) = (clause.Subject, goesOn ? _actorClause : clause, false);
        foreach (var draft in _unclaimed)
            draft.Actors = clause.Subject;
        _unclaimed.Clear();
        _quoting = false;
    }

    private void Open(Clause clause, Act act)
    {
        var background = clause.Mood == Mood.Background && clause.Date < 0;
        _current = new(clause, act, _actors) { Date = background ? null : _time.Date, DateIndex = background ? -1 : _time.Index };
        _current.Clauses.InsertRange(0, _lead.Where(c => c.HasMoney || c.HasItems || c.HasCounts));
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
            _time.Take();
    }

    private void Extend(Draft draft, Clause clause, Act together)
    {
        draft.Act = together;
        draft.Clauses.AddRange(_lead.Where(c => c.HasMoney || c.HasItems || c.HasCounts));
        draft.Lead.AddRange(_lead);
        _lead.Clear();
        draft.Clauses.Add(clause);
        if (draft.DateIndex < 0 && _time.Index >= 0)
        {
            (draft.Date, draft.DateIndex) = (_time.Date, _time.Index);
            _time.Take();
        }
    }

    /// <summary>Aims and praise without any fact: 助力复工复产.</summary>
    private bool IsIdle(Clause clause) =>
        !HasFacts(clause) && (OpensWith(clause, WordClass.Slogan) || IsSetting(clause) || IsMeans(clause) || SumsUp(clause));

    /// <summary>搭建…等六大平台, 开展一系列活动: sums up what is told elsewhere.</summary>
    private bool SumsUp(Clause clause)
    {
        var span = outline.Text.AsSpan(clause.Start, clause.End - clause.Start);
        var at = span.IndexOf('大');
        return span.IndexOf("一系列") >= 0 || (at > 0 && "两二三四五六七八九十".Contains(span[at - 1], StringComparison.Ordinal) && span.IndexOf('等') >= 0);
    }

    /// <summary>以…为契机, 以…为主题.</summary>
    private bool IsSetting(Clause clause) =>
        outline.Text[clause.Start] == '以' && outline.Text.AsSpan(clause.Start, clause.End - clause.Start).LastIndexOf('为') > 1;

    /// <summary>通过…等办法.</summary>
    private bool IsMeans(Clause clause)
    {
        var span = outline.Text.AsSpan(clause.Start, clause.End - clause.Start).TrimEnd(",;。");
        return span.StartsWith("通过") && (span.EndsWith("办法") || span.EndsWith("方式") || span.EndsWith("形式") || span.EndsWith("途径") || span.EndsWith("措施"));
    }

    /// <summary>Whether a clause behind 用于… tells of an act again.</summary>
    private static bool Restarts(Clause clause) =>
        clause.Subject.Count > 0 || clause.Date >= 0 || HasFacts(clause) || OpensWith(clause, WordClass.AnyAct | WordClass.Toward);

    private bool EndsWithSemicolon(Clause? clause) => clause is not null && clause.Sentence == _sentence && outline.Text[clause.End - 1] == ';';

    private static bool OpensWith(Clause clause, WordClass any) => clause.Tokens.Count > 0 && clause.Tokens[0].Is(any);

    private static bool HasFacts(Clause clause) => clause.HasMoney || clause.HasItems || clause.HasCounts;
}
