namespace Ingest.Core.Reading.Detection;

/// <summary>What the bytes of a file are.</summary>
/// <param name="Format">The format to read it as; null for a zip of reports and for a refusal.</param>
/// <param name="Refusal">Why it is not read at all, or null.</param>
/// <param name="Decoded">The decoded text, where telling the kind took decoding it.</param>
internal sealed record FileKind(ReportFormat? Format, Refusal? Refusal = null, Texts.DecodedText? Decoded = null)
{
    /// <summary>A zip whose entries are reports.</summary>
    public static FileKind Zip { get; } = new((ReportFormat?)null);

    public static FileKind Of(ReportFormat format) => new(format);

    public static FileKind Refused(Refusal refusal) => new(null, refusal);
}
