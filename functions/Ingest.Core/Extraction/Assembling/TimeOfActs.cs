using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// Which date an act has: the one its sentence has named and no act has taken yet. 截至 dates hold for all clauses of their
/// sentence, and for a 目前 that follows in the paragraph; 仪式上, 活动中 go on with the day of the sentence before.
/// </summary>
internal sealed class TimeOfActs(string text, ChineseScan scan, DateResolver resolver)
{
    /// <summary>从1992年至2011年: more days than one act takes.</summary>
    private const int LongestPeriod = 366;

    /// <summary>Paragraphs over which one visit is told.</summary>
    private const int LongestVisit = 3;

    /// <summary>Paragraphs of a notice that lists gifts.</summary>
    private const int LongestNotice = 40;

    private MeasureDate? _anchor;
    private Found _asOf = Found.None;
    private Found _last = Found.None;
    private Found _told = Found.None;
    private IReadOnlyList<Actor> _tellers = [];
    private IReadOnlyList<Actor> _speakers = [];
    private Found _notice = Found.None;
    private Found _listed = Found.None;
    private Found _taken = Found.None;
    private IReadOnlyList<Actor> _takers = [];
    private int _dates;
    private bool _gift;
    private bool _since;
    private Found _now = Found.None;
    private Found _outer = Found.None;

    /// <summary>The date that stands for the next act, or null.</summary>
    public MeasureDate? Date => _now.Date;

    /// <summary>Its index in the scan, or -1.</summary>
    public int Index => _now.Index;

    /// <summary>A new sentence begins with this clause.</summary>
    public void OpenSentence(Clause first)
    {
        (_dates, _outer) = (0, Found.None);
        var untaken = Index >= 0 && !_now.Counts && _last.Index == Index && _last.Paragraph == first.Paragraph;
        var token = first.Tokens.Length > 0 ? first.Tokens[0] : default;
        var isNow = (token.Kind == TokenKind.Date && scan.Dates[token.Index].From.Kind == DatePointKind.Vague)
            || token.Word is { Text: "目前" or "截至目前" };
        if (isNow && _asOf.Paragraph == first.Paragraph)
            _now = _asOf;
        else if (_last.Index >= 0 && first.Paragraph - _last.Paragraph <= LongestVisit && Occasion.GoesOn(text, first))
            _now = _last with { Counts = true };
        else if (untaken && !isNow && !_since && !TellsOfOthers(first))
            _last = Found.None;
        else
            _now = Found.None;
    }

    /// <summary>Takes in what a clause says of time.</summary>
    public void Read(Clause clause)
    {
        if (clause.Subject.Count > 0 && clause.Sentence == _told.Sentence)
            _tellers = [.. _tellers, .. clause.Subject];
        else if (clause.Subject.Count > 0)
            _speakers = clause.Subject;
        if (clause.Date >= 0)
            Note(clause);
        else if (clause.Tokens is [{ Kind: TokenKind.Date } opening, ..] && Occasion.IsUpToNow(text, scan.Dates[opening.Index]) && _asOf.Paragraph == clause.Paragraph)
            _now = _asOf;
        if (Index < 0 && _told.Index >= 0 && clause.Paragraph - _told.Paragraph <= LongestVisit && !TellsOfOthers(clause)
            && (Occasion.GoesOnVisiting(text, clause) || (!_told.Counts && Occasion.SumsUp(text, clause)) || Occasion.IsPartOfDay(text, clause)))
            _now = _told;
        if (Index < 0 && _asOf.Paragraph == clause.Paragraph && Occasion.Accumulates(text, clause))
            _now = _asOf;
        // 截至2月8日共接收捐款…。其中,甲公司捐款…: what is listed was counted up to that day.
        if (Index < 0 && _asOf.Paragraph == clause.Paragraph && clause.Sentence - _asOf.Sentence <= 1 && clause.Subject.Count > 0 && clause.Is(WordClass.Donate))
            _now = _asOf;
        if (Index < 0 && _taken.Sentence == clause.Sentence && IsNextOfList(clause))
            _now = _taken;
        if (Index < 0 && _listed.Index >= 0 && clause.Paragraph - _listed.Paragraph <= LongestNotice && clause.Is(WordClass.Donate))
            _now = _listed;
        if (Index < 0 && _notice.Paragraph == clause.Paragraph && Occasion.TellsContent(text, clause))
            _now = _notice;
        if (Index < 0 || _now.Counts)
            return;

        // 3月5日,记者获悉: the day of the report. What is counted up to now is counted up to it.
        if (Occasion.IsReport(text, clause))
            (_asOf, _now, _last, _told) = (_now with { Counts = true }, Found.None, Found.None, Found.None);
        else if (Occasion.IsDisaster(text, clause))
            (_now, _last, _told) = (Found.None, Found.None, Found.None);
    }

    /// <summary>
    /// An act has taken the date: the next one has none, unless it is a count up to a day. A notice shares its day with what the
    /// sentences say of its content.
    /// </summary>
    /// <param name="act">The act.</param>
    /// <param name="actors">Who did it.</param>
    /// <param name="background">4月17日,在4月14日拨款200万元的基础上,再次拨付…: whether it only leads to another, which has the day before its own.</param>
    public void Take(Act act, IReadOnlyList<Actor> actors, bool background = false)
    {
        if (Index < 0 || _now.Counts)
            return;
        (_taken, _takers, _gift) = (_now, actors, act.Category == Category.Donation);
        if (act.Category == Category.Policy)
            _notice = _now with { Counts = true };
        _now = background ? _outer : Found.None;
    }

    /// <summary>3月5日,甲捐赠…;乙捐赠…: a list of gifts has one day, if it names but one.</summary>
    private bool IsNextOfList(Clause clause) =>
        _dates == 1 && clause.Is(WordClass.Donate) && clause.Start > 0 && (text[clause.Start - 1] == ';' || (_gift && text[clause.Start - 1] == ',')) && clause.Subject is [var actor, ..] && !Opens(_takers, actor.Name);

    /// <summary>A clause whose subject is somebody else than the one the date was told of.</summary>
    private bool TellsOfOthers(Clause clause) => clause.Subject is [var actor, ..] && _tellers.Count > 0 && !Named(_tellers, actor.Name);

    // Asked of nearly every clause: a lambda would be made for each.
    private static bool Named(IReadOnlyList<Actor> actors, string name)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (actors[i].Name == name)
                return true;
        }

        return false;
    }

    /// <summary>Whether a name opens with one of the actors'.</summary>
    private static bool Opens(IReadOnlyList<Actor> actors, string name)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (name.StartsWith(actors[i].Name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A clause names a date.</summary>
    private void Note(Clause clause)
    {
        var found = scan.Dates[clause.Date];
        if (Occasion.IsPeriodOfDues(text, found) || resolver.Resolve(found, _anchor) is not { } date || date.Last.DayNumber - date.First.DayNumber > LongestPeriod)
            return;
        if (found.Relation == DateRelation.Since && found.From.Kind is not (DatePointKind.Month or DatePointKind.Relative))
            date = MeasureDate.Day(date.First);
        _anchor = date;
        _outer = _now.Sentence == clause.Sentence && !_now.Counts ? _now : Found.None;
        _dates++;
        _since = found.Relation == DateRelation.On && Occasion.IsSince(text, clause);
        _tellers = _told.Sentence == clause.Sentence ? _tellers : _speakers;
        _told = _last = _now = new(date, clause.Date, clause.Paragraph, clause.Sentence, found.Relation == DateRelation.AsOf);
        if (Occasion.AnnouncesGifts(text, clause))
            (_listed, _now, _last) = (_now with { Counts = true }, Found.None, Found.None);
        if (_now.Counts)
            _asOf = _now;
    }

    /// <summary>A date, where it stands, and whether it is one up to which something is counted.</summary>
    private readonly record struct Found(MeasureDate? Date, int Index, int Paragraph, int Sentence, bool Counts)
    {
        public static readonly Found None = new(null, -1, -1, -1, false);
    }
}
