using System.Text.Json;

namespace Ingest.Core.Extraction.Scoring;

/// <summary>
/// Scores output against gold annotation, in the guideline's way: measures are aligned one to one where their passages overlap by
/// at least half of the shorter (or, for one report in two formats, where two facts agree), best agreement first; a measure
/// without a partner loses every fact it carries.
/// </summary>
public static class Scorer
{
    private static readonly FactField[] Fields = Enum.GetValues<FactField>();

    /// <summary>Scores the files of a folder.</summary>
    /// <param name="goldFolder">Gold files, <c>*.json</c>.</param>
    /// <param name="parsedFolder">Output files of the same names; a missing one counts as empty.</param>
    /// <param name="documentFolder">Where the documents lie; beside the gold by default.</param>
    /// <param name="byFacts">Align by agreeing facts instead of overlapping passages.</param>
    /// <exception cref="IOException">A folder or document can't be read.</exception>
    /// <exception cref="JsonException">A file is not of the guideline's form.</exception>
    public static Figures Score(string goldFolder, string parsedFolder, string? documentFolder = null, bool byFacts = false)
    {
        var documents = new List<DocumentFigures>();
        foreach (var goldFile in Directory.EnumerateFiles(goldFolder, "*.json").Order(StringComparer.Ordinal))
        {
            var gold = File.ReadAllText(goldFile);
            var parsedFile = Path.Combine(parsedFolder, Path.GetFileName(goldFile));
            var parsed = File.Exists(parsedFile) ? File.ReadAllText(parsedFile) : """{"measures":[]}""";
            var name = DocumentName(gold) ?? Path.ChangeExtension(Path.GetFileName(goldFile), ".txt");
            var text = File.ReadAllText(Path.Combine(documentFolder ?? goldFolder, name));
            documents.Add(ScoreDocument(name, text, gold, parsed, byFacts));
        }

        return new(documents);
    }

    /// <summary>Scores one document.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="text">Its text as decoded.</param>
    /// <param name="gold">The gold file.</param>
    /// <param name="parsed">The output file.</param>
    /// <param name="byFacts">Align by agreeing facts instead of overlapping passages.</param>
    public static DocumentFigures ScoreDocument(string name, string text, string gold, string parsed, bool byFacts = false)
    {
        using var goldJson = JsonDocument.Parse(gold);
        using var parsedJson = JsonDocument.Parse(parsed);
        var (wanted, found) = (Measures(goldJson, text), Measures(parsedJson, text));
        var pairs = Align(wanted, found, byFacts);
        var published = Text(goldJson, "published");
        return new(
            name,
            new(pairs.Count, wanted.Count, found.Count),
            [.. Fields.Select(f => new Agreement(
                pairs.Sum(p => ScoredMeasure.Shared(wanted[p.Gold], found[p.Parsed], f)),
                wanted.Sum(m => m.Facts[(int)f].Count),
                found.Sum(m => m.Facts[(int)f].Count)))],
            [.. Enumerable.Range(0, wanted.Count).Except(pairs.Select(p => p.Gold)).Select(i => Passage(wanted[i], text))],
            [.. Enumerable.Range(0, found.Count).Except(pairs.Select(p => p.Parsed)).Select(i => Passage(found[i], text))],
            [.. found.Select((m, i) => (m.Confidence, m.Facts.Sum(f => f.Count), Right(i)))])
        {
            Published = (published is not null, published is not null && published == Text(parsedJson, "published")),
        };

        int Right(int parsedIndex) =>
            pairs.Where(p => p.Parsed == parsedIndex).Sum(p => Fields.Sum(f => ScoredMeasure.Shared(wanted[p.Gold], found[parsedIndex], f)));
    }

    private static List<(int Gold, int Parsed)> Align(List<ScoredMeasure> gold, List<ScoredMeasure> parsed, bool byFacts)
    {
        var candidates = new List<(double Score, int Gold, int Parsed)>();
        for (var i = 0; i < gold.Count; i++)
        {
            for (var j = 0; j < parsed.Count; j++)
            {
                var agreement = Fields.Sum(f => ScoredMeasure.Shared(gold[i], parsed[j], f));
                var overlap = ScoredMeasure.Overlap(gold[i], parsed[j]);
                if (byFacts ? agreement >= 2 : overlap >= 0.5)
                    candidates.Add((agreement + (byFacts ? -Math.Abs(i - j) / 1000.0 : overlap), i, j));
            }
        }

        candidates.Sort(static (a, b) => b.CompareTo(a));
        var (usedGold, usedParsed) = (new HashSet<int>(), new HashSet<int>());
        var pairs = new List<(int, int)>();
        foreach (var (_, i, j) in candidates)
        {
            if (usedGold.Contains(i) || usedParsed.Contains(j))
                continue;
            usedGold.Add(i);
            usedParsed.Add(j);
            pairs.Add((i, j));
        }

        return pairs;
    }

    private static List<ScoredMeasure> Measures(JsonDocument json, string text) =>
        json.RootElement.TryGetProperty("measures", out var list) ? [.. list.EnumerateArray().Select(m => ScoredMeasure.Read(m, text))] : [];

    private static string? DocumentName(string gold)
    {
        using var json = JsonDocument.Parse(gold);
        return Text(json, "doc");
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Passage(ScoredMeasure measure, string text) => measure.Spans.Count > 0 ? measure.Spans[0].In(text) : "";
}
