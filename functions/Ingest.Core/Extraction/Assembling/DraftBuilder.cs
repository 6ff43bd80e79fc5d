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
    private readonly StandingActors _standing = new(outline, names);
    private IReadOnlyList<Actor> _actors = [];
    private Clause? _actorClause;
    private MeasureDate? _anchor;
    private MeasureDate? _date;
    private int _dateIndex = -1;
    private Draft? _current;
    private int _gap;
    private int _sentence = -1;
    private readonly List<Draft> _unclaimed = [];
    private bool _others;
    private bool _purpose;
    private bool _continues;
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
        if (clause.Subject.Count > 0)
            NoteSubject(clause);
        else if (clause.OtherSubject)
            _others = true;
        if (clause.Date >= 0 && clause.Mood is not Mood.Said)
            NoteDate(clause);

        _purpose = _purpose && !Restarts(clause) || OpensWith(clause, WordClass.Purpose);
        var act = IsOpen(clause) && !_others && !_purpose && !IsIdle(clause)
            ? ActRules.Match(clause, _actors.Count > 0 ? _actors[0].Kind : null)
            : null;
        if (act is null)
        {
            _gap++;
            return;
        }

        if (_current is not null && Joining.Join(_current, clause, act, _gap, _dateIndex, _continues) is { } together)
        {
            _current.Act = together;
            _current.Clauses.Add(clause);
            if (_current.DateIndex < 0 && _dateIndex >= 0 && clause.Date >= 0)
                (_current.Date, _current.DateIndex) = (_date, _dateIndex);
        }
        else if (act.Weight != Weight.Detail)
        {
            Open(clause, act);
        }

        _gap = 0;
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
        (_others, _purpose) = (false, false);
        if (!CarriesTime(clause))
            (_date, _dateIndex) = (null, -1);
    }

    /// <summary>目前 right after 截至2月8日 means that day.</summary>
    private bool CarriesTime(Clause clause) =>
        _dateIndex >= 0 && scan.Dates[_dateIndex].Relation == DateRelation.AsOf
        && clause.Paragraph == (_current?.Clauses[^1].Paragraph ?? -1)
        && clause.Tokens.Count > 0 && clause.Tokens[0].Kind == TokenKind.Date && scan.Dates[clause.Tokens[0].Index].From.Kind == DatePointKind.Vague;

    private void NoteSubject(Clause clause)
    {
        var goesOn = _actorClause is { JoinsOn: true } && _actorClause.Sentence == clause.Sentence && _actorClause.End == clause.Start;
        if (goesOn)
            clause.Subject = [.. _actors, .. clause.Subject];
        (_actors, _actorClause, _others) = (clause.Subject, goesOn ? _actorClause : clause, false);
        foreach (var draft in _unclaimed)
            draft.Actors = clause.Subject;
        _unclaimed.Clear();
        _quoting = false;
    }

    private void NoteDate(Clause clause)
    {
        if (resolver.Resolve(scan.Dates[clause.Date], _anchor) is not { } date)
            return;
        (_date, _dateIndex, _anchor) = (date, clause.Date, date);
    }

    private void Open(Clause clause, Act act)
    {
        _current = new(clause, act, _actors) { Date = _date, DateIndex = _dateIndex };
        if (_actorClause is { } actorClause && actorClause.Sentence == clause.Sentence
            && (_drafts.Count == 0 || _drafts[^1].End <= actorClause.Start))
            _current.Start = actorClause.Start;
        _drafts.Add(_current);
        if (_quoting)
            _unclaimed.Add(_current);
        if (_dateIndex >= 0 && scan.Dates[_dateIndex].Relation != DateRelation.AsOf)
            (_date, _dateIndex) = (null, -1);
    }

    /// <summary>Clauses behind 下发通知 say what it holds: only what they count stands for itself.</summary>
    private bool IsOpen(Clause clause) => clause.Mood switch
    {
        Mood.Told or Mood.Background => HasFacts(clause) || clause.Subject.Count > 0 || !IsInDocument(clause),
        Mood.Planned => HasFacts(clause),
        _ => false,
    };

    private bool IsInDocument(Clause clause) =>
        _current is { Act.Rule: "text-published" or "order-issued" } && _current.Clauses[^1].Sentence == clause.Sentence && clause.Date < 0;

    /// <summary>Aims and praise without any fact: 助力复工复产.</summary>
    private bool IsIdle(Clause clause) => !HasFacts(clause) && (OpensWith(clause, WordClass.Slogan) || IsSetting(clause));

    /// <summary>以…为契机, 以…为主题.</summary>
    private bool IsSetting(Clause clause) =>
        outline.Text[clause.Start] == '以' && outline.Text.AsSpan(clause.Start, clause.End - clause.Start).LastIndexOf('为') > 1;

    /// <summary>Whether a clause behind 用于… tells of an act again.</summary>
    private static bool Restarts(Clause clause) =>
        clause.Subject.Count > 0 || clause.Date >= 0 || HasFacts(clause) || OpensWith(clause, WordClass.AnyAct | WordClass.Toward);

    private static bool OpensWith(Clause clause, WordClass any) => clause.Tokens.Count > 0 && clause.Tokens[0].Is(any);

    private static bool HasFacts(Clause clause) => clause.HasMoney || clause.HasItems || clause.HasCounts;
}
