using System.Text;
using System.Text.Json;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Scoring;

/// <summary>A measure of a gold or output file, as the score looks at it.</summary>
/// <param name="Spans">Where it stands; a quote without offsets may stand in several places.</param>
/// <param name="Facts">Its facts by field: a name or a number, and for goods both.</param>
/// <param name="Confidence">As the output states it; 1 in gold.</param>
internal sealed record ScoredMeasure(IReadOnlyList<TextSpan> Spans, IReadOnlyList<IReadOnlyList<(string Name, decimal Number)>> Facts, double Confidence)
{
    private const string Ignored = "“”\"'《》()()·,,。、";

    /// <summary>Reads one measure of a file of the guideline's form.</summary>
    public static ScoredMeasure Read(JsonElement json, string text) => new(
        SpansOf(json, text),
        [
            [.. Texts(json, "category")],
            [.. Each(json, "orgs").Select(o => (Plain(o.GetString()), 0m))],
            [.. Texts(json, "place")],
            [.. Texts(json, "date")],
            [.. Numbers(json, "money", "cny", null)],
            [.. Numbers(json, "items", "quantity", "name")],
            [.. Numbers(json, "people", "count", null)],
            [.. Numbers(json, "numbers", "quantity", null)],
        ],
        json.TryGetProperty("confidence", out var confidence) ? confidence.GetDouble() : 1);

    /// <summary>How many facts of a field two measures share, each counted once.</summary>
    public static int Shared(ScoredMeasure gold, ScoredMeasure parsed, FactField field)
    {
        var left = parsed.Facts[(int)field].ToList();
        var hits = 0;
        foreach (var fact in gold.Facts[(int)field])
        {
            var at = left.FindIndex(p => Same(fact, p, field));
            if (at < 0)
                continue;
            left.RemoveAt(at);
            hits++;
        }

        return hits;
    }

    /// <summary>The largest share of the shorter passage that both cover.</summary>
    public static double Overlap(ScoredMeasure a, ScoredMeasure b)
    {
        var best = 0.0;
        foreach (var x in a.Spans)
        {
            foreach (var y in b.Spans)
                best = Math.Max(best, (double)Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start)) / Math.Min(x.Length, y.Length));
        }

        return best;
    }

    private static bool Same((string Name, decimal Number) gold, (string Name, decimal Number) parsed, FactField field) =>
        gold.Number == parsed.Number && (field == FactField.Item ? SameName(gold.Name, parsed.Name) : gold.Name == parsed.Name);

    private static bool SameName(string a, string b) =>
        a.Length > 0 && b.Length > 0
        && (a == b || (Math.Min(a.Length, b.Length) >= 2 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal))));

    private static List<TextSpan> SpansOf(JsonElement json, string text)
    {
        var spans = new List<TextSpan>();
        if (json.TryGetProperty("start", out var start) && json.TryGetProperty("end", out var end)
            && start.ValueKind == JsonValueKind.Number && end.ValueKind == JsonValueKind.Number)
        {
            var span = new TextSpan(start.GetInt32(), end.GetInt32());
            if (span.Start >= 0 && span.Start < span.End && span.End <= text.Length)
                spans.Add(span);
        }
        else if (json.TryGetProperty("quote", out var quote) && quote.GetString() is { Length: > 0 } passage)
        {
            for (var at = text.IndexOf(passage, StringComparison.Ordinal); at >= 0; at = text.IndexOf(passage, at + 1, StringComparison.Ordinal))
                spans.Add(new(at, at + passage.Length));
        }

        return spans;
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static IEnumerable<(string, decimal)> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? [(text, 0m)] : [];

    private static IEnumerable<(string, decimal)> Numbers(JsonElement json, string list, string number, string? name)
    {
        foreach (var entry in Each(json, list))
        {
            if (entry.TryGetProperty(number, out var value) && value.ValueKind == JsonValueKind.Number)
                yield return (name is null ? "" : Plain(entry.GetProperty(name).GetString()), Math.Round(value.GetDecimal(), 2));
        }
    }

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (!char.IsWhiteSpace(c) && !Ignored.Contains(c, StringComparison.Ordinal))
                plain.Append(c);
        }

        return plain.ToString();
    }
}
