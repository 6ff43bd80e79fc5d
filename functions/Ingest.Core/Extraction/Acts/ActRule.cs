using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>A rule that recognises an act in a clause.</summary>
/// <param name="Name">Stable kebab-case name; stands on every measure that the rule made.</param>
/// <param name="Verbs">What its words must do, one of these at least; nothing where any clause may state it. Sees most rules off at once.</param>
/// <param name="Category">What kind of act, or null where the clause's theme says it.</param>
/// <param name="Weight">How much of a measure such a clause is.</param>
/// <param name="Holds">Whether a clause with such words states it.</param>
internal sealed record ActRule(string Name, WordClass Verbs, Category? Category, Weight Weight, Func<Clause, ActorKind?, bool> Holds)
{
    private readonly Act? _act = Category is { } one ? new(Name, one, Weight) : null;

    /// <summary>The act that the clause states by this rule, or null.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="actor">What sort of actor does it, where known.</param>
    public Act? Try(Clause clause, ActorKind? actor) =>
        !Holds(clause, actor) ? null : _act ?? ((clause.Theme ?? clause.Field) is { } category ? new(Name, category, Weight) : null);
}
