namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// How sure a measure is: the share of its facts that one may expect to be right. The shares by rule were counted on the
/// annotated reports and drawn towards what reports scored that were looked at for the first time; GoldTests prints the table.
/// </summary>
internal static class Confidence
{
    private const double Ordinary = 0.82;

    /// <summary>What an act loses that neither a figure nor a day holds to the ground: nearly one of two is no measure to an annotator.</summary>
    private const double Thin = 0.2;

    /// <summary>Rules whose measures are right more or less often than others.</summary>
    private static readonly Dictionary<string, double> ByRule = new(StringComparer.Ordinal)
    {
        ["money-given"] = 0.92,
        ["goods-given"] = 0.88,
        ["goods-sent"] = 0.68,
        ["goods-bought"] = 0.8,
        ["order-issued"] = 0.78,
        ["text-published"] = 0.92,
        ["gift"] = 0.87,
        ["members-give"] = 0.8,
        ["donor-gives"] = 0.8,
        ["donation-collected"] = 0.81,
        ["families-visited"] = 0.94,
        ["families-cared-for"] = 0.92,
        ["wages-recovered"] = 0.9,
        ["companies-relieved"] = 0.92,
        ["cover-taken-out"] = 0.91,
        ["rest-trip"] = 0.88,
        ["vouchers-and-buying"] = 0.86,
        ["service-started"] = 0.84,
        ["service-founded"] = 0.7,
        ["print-handed-out"] = 0.72,
        ["field-with-name"] = 0.7,
        ["field-with-number"] = 0.72,
        ["field-with-figures"] = 0.75,
        ["money-opening"] = 0.85,
        ["help-with-number"] = 0.45,
        ["service-offered"] = 0.6,
        ["body-founded"] = 0.5,
        ["award"] = 0.75,
        ["visit"] = 0.72,
        ["people-sent"] = 0.76,
        ["staff-sent"] = 0.65,
        ["helpers-sent"] = 0.7,
        ["helpers-come"] = 0.8,
        ["helpers-bring"] = 0.8,
        ["hands-lent"] = 0.5,
        ["team-serves"] = 0.8,
        ["staff-serve"] = 0.7,
        ["services-done"] = 0.75,
        ["service-with-number"] = 0.75,
        ["front-families"] = 0.75,
        ["station-serves"] = 0.7,
        ["things-handed"] = 0.6,
        ["campaign-started"] = 0.7,
        ["knowledge-spread"] = 0.75,
        ["money-told"] = 0.75,
        ["service-funded"] = 0.72,
        ["rooms-lent"] = 0.85,
        ["workers-brought"] = 0.84,
        ["letter-sent"] = 0.75,
        ["difficulties-heard"] = 0.7,
        ["facility-opened"] = 0.75,
        ["unlisted"] = 0.65,
    };

    /// <summary>Acts that are whole without a figure or a day: a text that was published, care for a family.</summary>
    private static readonly HashSet<string> Whole = ["money-given", "order-issued", "text-published", "print-handed-out", "families-visited", "families-cared-for"];

    /// <summary>The confidence, 0–1.</summary>
    /// <param name="rule">The rule that made the measure.</param>
    /// <param name="named">Whether an actor is known.</param>
    /// <param name="dated">Whether it has a date.</param>
    /// <param name="counted">Whether it states a figure.</param>
    /// <param name="doubts">Number of doubts about it.</param>
    public static double Of(string rule, bool named, bool dated, bool counted, int doubts)
    {
        var confidence = ByRule.GetValueOrDefault(rule, Ordinary);
        confidence += (dated ? 0.03 : 0) + (counted ? 0.02 : dated || Whole.Contains(rule) ? 0 : -Thin) - (named ? 0 : 0.3) - (0.05 * Math.Min(3, doubts));
        return Math.Clamp(confidence, 0.05, 0.98);
    }
}
