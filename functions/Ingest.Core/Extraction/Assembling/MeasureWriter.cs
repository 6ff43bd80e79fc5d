using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Writes a finished draft down as a measure, with its passage in the text as uploaded.</summary>
internal sealed class MeasureWriter(ReportReading reading)
{
    private readonly NormalText _normal = reading.Normal;
    private readonly ChineseScan _scan = reading.Scan;
    private readonly CountFacts _counts = new(reading.Normal.Text, reading.Scan);

    /// <summary>The measure that a draft is.</summary>
    public Measure Write(Draft draft)
    {
        var text = _normal.Text;
        var span = Passage(text, draft);
        _counts.Read(draft);
        var money = MoneyFacts.Of(text, draft, _scan);
        var doubts = LostAmounts(draft);
        var measure = new Measure(span, draft.Act.Category)
        {
            Quote = span.In(_normal.Original),
            Orgs = Names(draft.Actors),
            Place = PlaceOfAct.Of(text, draft, reading.Names),
            Date = draft.Date,
            Money = money,
            Items = _counts.Items.ToArray(),
            People = GroupFacts.Add(text, draft, _counts.People).ToArray(),
            Numbers = _counts.Numbers.ToArray(),
            Rule = draft.Act.Rule,
            Warnings = doubts,
        };
        measure.Confidence = Confidence.Of(draft, measure, text.Length);
        return measure;
    }

    private static string[] Names(IReadOnlyList<Actor> actors)
    {
        var names = new string[actors.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = actors[i].Name;
        return names;
    }

    private TextSpan Passage(string text, Draft draft)
    {
        var (start, end) = (draft.Start, draft.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '、' or '。' or ';'))
            start++;
        while (end > start + 1 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '、' or '。' or ';' or ':'))
            end--;
        return _normal.ToOriginal(start, end);
    }

    private ReportWarning[] LostAmounts(Draft draft)
    {
        List<ReportWarning>? warnings = null;
        foreach (var clause in draft.Clauses)
        {
            foreach (ref readonly var token in clause.HasNumbers ? clause.Tokens : [])
            {
                if (token.Kind == TokenKind.Money && (_scan.Money[token.Index].Traits & MoneyTraits.Damaged) != 0)
                    (warnings ??= []).Add(new("lost-digits", "此处金额缺少数字,未作记录,请核对原文。", _normal.ToOriginal(token.Start, token.End)));
                else if (token.Kind == TokenKind.Quantity && (_scan.Quantities[token.Index].Number.Exactness & Exactness.Damaged) != 0)
                    (warnings ??= []).Add(new("lost-digits", "此处数量缺少数字,未作记录,请核对原文。", _normal.ToOriginal(token.Start, token.End)));
            }
        }

        return warnings?.ToArray() ?? [];
    }
}
