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
    private bool _others;

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
            (_actors, _actorClause, _others) = (clause.Subject, clause, false);
        else if (clause.OtherSubject)
            _others = true;
        if (clause.Date >= 0 && clause.Mood is not Mood.Said)
            NoteDate(clause);

        var act = clause.Mood is Mood.Told or Mood.Background && !_others && !IsIdle(clause)
            ? ActRules.Match(clause, _actors.Count > 0 ? _actors[0].Kind : null)
            : null;
        if (act is null)
        {
            _gap++;
            return;
        }

        if (_current is not null && Joining.Join(_current, clause, act, _gap) is { } together)
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
        }

        _sentence = clause.Sentence;
        _others = false;
        if (!CarriesTime(clause))
            (_date, _dateIndex) = (null, -1);
    }

    /// <summary>目前 right after 截至2月8日 means that day.</summary>
    private bool CarriesTime(Clause clause) =>
        _dateIndex >= 0 && scan.Dates[_dateIndex].Relation == DateRelation.AsOf
        && clause.Paragraph == (_current?.Clauses[^1].Paragraph ?? -1)
        && clause.Tokens.Count > 0 && clause.Tokens[0].Kind == TokenKind.Date && scan.Dates[clause.Tokens[0].Index].From.Kind == DatePointKind.Vague;

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
        if (_dateIndex >= 0 && scan.Dates[_dateIndex].Relation != DateRelation.AsOf)
            (_date, _dateIndex) = (null, -1);
    }

    /// <summary>Aims and praise without any fact: 助力复工复产, 用于购买口罩.</summary>
    private static bool IsIdle(Clause clause) =>
        clause.Tokens.Count > 0 && clause.Tokens[0].Is(WordClass.Slogan | WordClass.Purpose)
        && !clause.HasMoney && !clause.HasItems && !clause.HasCounts;
}
