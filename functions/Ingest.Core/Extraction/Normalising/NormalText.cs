using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// A report's text in one plain form (simplified Chinese, half-width digits and letters, one kind of each punctuation
/// mark, no line wraps inside paragraphs, no OCR spaces), with the way back to the text as uploaded. Paragraphs end
/// with <c>\n</c>. A place where characters are known to be lost holds <see cref="Lost"/>.
/// </summary>
public sealed class NormalText
{
    /// <summary>Stands where digits or characters were lost; a number that holds it is damaged and never a fact.</summary>
    public const char Lost = '\uFFFD';

    private NormalText(string original) => (Original, Text) = (original, original);

    /// <summary>The text as uploaded.</summary>
    public string Original { get; }

    /// <summary>The normalised text. All readers of <c>Extraction.Chinese</c> take this.</summary>
    public string Text { get; }

    /// <summary>Damage that was found, each with its place in <see cref="Original"/>.</summary>
    public IReadOnlyList<ReportWarning> Warnings { get; } = [];

    /// <summary>Normalises in one linear pass.</summary>
    /// <param name="original">Any text, hostile ones included.</param>
    public static NormalText Of(string original) => new(original);

    /// <summary>The run of the original text that became the normalised run from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public TextSpan ToOriginal(int start, int end) => new(Math.Min(start, Original.Length), end);
}
