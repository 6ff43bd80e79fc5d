namespace Ingest.Core.Reading;

/// <summary>
/// A report as text: what <c>Reading</c> hands to <c>Extraction</c>. Every offset that later stages speak of is a
/// UTF-16 offset into <see cref="Text"/>.
/// </summary>
/// <param name="Text">The whole text as decoded, untouched otherwise (for a text file: the file less its BOM).</param>
/// <param name="Format">What the bytes were.</param>
public sealed record ReportText(string Text, ReportFormat Format)
{
    /// <summary>The title the file itself states (document properties, HTML title), or null.</summary>
    public string? Title { get; init; }

    /// <summary>The day the file itself says it was published (metadata of a page, not a file time), or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The paper or site the file names as its source in its metadata, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the character encoding that was detected ("utf-8", "gb18030"…), or null where the format has none.</summary>
    public string? Encoding { get; init; }

    /// <summary>Tables found in the file, each with the offsets of its cells in <see cref="Text"/>.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>What could not be read, or was read with doubt.</summary>
    public IReadOnlyList<ReportWarning> Warnings { get; init; } = [];
}

/// <summary>A table of a report. <see cref="ReportText.Text"/> holds it too, a row a line and cells parted by tabs.</summary>
/// <param name="Caption">Sheet name or caption, or null.</param>
/// <param name="Rows">Rows from top to bottom; cells from left to right, empty cells included.</param>
public sealed record ReportTable(string? Caption, IReadOnlyList<IReadOnlyList<TextSpan>> Rows);

/// <summary>A run of UTF-16 code units of a report's text: from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two runs share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The run's text.</summary>
    public string In(string text) => text[Start..End];
}

/// <summary>Something a person should know about how a report was read.</summary>
/// <param name="Code">Stable kebab-case name of the kind of warning, e.g. <c>lost-digits</c>.</param>
/// <param name="Message">What it means and what to do, simplified Chinese.</param>
/// <param name="Span">Where in the text, if it has a place.</param>
public sealed record ReportWarning(string Code, string Message, TextSpan? Span = null);
