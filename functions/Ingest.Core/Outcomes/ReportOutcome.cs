using Ingest.Core.Reading;

namespace Ingest.Core.Outcomes;

/// <summary>How one report ended: a value, written down for every upload, never an exception.</summary>
/// <param name="Path">Path of the blob in the container, <c>{office}/…</c>.</param>
/// <param name="Entry">Path inside a zip, or empty.</param>
/// <param name="Status">How it ended.</param>
public sealed record ReportOutcome(string Path, string Entry, ReportStatus Status)
{
    /// <summary>Identity of the report.</summary>
    public ReportId Id => ReportId.Of(Path, Entry);

    /// <summary>The office that uploaded it: the first folder of its path, or empty where there is none.</summary>
    public string Office => Path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Path[..slash] : "";

    /// <summary>The file's name without folders.</summary>
    public string FileName => (Entry.Length > 0 ? Entry : Path).Split('/')[^1];

    /// <summary>Headline, or the file's name.</summary>
    public string DisplayTitle => string.IsNullOrWhiteSpace(Title) ? FileName : Title;

    /// <summary>Hash of the bytes and of the program that read them: the same again changes nothing.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What the bytes were, or null where they were not read.</summary>
    public ReportFormat? Format { get; init; }

    /// <summary>Character encoding, or null.</summary>
    public string? Encoding { get; init; }

    /// <summary>Size of the upload in bytes; of the text in UTF-16 units for an entry of a zip.</summary>
    public long Size { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Paper or site named as source, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>How many measures were found.</summary>
    public int MeasureCount { get; init; }

    /// <summary>How many warnings there are; <see cref="Warnings"/> may hold fewer.</summary>
    public int WarningCount { get; init; }

    /// <summary>What could not be read or is doubtful; the receipt has the first 10,000, storage the first hundred.</summary>
    public IReadOnlyList<ReportWarning> Warnings { get; init; } = [];

    /// <summary>Why it was refused, or null.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Paths of the reports inside a zip.</summary>
    public IReadOnlyList<string> Entries { get; init; } = [];

    /// <summary>When the report was first uploaded, UTC.</summary>
    public DateTimeOffset Received { get; init; }

    /// <summary>When it was settled last, UTC.</summary>
    public DateTimeOffset Settled { get; init; }

    /// <summary>When the run began that has not settled it yet, UTC; null where none is under way.</summary>
    public DateTimeOffset? Settling { get; init; }
}
