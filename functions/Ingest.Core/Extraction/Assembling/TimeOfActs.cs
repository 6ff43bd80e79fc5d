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
    private static readonly string[] SameEvent =
        ["仪式上", "仪式结束后", "活动上", "活动中", "活动现场", "现场", "启动仪式上", "发放仪式上", "会上", "会后", "座谈会上", "慰问中", "慰问现场", "走访中", "期间,"];

    private MeasureDate? _anchor;
    private (MeasureDate? Date, int Index, int Paragraph) _asOf = (null, -1, -1);
    private (MeasureDate? Date, int Index, int Paragraph) _last = (null, -1, -1);

    /// <summary>The date that stands for the next act, or null.</summary>
    public MeasureDate? Date { get; private set; }

    /// <summary>Its index in the scan, or -1.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>A new sentence begins with this clause.</summary>
    public void OpenSentence(Clause first)
    {
        var untaken = Index >= 0 && scan.Dates[Index].Relation != DateRelation.AsOf && _last.Index == Index && _last.Paragraph == first.Paragraph;
        var token = first.Tokens.Count > 0 ? first.Tokens[0] : default;
        var isNow = (token.Kind == TokenKind.Date && scan.Dates[token.Index].From.Kind == DatePointKind.Vague)
            || token.Word is { Text: "目前" or "截至目前" };
        if (isNow && _asOf.Paragraph == first.Paragraph)
            (Date, Index) = (_asOf.Date, _asOf.Index);
        else if (_last.Paragraph == first.Paragraph && IsSameEvent(first))
            (Date, Index) = (_last.Date, _last.Index);
        else if (untaken && !isNow)
            _last = default;
        else
            (Date, Index) = (null, -1);
    }

    /// <summary>A clause names a date.</summary>
    public void Note(Clause clause)
    {
        var found = scan.Dates[clause.Date];
        if (resolver.Resolve(found, _anchor) is not { } date)
            return;
        if (found.Relation == DateRelation.Since)
            date = MeasureDate.Day(date.First);
        (Date, Index, _anchor) = (date, clause.Date, date);
        _last = (date, clause.Date, clause.Paragraph);
        if (found.Relation == DateRelation.AsOf)
            _asOf = (date, clause.Date, clause.Paragraph);
    }

    /// <summary>An act has taken the date: the next one has none, unless it is a count up to a day.</summary>
    public void Take()
    {
        if (Index >= 0 && scan.Dates[Index].Relation != DateRelation.AsOf)
            (Date, Index) = (null, -1);
    }

    private bool IsSameEvent(Clause first)
    {
        var opening = text.AsSpan(first.Start, first.End - first.Start);
        foreach (var word in SameEvent)
        {
            if (opening.StartsWith(word))
                return true;
        }

        return false;
    }
}
