using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Functions.Tables;

/// <summary>
/// Every key of every table, made here and nowhere else. A key is cut by hyphens, so that a prefix is a range: all rows that
/// begin with <c>seen-</c> lie from <c>seen-</c> up to, not including, <c>seen.</c> (the next character).
/// </summary>
internal static class TableKeys
{
    /// <summary>Table Reports: the row of the report itself, beside its measures in the partition of its id.</summary>
    public const string Outcome = "report";

    /// <summary>Table Identities: one partition, so that the claims of a report are one transaction (2,000 rows a second at most).</summary>
    public const string Identities = "measures";

    /// <summary>Table Reports: a measure of the report; also the prefix of all of them.</summary>
    public static string Measure(string id) => $"m-{id}";

    /// <summary>Table Identities: a further report that tells the measure too. The claim itself has the bare id as its key.</summary>
    public static string Source(MeasureId id, ReportId report) => $"{id}-{report}";

    /// <summary>Table Timeline: the partition of a moment, its month in UTC.</summary>
    public static string Month(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Table Timeline: a measure by the moment it was first seen.</summary>
    public static string Seen(DateTimeOffset time, string id = "") =>
        string.Create(CultureInfo.InvariantCulture, $"seen-{time.UtcDateTime:yyyyMMdd'T'HHmmssfffffff}-{id}");

    /// <summary>Table Timeline: a measure by place, then by the first day of the act; zeros where either is not known.</summary>
    public static string Place(Measure measure) =>
        string.Create(CultureInfo.InvariantCulture, $"place-{measure.Place ?? "000000"}-{measure.Date?.First.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "00000000"}-{measure.Id}");

    /// <summary>Table Timeline: the prefix of a place and all below it, e.g. 42, 4201 or 420106; empty for everywhere.</summary>
    public static string PlacePrefix(string codePrefix) => $"place-{codePrefix}";

    /// <summary>Table Timeline: the prefix of all reports.</summary>
    public const string RecentPrefix = "recent-";

    /// <summary>Table Timeline: a report by when it was settled, the latest first.</summary>
    public static string Recent(DateTimeOffset settled, ReportId report) => $"{RecentPrefix}{Descending(settled)}-{report}";

    /// <summary>Table Timeline: a report by office, the latest first.</summary>
    public static string Office(string office, DateTimeOffset settled, ReportId report) => $"{OfficePrefix(office)}{Descending(settled)}-{report}";

    /// <summary>Table Timeline: the prefix of an office's reports.</summary>
    public static string OfficePrefix(string office) => $"office-{Escape(office)}-";

    /// <summary>The first key after all that begin with a prefix.</summary>
    public static string After(string prefix) => prefix.Length == 0 ? "\uFFFF" : $"{prefix[..^1]}{(char)(prefix[^1] + 1)}";

    /// <summary>
    /// Makes any text fit for a part of a key: what a key may not hold (<c>/ \ # ?</c>, control characters, half surrogate
    /// pairs), the hyphen and the equals sign become <c>=</c> and four hex digits; long texts end in a hash of the whole.
    /// </summary>
    public static string Escape(string text)
    {
        const int Longest = 200;
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                escaped.Append(text, i++, 2);
            }
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]) || "/\\#?-=".Contains(text[i], StringComparison.Ordinal))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"={(int)text[i]:X4}");
            }
            else
            {
                escaped.Append(text[i]);
            }
        }

        return escaped.Length <= Longest
            ? escaped.ToString()
            : $"={Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)))}";
    }

    private static string Descending(DateTimeOffset time) => (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
