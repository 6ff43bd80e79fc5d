using System.Text.Json;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Digests;

/// <summary>Measures as people annotated them in the reports beside the extraction tests: real text to compose digests of.</summary>
internal static class SampleMeasures
{
    /// <summary>The reports that may be looked at while writing code.</summary>
    private static readonly string[] Reports = ["r01", "r02", "r04", "r05", "r07", "r08", "r10", "r11", "r13"];

    public static IReadOnlyList<StoredMeasure> Read(DateTimeOffset firstSeen) => [.. Reports.SelectMany(r => Read(r, firstSeen))];

    public static StoredMeasure Stored(Measure measure, DateTimeOffset firstSeen, string path = "hubei/2026/report.txt") =>
        new(measure, ReportId.Of(path), firstSeen) { Office = "hubei", ReportTitle = "工会在行动", ReportSource = "湖北日报" };

    private static IEnumerable<StoredMeasure> Read(string name, DateTimeOffset firstSeen)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Ingest.Core.Tests", "Extraction", "reports");
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")));
        var source = document.RootElement.GetProperty("source").GetString();
        var measures = document.RootElement.GetProperty("measures").EnumerateArray().Select(Measure).ToList();
        return measures.Select(m => new StoredMeasure(m, ReportId.Of($"office/{name}.txt"), firstSeen) { Office = "office", ReportTitle = name, ReportSource = source });
    }

    private static Measure Measure(JsonElement m) => new(default, Codes.ParseCategory(m.GetProperty("category").GetString()!)!.Value)
    {
        Quote = m.GetProperty("quote").GetString()!,
        Orgs = [.. m.GetProperty("orgs").EnumerateArray().Select(o => o.GetString()!)],
        Place = m.GetProperty("place").GetString(),
        Date = MeasureDate.TryParse(m.GetProperty("date").GetString(), out var date) ? date : null,
        Money = [.. m.GetProperty("money").EnumerateArray().Select(x => new Money(x.GetProperty("cny").GetDecimal(), Codes.ParseMoneyRole(x.GetProperty("role").GetString()!)!.Value))],
        Items = [.. m.GetProperty("items").EnumerateArray().Select(x => new Item(x.GetProperty("name").GetString()!, x.GetProperty("quantity").GetDecimal(), x.GetProperty("unit").GetString() ?? ""))],
        People = [.. m.GetProperty("people").EnumerateArray().Select(x => new Beneficiaries(x.GetProperty("group").GetString()!, x.GetProperty("count") is { ValueKind: JsonValueKind.Number } n ? n.GetDecimal() : null))],
        Numbers = [.. m.GetProperty("numbers").EnumerateArray().Select(x => new Quantity(x.GetProperty("what").GetString()!, x.GetProperty("quantity").GetDecimal(), x.GetProperty("unit").GetString() ?? ""))],
    };
}
