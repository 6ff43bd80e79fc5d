namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// How sure a measure is: the share of its facts that one may expect to be right. The shares by rule were counted on the
/// annotated reports and drawn towards what reports scored that were looked at for the first time; GoldTests prints the table.
/// </summary>
internal static class Confidence
{
    private const double Ordinary = 0.82;

    /// <summary>Rules whose measures are right more or less often than others.</summary>
    private static readonly Dictionary<string, double> ByRule = new(StringComparer.Ordinal)
    {
        ["money-given"] = 0.92,
        ["goods-given"] = 0.92,
        ["goods-sent"] = 0.85,
        ["order-issued"] = 0.92,
        ["text-published"] = 0.92,
        ["gift"] = 0.9,
        ["families-visited"] = 0.9,
        ["families-cared-for"] = 0.88,
        ["wages-recovered"] = 0.9,
        ["companies-relieved"] = 0.9,
        ["cover-taken-out"] = 0.9,
        ["service-started"] = 0.82,
        ["print-handed-out"] = 0.7,
        ["field-with-name"] = 0.65,
        ["field-with-number"] = 0.72,
        ["field-with-figures"] = 0.7,
        ["money-opening"] = 0.75,
        ["help-with-number"] = 0.65,
        ["service-offered"] = 0.6,
        ["body-founded"] = 0.6,
        ["award"] = 0.65,
        ["visit"] = 0.78,
        ["members-give"] = 0.85,
        ["people-sent"] = 0.7,
        ["staff-sent"] = 0.65,
        ["letter-sent"] = 0.75,
        ["difficulties-heard"] = 0.7,
        ["facility-opened"] = 0.75,
    };

    /// <summary>The confidence, 0–1.</summary>
    /// <param name="rule">The rule that made the measure.</param>
    /// <param name="named">Whether an actor is known.</param>
    /// <param name="dated">Whether it has a date.</param>
    /// <param name="counted">Whether it states a figure.</param>
    /// <param name="doubts">Number of doubts about it.</param>
    public static double Of(string rule, bool named, bool dated, bool counted, int doubts)
    {
        var confidence = ByRule.GetValueOrDefault(rule, Ordinary);
        confidence += (dated ? 0.03 : 0) + (counted ? 0.02 : -0.03) - (named ? 0 : 0.3) - (0.05 * Math.Min(3, doubts));
        return Math.Clamp(confidence, 0.05, 0.98);
    }
}
