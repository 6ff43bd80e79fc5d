using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// Acts too thin to be a measure (annotation guideline): goods for nobody in particular, or an activity that only has a name,
/// without any figure or day. Of such acts annotators took fewer than one in five for measures.
/// </summary>
internal static class ThinActs
{
    /// <summary>Whether what a draft was written to says too little to be a measure.</summary>
    public static bool Contain(Draft draft, Measure measure)
    {
        if (measure.Date is not null || measure.Money.Count + measure.Items.Count + measure.Numbers.Count + measure.Warnings.Count > 0)
            return false;
        return measure.Rule switch
        {
            "goods-given" => measure.People.Count == 0 && !draft.Clauses.Exists(static c => c.IsFor || c.Goes || c.Is(WordClass.Group | WordClass.Kin)),
            "field-with-name" => measure.People.All(static p => p.Count is null) && !draft.Clauses.Exists(static c => c.Subject.Count > 0),
            _ => false,
        };
    }
}
