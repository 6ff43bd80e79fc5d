using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>What a passage shows by which one may tell whether it states a measure. The names are those of <c>confidence.tsv</c>.</summary>
[Flags]
internal enum Signs : long
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>It has a day or period.</summary>
    Dated = 1L << 0,
    /// <summary>It states an amount of money.</summary>
    Money = 1L << 1,
    /// <summary>It states goods with a number.</summary>
    Items = 1L << 2,
    /// <summary>It counts who is helped.</summary>
    People = 1L << 3,
    /// <summary>It names who is helped, without a number.</summary>
    Group = 1L << 4,
    /// <summary>It states another number.</summary>
    Numbers = 1L << 5,
    /// <summary>It has neither a figure nor a day.</summary>
    Bare = 1L << 6,
    /// <summary>A number of it lost digits.</summary>
    Damaged = 1L << 7,
    /// <summary>Nobody is known to have acted.</summary>
    Nobody = 1L << 8,
    /// <summary>Several acted together.</summary>
    Together = 1L << 9,
    /// <summary>A union acted.</summary>
    Union = 1L << 10,
    /// <summary>All unions of a place acted.</summary>
    Collective = 1L << 11,
    /// <summary>A party, government or public body acted.</summary>
    Public = 1L << 12,
    /// <summary>A hospital, school, association or foundation acted.</summary>
    Institution = 1L << 13,
    /// <summary>A company acted.</summary>
    Company = 1L << 14,
    /// <summary>A person acted.</summary>
    Person = 1L << 15,
    /// <summary>One of its clauses names who acted.</summary>
    Subject = 1L << 16,
    /// <summary>It is a single clause.</summary>
    OneClause = 1L << 17,
    /// <summary>It has four clauses or more.</summary>
    ManyClauses = 1L << 18,
    /// <summary>It opens its sentence.</summary>
    Opens = 1L << 19,
    /// <summary>A word of it speaks for its category.</summary>
    Theme = 1L << 20,
    /// <summary>A word of it names its field.</summary>
    Field = 1L << 21,
    /// <summary>It names an activity or text in marks.</summary>
    Named = 1L << 22,
    /// <summary>Only the name in marks says what it is about.</summary>
    NameOnly = 1L << 23,
    /// <summary>It says for whom.</summary>
    For = 1L << 24,
    /// <summary>It names whom or what the act reaches.</summary>
    Target = 1L << 25,
    /// <summary>Somebody goes somewhere.</summary>
    Goes = 1L << 26,
    /// <summary>Its sentence names who acts.</summary>
    Stands = 1L << 27,
    /// <summary>Its actor is named by officials of it.</summary>
    Officials = 1L << 28,
    /// <summary>Somebody who is no known actor opens a clause of it.</summary>
    Others = 1L << 29,
    /// <summary>It stands in a list of acts that a 、 joins.</summary>
    Enumerated = 1L << 30,
    /// <summary>Something is planned in a notice.</summary>
    Planned = 1L << 31,
    /// <summary>It is told as the ground of another act.</summary>
    Background = 1L << 32,
    /// <summary>Somebody is called upon.</summary>
    Calls = 1L << 33,
    /// <summary>Members or staff give.</summary>
    Members = 1L << 34,
    /// <summary>Helpers act in it.</summary>
    Helpers = 1L << 35,
    /// <summary>Money is handed on.</summary>
    Allots = 1L << 36,
    /// <summary>It states a rate.</summary>
    Rate = 1L << 37,
    /// <summary>It closes with the name of a place or team that serves.</summary>
    Body = 1L << 38,
    /// <summary>It has at most sixteen characters.</summary>
    Short = 1L << 39,
    /// <summary>It has more than sixty characters.</summary>
    Long = 1L << 40,
    /// <summary>It stands among the first 120 characters of a text of more than 400, where a lead tells in short what follows.</summary>
    Early = 1L << 41,
    /// <summary>It begins with a day.</summary>
    OpensWithDay = 1L << 42,
    /// <summary>It has neither a figure nor a day, and none of its clauses names who acted.</summary>
    BareAndUnnamed = 1L << 43,
    /// <summary>Something is given, without a figure or a day.</summary>
    BareGift = 1L << 44,
    /// <summary>It hands down a notice (…通知如下).</summary>
    Notice = 1L << 45,
}

/// <summary>Reads the signs of a passage.</summary>
internal static class SignReader
{
    private const int ShortPassage = 16;
    private const int LongPassage = 60;
    private const int Lead = 120;
    private const int TextWithLead = 400;
    private const int ManyClauses = 4;

    /// <summary>The signs of a draft and of what was written down of it, and all that its words do.</summary>
    /// <param name="draft">The clauses that state the act.</param>
    /// <param name="measure">What was written down of them.</param>
    /// <param name="length">How many characters the text has.</param>
    public static (Signs Signs, WordClass Words) Read(Draft draft, Measure measure, int length)
    {
        var signs = Facts(measure) | Actors(draft.Actors);
        var words = WordClass.Plain;
        foreach (var clause in draft.Clauses)
        {
            words |= clause.Words;
            signs |= Of(clause);
        }

        signs |= When(draft.Clauses[0].IsFirst, Signs.Opens) | When(draft.Clauses.Count == 1, Signs.OneClause) | When(draft.Clauses.Count >= ManyClauses, Signs.ManyClauses)
            | When(draft.End - draft.Start <= ShortPassage, Signs.Short) | When(draft.End - draft.Start > LongPassage, Signs.Long) | When(draft.Start < Lead && length > TextWithLead, Signs.Early)
            | When(draft.Clauses[0].Tokens is [{ Kind: TokenKind.Date }, ..], Signs.OpensWithDay);
        signs |= When(measure.Quote is { } quote && quote.EndsWith("如下", StringComparison.Ordinal) && measure.Category == Category.Policy, Signs.Notice);
        if ((signs & Signs.Bare) != 0)
            signs |= When((signs & Signs.Subject) == 0, Signs.BareAndUnnamed) | When((words & WordClass.Give) != 0, Signs.BareGift);
        return (signs, words);
    }

    private static Signs Facts(Measure measure)
    {
        var people = measure.People.Any(static p => p.Count is not null);
        var bare = measure.Date is null && measure.Money.Count + measure.Items.Count + measure.Numbers.Count == 0 && !people;
        return When(measure.Date is not null, Signs.Dated) | When(measure.Money.Count > 0, Signs.Money) | When(measure.Items.Count > 0, Signs.Items) | When(people, Signs.People)
            | When(!people && measure.People.Count > 0, Signs.Group) | When(measure.Numbers.Count > 0, Signs.Numbers) | When(bare, Signs.Bare) | When(measure.Warnings.Count > 0, Signs.Damaged);
    }

    private static Signs Actors(IReadOnlyList<Actor> actors) =>
        When(actors.Count > 1, Signs.Together) | (actors.Count == 0 ? Signs.Nobody : actors[0].Kind switch
        {
            ActorKind.Union => Signs.Union,
            ActorKind.Collective => Signs.Collective,
            ActorKind.Public => Signs.Public,
            ActorKind.Institution => Signs.Institution,
            ActorKind.Company => Signs.Company,
            _ => Signs.Person,
        });

    private static Signs Of(Clause clause) =>
        When(clause.Subject.Count > 0, Signs.Subject) | When(clause.Theme is not null, Signs.Theme) | When(clause.Field is not null, Signs.Field) | When(clause.Named, Signs.Named) | When(clause.NameOnly, Signs.NameOnly)
        | When(clause.IsFor, Signs.For) | When(clause.HasTarget, Signs.Target) | When(clause.Goes, Signs.Goes) | When(clause.Stands, Signs.Stands) | When(clause.ByOfficials, Signs.Officials)
        | When(clause.OtherSubject, Signs.Others) | When(clause.Enumerated, Signs.Enumerated) | When(clause.Mood == Mood.Planned, Signs.Planned) | When(clause.Mood == Mood.Background, Signs.Background)
        | When(clause.CallsUpon, Signs.Calls) | When(clause.ByMembers, Signs.Members) | When(clause.ByHelpers, Signs.Helpers) | When(clause.Allots, Signs.Allots) | When(clause.HasRate, Signs.Rate) | When(clause.EndsWithBody, Signs.Body);

    private static Signs When(bool holds, Signs sign) => holds ? sign : Signs.None;
}
