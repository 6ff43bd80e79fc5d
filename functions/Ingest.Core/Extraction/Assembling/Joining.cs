using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Decides whether a clause goes on with the act before it or begins a new one: one actor, one category, one date.</summary>
internal static class Joining
{
    /// <summary>The act that both together are, or null where a new one begins.</summary>
    /// <param name="draft">The act before.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="act">What the clause states.</param>
    /// <param name="gap">Number of clauses that stand between and state nothing.</param>
    public static Act? Join(Draft draft, Clause clause, Act act, int gap)
    {
        var last = draft.Clauses[^1];
        var sameSentence = last.Sentence == clause.Sentence;
        if (last.Mood == Mood.Background || clause.Mood == Mood.Background || last.Paragraph + 1 < clause.Paragraph)
            return null;
        if (clause.Date >= 0 && clause.Date != draft.DateIndex && draft.DateIndex >= 0)
            return null;
        if (clause.Subject.Count > 0 && !SameActors(draft, clause))
            return null;
        if (!sameSentence && (clause.Sentence > last.Sentence + 1 || gap > 1))
            return null;
        if (act.Weight == Weight.Detail)
            return sameSentence || clause.Is(WordClass.Continue) ? draft.Act : null;
        if (clause.Subject.Count > 0 && !sameSentence)
            return null;
        if (draft.Act.Weight == Weight.Opening && sameSentence)
            return act;
        if (act.Weight == Weight.Opening && sameSentence && act.Category != Category.Policy)
            return draft.Act;
        if (draft.Act.Category == act.Category)
            return draft.Act;
        if (clause.Enumerated)
            return null;
        if (draft.Act.Category == Category.Policy && sameSentence && act.Category is Category.Funds or Category.Supplies)
            return act;
        return Together(draft, clause, act);
    }

    /// <summary>A visit and what was given at it, goods and money handed over together.</summary>
    private static Act? Together(Draft draft, Clause clause, Act act)
    {
        var (before, now) = (draft.Act.Category, act.Category);
        if (before == Category.Visit && now is Category.Funds or Category.Supplies or Category.Family)
            return act;
        if (now == Category.Visit && before is Category.Funds or Category.Supplies or Category.Family)
            return draft.Act;
        if (before == Category.Family && now is Category.Funds or Category.Supplies && (clause.HasMoney || clause.HasItems))
            return act;
        if (before == Category.Family && now is Category.Funds or Category.Supplies)
            return draft.Act;
        if (now == Category.Family && before is Category.Funds or Category.Supplies)
            return draft.Act;
        if (before == Category.Supplies && now == Category.Funds && !clause.HasTarget)
            return act;
        if (before == Category.Funds && now == Category.Supplies && !clause.HasTarget)
            return draft.Act;
        return before == Category.Facility && now == Category.Supplies && clause.Is(WordClass.Equip) && !clause.HasTarget ? draft.Act : null;
    }

    private static bool SameActors(Draft draft, Clause clause) =>
        draft.Actors.Count == clause.Subject.Count && draft.Actors.Zip(clause.Subject).All(p => p.First.Name == p.Second.Name);
}
