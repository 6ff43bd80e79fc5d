using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Functions.Tables;

/// <summary>The columns of a measure, the same in every table that holds one whole.</summary>
internal static class StoredMeasureRow
{
    private const string Json = "Measure";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A row under the given keys.</summary>
    public static TableEntity Write(string partition, string key, StoredMeasure stored)
    {
        var row = new TableEntity(partition, key)
        {
            ["Report"] = stored.Report.Value,
            ["FirstSeen"] = stored.FirstSeen.ToUniversalTime(),
            ["Office"] = stored.Office,
            ["ReportTitle"] = stored.ReportTitle,
            ["ReportSource"] = stored.ReportSource,
            ["Category"] = stored.Measure.Category.Code(),
            ["Place"] = stored.Measure.Place,
        };
        WideText.Set(row, Json, ToJson(stored.Measure));
        return row;
    }

    /// <summary>Reads such a row.</summary>
    public static StoredMeasure Read(TableEntity row) =>
        new(MeasureJsonReader.Read(WideText.Get(row, Json)), new ReportId(row.GetString("Report")), row.GetDateTimeOffset("FirstSeen").GetValueOrDefault())
        {
            Office = row.GetString("Office") ?? "",
            ReportTitle = row.GetString("ReportTitle") ?? "",
            ReportSource = row.GetString("ReportSource"),
        };

    /// <summary>Whether a measure fits into a row at all; one that does not is no measure but a page without a full stop.</summary>
    public static bool Fits(Measure measure) => ToJson(measure).Length <= WideText.Longest;

    private static string ToJson(Measure measure) => MeasureJson.ToNode(measure).ToJsonString(Readable);
}
