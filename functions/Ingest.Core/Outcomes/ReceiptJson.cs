using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Outcomes;

/// <summary>The receipt for programs: the same content as the page, whole.</summary>
public static class ReceiptJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the receipt of an upload.</summary>
    /// <param name="reports">The upload and, of a zip, the reports inside it.</param>
    public static string Write(IReadOnlyList<ToldReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var main = reports[0].Outcome;
        return new JsonObject
        {
            ["path"] = main.Path,
            ["status"] = main.Status.Code(),
            ["message"] = OutcomeWords.Sentence(main),
            ["advice"] = OutcomeWords.Advice(main),
            ["size"] = main.Size,
            ["received"] = Iso(main.Received),
            ["settled"] = Iso(main.Settled),
            ["reports"] = new JsonArray([.. reports.Where(r => r.Outcome.Entries.Count == 0).Select(Report)]),
        }.ToJsonString(Indented);
    }

    private static JsonObject Report(ToldReport report) => new()
    {
        ["id"] = report.Outcome.Id.Value,
        ["entry"] = report.Outcome.Entry,
        ["status"] = report.Outcome.Status.Code(),
        ["refusal"] = report.Outcome.Refusal is { } refusal ? new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message, ["advice"] = refusal.Advice } : null,
        ["format"] = report.Outcome.Format?.ToString().ToLowerInvariant(),
        ["encoding"] = report.Outcome.Encoding,
        ["title"] = report.Outcome.Title,
        ["published"] = report.Outcome.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["source"] = report.Outcome.Source,
        ["measures"] = new JsonArray([.. report.Measures.Select(MeasureJson.ToNode)]),
        ["warnings"] = new JsonArray([.. report.Outcome.Warnings.Select(Warning)]),
    };

    private static JsonObject Warning(ReportWarning warning) => new()
    {
        ["code"] = warning.Code,
        ["message"] = warning.Message,
        ["start"] = warning.Span?.Start,
        ["end"] = warning.Span?.End,
    };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
