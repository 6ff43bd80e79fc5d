using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>1月15日,启动“…”慰问行动。…送去…: an event that is only named is no act, nor is a task force; its day is that of what was then done.</summary>
internal static class NamedEvents
{
    private const int MostSentences = 2;

    /// <summary>Takes out the drafts that only name an event, and hands their day to the act told right behind.</summary>
    public static IEnumerable<Draft> Drop(IEnumerable<Draft> drafts)
    {
        Draft? named = null;
        foreach (var next in drafts)
        {
            if (named is not null && next.Date is null && named.Date is not null && IsRightBehind(named, next) && named.Actors.Select(static a => a.Name).SequenceEqual(next.Actors.Select(static a => a.Name)))
                (next.Date, next.DateIndex) = (named.Date, named.DateIndex);
            named = IsNamed(next) ? next : null;
            if (named is null)
                yield return next;
        }
    }

    /// <summary>A named event; or a task force, or goods somehow got together, without a day or figure.</summary>
    private static bool IsNamed(Draft draft) =>
        draft.Act.Rule == "activity"
        || (draft.Date is null && !draft.Clauses[0].HasFigures && (draft.Act.Rule == "body-founded" || (draft.Act.Rule == "goods-bought" && !draft.Clauses.Exists(static c => c.HasFigures || c.Is(WordClass.Buy | WordClass.Visit)))));

    private static bool IsRightBehind(Draft named, Draft next) =>
        next.Clauses[0].Sentence - named.Clauses[^1].Sentence is > 0 and <= MostSentences && next.Clauses[0].Paragraph - named.Clauses[^1].Paragraph <= 1;
}
