using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Extraction;

namespace Ingest.Functions.Reports;

/// <summary>
/// Names bytes together with the build of the program that read them: the same bytes again change nothing, but a better
/// extractor reads them anew.
/// </summary>
internal static class ContentFingerprint
{
    private static readonly string Build = typeof(MeasureExtractor).Module.ModuleVersionId.ToString("N");

    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}/{Build}";

    /// <summary>Of a text, e.g. the version of a blob that was not downloaded.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether this build of the program made it.</summary>
    public static bool IsOfThisBuild(string fingerprint) => fingerprint.EndsWith($"/{Build}", StringComparison.Ordinal);

    /// <summary>Whether two fingerprints name the same bytes, whoever read them.</summary>
    public static bool SameContent(string? one, string other) => one is not null && one.Split('/')[0] == other.Split('/')[0];
}
