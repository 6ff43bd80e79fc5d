namespace Ingest.Core.Extraction.Recognising;

/// <summary>A word of the lexicons.</summary>
/// <param name="Text">As written.</param>
/// <param name="Class">What it does in a clause.</param>
/// <param name="Theme">The category that it speaks for, if any.</param>
/// <param name="Field">The category whose field it merely names, if any.</param>
internal sealed record Word(string Text, WordClass Class, Category? Theme, Category? Field)
{
    /// <summary>What its own characters tell.</summary>
    public WordCue Cues { get; init; }

    /// <summary>The category that it speaks for or whose field it names, if any.</summary>
    public Category? Topic => Theme ?? Field;
}
