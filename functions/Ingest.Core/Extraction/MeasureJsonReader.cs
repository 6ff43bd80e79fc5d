using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction;

/// <summary>Reads what <see cref="MeasureJson"/> wrote, measure by measure.</summary>
public static class MeasureJsonReader
{
    /// <summary>Reads one measure.</summary>
    /// <exception cref="JsonException">The text is not of the form that <see cref="MeasureJson.ToNode(Measure)"/> writes.</exception>
    public static Measure Read(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject node || MeasureCategory(node) is not { } category)
        {
            throw new JsonException("Not a measure: an object with a known category was expected.");
        }

        return new Measure(new TextSpan(Int(node["start"]), Int(node["end"])), category)
        {
            Quote = Text(node["quote"]),
            Orgs = [.. Each(node["orgs"], Text)],
            Place = (string?)node["place"],
            Date = MeasureDate.TryParse((string?)node["date"], out var date) ? date : null,
            Money = [.. Each(node["money"], ReadMoney)],
            Items = [.. Each(node["items"], static n => new Item(Text(n!["name"]), Number(n["quantity"]), Text(n["unit"])))],
            People = [.. Each(node["people"], static n => new Beneficiaries(Text(n!["group"]), (decimal?)n["count"]))],
            Numbers = [.. Each(node["numbers"], static n => new Quantity(Text(n!["what"]), Number(n["quantity"]), Text(n["unit"])))],
            Rule = Text(node["rule"]),
            Confidence = (double?)node["confidence"] ?? 1,
            Warnings = [.. Each(node["warnings"], ReadWarning)],
        };
    }

    private static Category? MeasureCategory(JsonObject node) => Codes.ParseCategory(Text(node["category"]));

    private static Money ReadMoney(JsonNode? node) => new(
        Number(node!["cny"]),
        Codes.ParseMoneyRole(Text(node["role"])) ?? throw new JsonException("An amount of money has no known role."))
    {
        PartOf = (bool?)node["part_of"] ?? false,
        Cumulative = (bool?)node["cumulative"] ?? false,
    };

    private static ReportWarning ReadWarning(JsonNode? node)
    {
        var span = (int?)node!["start"] is { } start && (int?)node["end"] is { } end ? new TextSpan(start, end) : (TextSpan?)null;
        return new ReportWarning(Text(node["code"]), Text(node["message"]), span);
    }

    private static IEnumerable<T> Each<T>(JsonNode? node, Func<JsonNode?, T> read) => node is JsonArray array ? array.Select(read) : [];

    private static string Text(JsonNode? node) => (string?)node ?? "";

    private static int Int(JsonNode? node) => (int?)node ?? 0;

    private static decimal Number(JsonNode? node) => (decimal?)node ?? 0;
}
