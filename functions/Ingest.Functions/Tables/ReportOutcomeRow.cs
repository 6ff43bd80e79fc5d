using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;

namespace Ingest.Functions.Tables;

/// <summary>The columns of a report's outcome, the same in every table that holds one.</summary>
internal static class ReportOutcomeRow
{
    private const int KeptWarnings = 100;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A row under the given keys.</summary>
    /// <param name="partition">Partition key.</param>
    /// <param name="key">Row key.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="whole">False leaves out warnings and entries, for lists that show only their number.</param>
    public static TableEntity Write(string partition, string key, ReportOutcome outcome, bool whole)
    {
        var row = new TableEntity(partition, key)
        {
            ["Path"] = outcome.Path,
            ["Entry"] = outcome.Entry,
            ["Status"] = outcome.Status.ToString(),
            ["Fingerprint"] = outcome.Fingerprint,
            ["Format"] = outcome.Format?.ToString(),
            ["Encoding"] = outcome.Encoding,
            ["Size"] = outcome.Size,
            ["Title"] = Short(outcome.Title),
            ["Source"] = Short(outcome.Source),
            ["Published"] = outcome.Published?.ToString("O", CultureInfo.InvariantCulture),
            ["MeasureCount"] = outcome.MeasureCount,
            ["WarningCount"] = outcome.WarningCount,
            ["Received"] = outcome.Received.ToUniversalTime(),
            ["Settled"] = outcome.Settled.ToUniversalTime(),
            ["Settling"] = outcome.Settling?.ToUniversalTime(),
            ["Refusal"] = outcome.Refusal is { } refusal ? JsonSerializer.Serialize(refusal, Readable) : null,
        };
        if (whole)
        {
            WideText.Set(row, "Warnings", JsonSerializer.Serialize(outcome.Warnings.Take(KeptWarnings), Readable));
            WriteEntries(row, outcome.Entries);
        }

        return row;
    }

    /// <summary>Sets the entries alone.</summary>
    public static void WriteEntries(TableEntity row, IReadOnlyList<string> entries) =>
        WideText.Set(row, "Entries", JsonSerializer.Serialize(entries, Readable));

    /// <summary>Reads such a row.</summary>
    public static ReportOutcome Read(TableEntity row) => new(row.GetString("Path") ?? "", row.GetString("Entry") ?? "", Enum.Parse<ReportStatus>(row.GetString("Status")))
    {
        Fingerprint = row.GetString("Fingerprint") ?? "",
        Format = Enum.TryParse<ReportFormat>(row.GetString("Format"), out var format) ? format : null,
        Encoding = row.GetString("Encoding"),
        Size = row.GetInt64("Size") ?? 0,
        Title = row.GetString("Title"),
        Source = row.GetString("Source"),
        Published = DateOnly.TryParseExact(row.GetString("Published"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        MeasureCount = row.GetInt32("MeasureCount") ?? 0,
        WarningCount = row.GetInt32("WarningCount") ?? 0,
        Received = row.GetDateTimeOffset("Received").GetValueOrDefault(),
        Settled = row.GetDateTimeOffset("Settled").GetValueOrDefault(),
        Settling = row.GetDateTimeOffset("Settling"),
        Refusal = row.GetString("Refusal") is { } refusal ? JsonSerializer.Deserialize<Refusal>(refusal, Readable) : null,
        Warnings = List<ReportWarning>(row, "Warnings"),
        Entries = List<string>(row, "Entries"),
    };

    private static List<T> List<T>(TableEntity row, string name) =>
        WideText.Get(row, name) is { Length: > 0 } json ? JsonSerializer.Deserialize<List<T>>(json, Readable) ?? [] : [];

    /// <summary>A headline that runs over a thousand characters is a page without line breaks.</summary>
    private static string? Short(string? text) => text is { Length: > 1000 } ? text[..1000] : text;
}
