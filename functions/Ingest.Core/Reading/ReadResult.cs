namespace Ingest.Core.Reading;

/// <summary>What came of reading one uploaded file: reports, or a refusal. A value, never an exception.</summary>
public abstract record ReadResult
{
    private ReadResult() { }

    /// <summary>The file was read. Most files hold one report; a zip holds one per entry.</summary>
    /// <param name="Entries">The reports in the file's order.</param>
    public sealed record Read(IReadOnlyList<ReportEntry> Entries) : ReadResult;

    /// <summary>The file cannot be read.</summary>
    /// <param name="Reason">Why, and what the office can do.</param>
    public sealed record Refused(Refusal Reason) : ReadResult;
}

/// <summary>One report of an uploaded file.</summary>
/// <param name="Path">Path inside a zip with forward slashes; empty for a file that is itself the report.</param>
/// <param name="Content">The report, or why this entry could not be read.</param>
public sealed record ReportEntry(string Path, EntryContent Content);

/// <summary>Either a text or a refusal; exactly one of the two is set.</summary>
public sealed record EntryContent
{
    private EntryContent(ReportText? text, Refusal? refusal) => (Text, Refusal) = (text, refusal);

    /// <summary>The text, if it could be read.</summary>
    public ReportText? Text { get; }

    /// <summary>Why it could not be read.</summary>
    public Refusal? Refusal { get; }

    /// <summary>An entry that was read.</summary>
    public static EntryContent Of(ReportText text) => new(text, null);

    /// <summary>An entry that was refused.</summary>
    public static EntryContent Of(Refusal refusal) => new(null, refusal);
}

/// <summary>Why a file was not read, in words for the office that uploaded it.</summary>
/// <param name="Code">Stable kebab-case name, e.g. <c>scanned-pdf</c>; see functions/Ingest.Core/Reading/README.md for the list.</param>
/// <param name="Message">What is wrong, simplified Chinese, one sentence.</param>
/// <param name="Advice">What to do, simplified Chinese, one sentence.</param>
public sealed record Refusal(string Code, string Message, string Advice);
