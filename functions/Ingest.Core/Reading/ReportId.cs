using System.Security.Cryptography;
using System.Text;

namespace Ingest.Core.Reading;

/// <summary>
/// Identity of a report: where the office put it. The first 16 hex digits of a SHA-256 over the blob's path in the
/// container and, for an entry of a zip, the path inside it. A corrected upload at the same path keeps the id.
/// </summary>
public readonly record struct ReportId(string Value)
{
    /// <summary>The id of a report.</summary>
    /// <param name="blobPath">Path in the container, <c>{office}/…</c>.</param>
    /// <param name="entryPath">Path inside a zip, or empty.</param>
    public static ReportId Of(string blobPath, string entryPath = "") =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{blobPath}\n{entryPath}")).AsSpan(0, 8)));

    /// <summary>Reads an id that somebody sent, e.g. as part of an address.</summary>
    /// <returns>False where it is not 16 lower-case hex digits.</returns>
    public static bool TryParse(string? text, out ReportId id)
    {
        id = new ReportId(text ?? "");
        return text is { Length: 16 } && text.All(static c => char.IsAsciiDigit(c) || char.IsAsciiHexDigitLower(c));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
