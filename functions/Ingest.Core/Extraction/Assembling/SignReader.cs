using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Reads the signs of a passage.</summary>
internal static class SignReader
{
    private const int ShortPassage = 16;
    private const int Lead = 120;
    private const int TextWithLead = 400;

    /// <summary>The signs of a draft and of what was written down of it, and all that its words do.</summary>
    /// <param name="draft">The clauses that state the act.</param>
    /// <param name="measure">What was written down of them.</param>
    /// <param name="length">How many characters the text has.</param>
    public static (Signs Signs, WordClass Words) Read(Draft draft, Measure measure, int length)
    {
        var (signs, words) = (Signs.None, WordClass.Plain);
        foreach (var clause in draft.Clauses)
        {
            words |= clause.Words;
            signs |= Of(clause);
        }

        signs |= Facts(measure) | Of(draft.Actors)
            | When(draft.Clauses.Count == 1, Signs.OneClause) | When(draft.End - draft.Start <= ShortPassage, Signs.Short) | When(draft.Start < Lead && length > TextWithLead, Signs.Early);
        if ((signs & (Signs.Dated | Signs.Money | Signs.Items | Signs.People | Signs.Numbers)) == 0)
            signs |= When((signs & Signs.Subject) == 0, Signs.BareAndUnnamed) | When((words & WordClass.Give) != 0, Signs.BareGift);
        return (signs, words);
    }

    private static Signs Facts(Measure measure)
    {
        var counted = false;
        foreach (var people in measure.People)
            counted |= people.Count is not null;
        return When(measure.Date is not null, Signs.Dated) | When(measure.Money.Count > 0, Signs.Money) | When(measure.Items.Count > 0, Signs.Items)
            | When(counted, Signs.People) | When(!counted && measure.People.Count > 0, Signs.Group) | When(measure.Numbers.Count > 0, Signs.Numbers);
    }

    private static Signs Of(IReadOnlyList<Actor> actors) => actors is not [var first, ..] ? Signs.None : first.Kind switch
    {
        ActorKind.Union => Signs.Union,
        ActorKind.Collective => Signs.Collective,
        ActorKind.Public => Signs.Public,
        ActorKind.Person => Signs.Person,
        _ => Signs.None,
    };

    private static Signs Of(Clause clause) =>
        When(clause.Subject.Count > 0, Signs.Subject) | When(clause.Stands, Signs.Stands) | When(clause.ByMembers, Signs.Members) | When(clause.ByOfficials, Signs.Officials)
        | When(clause.Theme is not null, Signs.Theme) | When(clause.Field is not null, Signs.Field) | When(clause.Named, Signs.Named) | When(clause.NameOnly, Signs.NameOnly)
        | When(clause.IsFor, Signs.For) | When(clause.Mood == Mood.Planned, Signs.Planned);

    private static Signs When(bool holds, Signs sign) => holds ? sign : Signs.None;
}
