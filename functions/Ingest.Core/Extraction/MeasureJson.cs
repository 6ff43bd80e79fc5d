using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ingest.Core.Extraction;

/// <summary>The JSON form of extracted measures: the annotation guideline's names, plus start, end, id, rule, confidence and warnings.</summary>
public static class MeasureJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document with all its measures.</summary>
    /// <param name="documentName">File name of the report, written as <c>doc</c>.</param>
    /// <param name="report">What was extracted.</param>
    public static string Write(string documentName, ExtractedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var node = new JsonObject
        {
            ["doc"] = documentName,
            ["published"] = report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["source"] = report.Source,
            ["title"] = report.Title,
            ["measures"] = new JsonArray([.. report.Measures.Select(ToNode)]),
            ["warnings"] = new JsonArray([.. report.Warnings.Select(ToNode)]),
        };
        return node.ToJsonString(Indented);
    }

    /// <summary>One measure.</summary>
    public static JsonObject ToNode(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new JsonObject
        {
            ["id"] = measure.Id.Value,
            ["quote"] = measure.Quote,
            ["start"] = measure.Span.Start,
            ["end"] = measure.Span.End,
            ["orgs"] = new JsonArray([.. measure.Orgs.Select(o => JsonValue.Create(o))]),
            ["place"] = measure.Place,
            ["date"] = measure.Date?.ToString(),
            ["category"] = measure.Category.Code(),
            ["money"] = new JsonArray([.. measure.Money.Select(ToNode)]),
            ["items"] = new JsonArray([.. measure.Items.Select(i => new JsonObject { ["name"] = i.Name, ["quantity"] = i.Quantity, ["unit"] = i.Unit })]),
            ["people"] = new JsonArray([.. measure.People.Select(p => new JsonObject { ["group"] = p.Group, ["count"] = p.Count })]),
            ["numbers"] = new JsonArray([.. measure.Numbers.Select(n => new JsonObject { ["what"] = n.What, ["quantity"] = n.Amount, ["unit"] = n.Unit })]),
            ["rule"] = measure.Rule,
            ["confidence"] = Math.Round(measure.Confidence, 3),
            ["warnings"] = new JsonArray([.. measure.Warnings.Select(ToNode)]),
        };
    }

    private static JsonObject ToNode(Money money)
    {
        var node = new JsonObject { ["cny"] = money.Cny, ["role"] = money.Role.Code() };
        if (money.PartOf)
        {
            node["part_of"] = true;
        }

        if (money.Cumulative)
        {
            node["cumulative"] = true;
        }

        return node;
    }

    private static JsonObject ToNode(Reading.ReportWarning warning) => new()
    {
        ["code"] = warning.Code,
        ["message"] = warning.Message,
        ["start"] = warning.Span?.Start,
        ["end"] = warning.Span?.End,
    };
}
