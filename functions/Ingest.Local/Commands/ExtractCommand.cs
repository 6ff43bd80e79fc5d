using System.CommandLine;
using Ingest.Core.Extraction.Explaining;
using Ingest.Core.Reading;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary><c>extract FILE…</c>: reads files and finds their measures, without any storage.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Reports in any format that offices send.", Arity = ArgumentArity.OneOrMore }.AcceptExistingOnly();
        var json = new Option<DirectoryInfo?>("--json") { Description = "Write one JSON file a report into this folder, in the form of the annotation guideline." };
        var explain = new Option<bool>("--explain") { Description = "Show the text with its passages, and why each became a measure or not." };
        var command = new Command("extract", "Find the relief measures in local files.") { files, json, explain };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(explain)
            ? ExplainAsync(parsed.GetRequiredValue(files), cancellationToken)
            : RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, DirectoryInfo? json, CancellationToken cancellationToken)
    {
        var outcomes = await ExtractAllAsync(files, cancellationToken);
        foreach (var refused in outcomes.SelectMany(file => file).Where(document => document.Refusal is not null))
        {
            await Console.Error.WriteLineAsync($"{refused.Name}: {refused.Refusal!.Message}{refused.Refusal.Advice}");
        }

        if (json is null)
        {
            foreach (var document in outcomes.SelectMany(file => file).Where(document => document.Report is not null))
            {
                MeasureTable.Write(document);
            }

            return 0;
        }

        json.Create();
        var names = new JsonNames();
        foreach (var document in outcomes.SelectMany(file => file))
        {
            await File.WriteAllTextAsync(Path.Combine(json.FullName, names.Next(document.Name)), document.ToJson(), cancellationToken);
        }

        var (reports, measures) = (outcomes.Sum(file => file.Count), outcomes.Sum(file => file.Sum(document => document.Report?.Measures.Count ?? 0)));
        Terminal.Line($"{reports} reports, {measures} measures → {json.FullName}");
        return 0;
    }

    private static async Task<int> ExplainAsync(FileInfo[] files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var result = ReportReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken), file.Name, cancellationToken);
            if (result is ReadResult.Refused { Reason: var reason })
            {
                await Console.Error.WriteLineAsync($"{file.Name}: {reason.Message}{reason.Advice}");
            }
            else if (result is ReadResult.Read read)
            {
                foreach (var text in read.Entries.Select(entry => entry.Content.Text).OfType<ReportText>())
                {
                    Console.Write(Explanation.Write(text, cancellationToken));
                }
            }
        }

        return 0;
    }

    /// <summary>Works on as many files at a time as there are processors; the outcomes keep the order of the files.</summary>
    private static Task<IReadOnlyList<ExtractedDocument>[]> ExtractAllAsync(FileInfo[] files, CancellationToken cancellationToken) =>
        AnsiConsole.Progress().HideCompleted(true).AutoClear(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("extract", maxValue: files.Length);
            var outcomes = new IReadOnlyList<ExtractedDocument>[files.Length];
            await Parallel.ForAsync(0, files.Length, cancellationToken, async (i, token) =>
            {
                var bytes = await File.ReadAllBytesAsync(files[i].FullName, token);
                outcomes[i] = ExtractedDocument.From(ReportReader.Read(bytes, files[i].Name, token), files[i].Name, token);
                task.Increment(1);
            });
            return outcomes;
        });
}
