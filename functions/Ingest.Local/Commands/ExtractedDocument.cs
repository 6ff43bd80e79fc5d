using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Local.Commands;

/// <summary>What came of one report: its measures, or why it could not be read.</summary>
/// <param name="Name">File name; for an entry of a zip the name inside it.</param>
/// <param name="Report">The measures.</param>
/// <param name="Text">The text they were found in.</param>
/// <param name="Refusal">Why it could not be read; set where <paramref name="Report"/> is not.</param>
internal sealed record ExtractedDocument(string Name, ExtractedReport? Report, string? Text, Refusal? Refusal)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Extracts from what was read of one file.</summary>
    public static IReadOnlyList<ExtractedDocument> From(ReadResult result, string fileName, CancellationToken cancellationToken) => result switch
    {
        ReadResult.Read read => [.. read.Entries.Select(entry => From(entry, fileName, cancellationToken))],
        ReadResult.Refused refused => [new(fileName, null, null, refused.Reason)],
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };

    /// <summary>The JSON form: the guideline's, or for a refused file its reason and no measures.</summary>
    public string ToJson() => Report is not null
        ? MeasureJson.Write(Name, Report)
        : JsonSerializer.Serialize(new { doc = Name, refused = new { code = Refusal!.Code, message = Refusal.Message, advice = Refusal.Advice }, measures = Array.Empty<object>() }, Json);

    private static ExtractedDocument From(ReportEntry entry, string fileName, CancellationToken cancellationToken)
    {
        var name = entry.Path.Length > 0 ? entry.Path : fileName;
        return entry.Content.Text is { } text
            ? new(name, MeasureExtractor.Extract(text, cancellationToken), text.Text, null)
            : new(name, null, null, entry.Content.Refusal);
    }
}

/// <summary>Names of JSON files: the report's name with another ending, and never the same twice.</summary>
internal sealed class JsonNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Next(string document)
    {
        var name = Path.GetFileName(document.Replace('\\', '/'));
        var stem = Path.GetFileNameWithoutExtension(name);
        foreach (var candidate in Enumerable.Range(2, int.MaxValue - 2).Select(i => $"{name}.{i}.json").Prepend($"{name}.json").Prepend($"{stem}.json"))
        {
            if (_taken.Add(candidate))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException("Unreachable: there are not that many files.");
    }
}
