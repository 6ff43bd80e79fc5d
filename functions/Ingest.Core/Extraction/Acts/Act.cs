namespace Ingest.Core.Extraction.Acts;

/// <summary>How much of a measure a clause holds by itself.</summary>
internal enum Weight
{
    /// <summary>Nothing but numbers that belong to the act before: 惠及职工4600人.</summary>
    Detail,
    /// <summary>An opening that takes its kind from what follows: 投入7万元, 开展“…”活动, 走访.</summary>
    Opening,
    /// <summary>An act.</summary>
    Full,
}

/// <summary>What a clause states.</summary>
/// <param name="Rule">Name of the rule that found it.</param>
/// <param name="Category">What kind of act.</param>
/// <param name="Weight">How much of a measure it is.</param>
internal sealed record Act(string Rule, Category Category, Weight Weight);
