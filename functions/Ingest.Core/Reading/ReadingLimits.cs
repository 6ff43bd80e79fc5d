namespace Ingest.Core.Reading;

/// <summary>
/// How much one uploaded file may ask of the reader. Each limit has a refusal of its own, so that an office is told
/// which one it met; the defaults keep any file within 512 MB of memory (see README.md).
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that production uses.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Largest file, in bytes. Refused as <c>too-large</c>.</summary>
    public long MaxBytes { get; init; } = 50L << 20;

    /// <summary>Most bytes that everything packed inside the file may unpack to. Refused as <c>unpacks-too-large</c>.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L << 20;

    /// <summary>Most bytes that one packed part (an XML part, a PDF stream) may unpack to. Refused as <c>unpacks-too-large</c>.</summary>
    public int MaxPartBytes { get; init; } = 32 << 20;

    /// <summary>Most entries of a zip, and of the containers that are zips (docx, xlsx, OFD). Refused as <c>too-many-entries</c>.</summary>
    public int MaxEntries { get; init; } = 2_000;

    /// <summary>How deep a zip may lie in a zip: 1 reads a zip's entries only. Refused as <c>nested-too-deep</c>.</summary>
    public int MaxZipDepth { get; init; } = 2;

    /// <summary>How deep elements, groups, arrays and dictionaries may nest. Refused as <c>nested-too-deep</c>.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>Most pages of a PDF or OFD. Refused as <c>too-many-pages</c>.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>Most objects: of a PDF, cells of a sheet, elements of a page. Refused as <c>too-many-objects</c>.</summary>
    public int MaxObjects { get; init; } = 1_000_000;

    /// <summary>Most UTF-16 code units of text in the file. Refused as <c>too-much-text</c>.</summary>
    public int MaxCharacters { get; init; } = 8_000_000;

    /// <summary>Longest time for the whole file. Refused as <c>too-slow</c>.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
}
