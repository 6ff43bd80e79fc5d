using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// A report's text in one plain form (simplified Chinese, half-width digits, letters and clause marks <c>, ; : ! ? ( )</c>,
/// curly quotes, no line wraps inside paragraphs, no spaces inside words and numbers), with the way back to the text as
/// uploaded. Paragraphs end with <c>\n</c>, table cells with <c>\t</c>. A place where digits or characters are known to
/// be lost holds <see cref="Lost"/>.
/// </summary>
public sealed class NormalText
{
    /// <summary>Stands where digits or characters were lost; a number that holds it is damaged and never a fact.</summary>
    public const char Lost = '\uFFFD';

    private readonly string _source;
    private readonly OffsetMap _starts;
    private readonly int[]? _sourceStarts;

    internal NormalText(string original, string source, int[]? sourceStarts, string text, OffsetMap starts, IReadOnlyList<ReportWarning> warnings) =>
        (Original, _source, _sourceStarts, Text, _starts, Warnings) = (original, source, sourceStarts, text, starts, warnings);

    /// <summary>The text as uploaded.</summary>
    public string Original { get; }

    /// <summary>The normalised text. All readers of <c>Extraction.Chinese</c> take this.</summary>
    public string Text { get; }

    /// <summary>Damage that was found, each with its place in <see cref="Original"/>.</summary>
    public IReadOnlyList<ReportWarning> Warnings { get; }

    /// <summary>Normalises in one linear pass.</summary>
    /// <param name="original">Any text, hostile ones included.</param>
    public static NormalText Of(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        var warnings = new List<ReportWarning>();
        return Mojibake.TryRepair(original, warnings, out var repaired, out var starts)
            ? new NormalTextBuilder(original, repaired, starts, warnings).Build()
            : new NormalTextBuilder(original, original, null, warnings).Build();
    }

    /// <summary>The run of the original text that became the normalised run from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public TextSpan ToOriginal(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        var from = start < Text.Length ? _starts[start] : _source.Length;
        var to = end > start ? EndOf(end - 1) : from;
        return _sourceStarts is null ? new(from, to) : new(_sourceStarts[from], _sourceStarts[to]);
    }

    /// <summary>One past the last source unit of a normalised character; the reading in brackets behind it belongs to it.</summary>
    private int EndOf(int index)
    {
        var start = _starts[index];
        if (Text[index] == Lost && (start == _source.Length || index + 1 < Text.Length && _starts[index + 1] == start))
        {
            return start;
        }

        var written = Math.Max(PinyinGloss.BrokenLength(_source, start), Entity.Length(_source, start));
        var end = start + Math.Max(1, written);
        return end + PinyinGloss.Length(_source, end);
    }
}
