using Ingest.Core.Extraction.Actors;
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
    /// <param name="date">Index of the date that the clause's sentence has named so far, or -1.</param>
    /// <param name="continues">Whether the clause's sentence opens by going on (其中, 此次, 期间).</param>
    public static Act? Join(Draft draft, Clause clause, Act act, int gap, int date, bool continues)
    {
        var last = draft.Clauses[^1];
        var sameSentence = last.Sentence == clause.Sentence;
        if (last.Mood == Mood.Background != (clause.Mood == Mood.Background) || clause.Paragraph - last.Paragraph > 1)
            return null;
        if (date >= 0 && date != draft.DateIndex && (draft.DateIndex >= 0 || !sameSentence))
            return null;
        if (clause.Subject.Count > 0 && !SameActors(draft, clause, continues))
            return null;
        if (!sameSentence && !Follows(draft, clause, act, gap, continues))
            return null;
        if (act.Weight == Weight.Detail)
            return draft.Act;
        if (draft.Act.Weight == Weight.Opening && sameSentence)
            return act.Weight == Weight.Opening ? draft.Act : act;
        if (act.Weight == Weight.Opening && sameSentence && !clause.Enumerated)
            return draft.Act;
        if (draft.Act.Category == act.Category)
            return draft.Act;
        return clause.Enumerated ? null : Together(draft, clause, act, sameSentence);
    }

    /// <summary>Whether a clause of a later sentence may go on with the act at all.</summary>
    private static bool Follows(Draft draft, Clause clause, Act act, int gap, bool continues)
    {
        var last = draft.Clauses[^1];
        if (clause.Paragraph != last.Paragraph)
        {
            return gap <= 3 && act.Weight != Weight.Detail
                && (act.Category == draft.Act.Category ? clause.Subject.Count == 0 || continues || Elaborates(draft, clause, act) : continues && draft.Act.Category == Category.Visit);
        }

        if (clause.Sentence > last.Sentence + 1)
            return false;
        if (act.Weight == Weight.Detail)
            return (continues || clause.Is(WordClass.Continue)) && gap <= 1;
        return gap <= 3;
    }

    /// <summary>A general statement, then the same with its figures.</summary>
    private static bool Elaborates(Draft draft, Clause clause, Act act) =>
        act.Category is Category.Supplies or Category.Funds or Category.Commendation
        && (clause.HasItems || clause.HasMoney || clause.HasCounts)
        && draft.Clauses.TrueForAll(static c => !c.HasItems && !c.HasMoney);

    /// <summary>Acts that count as one: a visit and what was given at it, money and goods handed over together, means and end.</summary>
    private static Act? Together(Draft draft, Clause clause, Act act, bool sameSentence)
    {
        var figures = clause.HasMoney || clause.HasItems;
        return (draft.Act.Category, act.Category) switch
        {
            (Category.Visit, Category.Funds or Category.Supplies or Category.Family) => act,
            _ when !sameSentence => null,
            (Category.Policy, Category.Funds or Category.Supplies) => act,
            (Category.Funds or Category.Supplies or Category.Family, Category.Visit) => draft.Act,
            (Category.Family, Category.Funds or Category.Supplies) => figures ? act : draft.Act,
            (Category.Funds or Category.Supplies, Category.Family) => draft.Act,
            (Category.Supplies, Category.Funds) when !clause.HasTarget => act,
            (Category.Funds, Category.Supplies) when !clause.HasTarget || !figures => draft.Act,
            (Category.Volunteer, Category.Visit or Category.Supplies or Category.Funds) => act,
            (Category.Facility, Category.Supplies) when clause.Is(WordClass.Equip) && !clause.HasTarget => draft.Act,
            (Category.Funds, Category.Training) when draft.Clauses.TrueForAll(static c => !c.HasMoney) => act,
            (Category.Publicity, Category.Funds or Category.Supplies) when draft.Act.Rule == "appeal-published" => act,
            _ => null,
        };
    }

    private static bool SameActors(Draft draft, Clause clause, bool continues) =>
        (draft.Actors.Count == clause.Subject.Count && draft.Actors.Zip(clause.Subject).All(p => p.First.Name == p.Second.Name))
        || (continues && clause.Subject.Count == 1 && clause.Subject[0] is { Kind: ActorKind.Collective } all && draft.Actors.Count == 1
            && draft.Actors[0] is { Kind: ActorKind.Union } one && one.Place == all.Place && one.Name.EndsWith("总工会", StringComparison.Ordinal));
}
