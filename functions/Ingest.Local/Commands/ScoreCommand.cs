using System.CommandLine;
using Ingest.Core.Extraction.Scoring;

namespace Ingest.Local.Commands;

/// <summary><c>score GOLD PREDICTED</c>: how well the output of <c>extract --json</c> agrees with annotation.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var gold = new Argument<DirectoryInfo>("GOLD") { Description = "Folder of annotated reports, NAME.json." }.AcceptExistingOnly();
        var predicted = new Argument<DirectoryInfo>("PREDICTED") { Description = "Folder of the extractor's output, files of the same names." }.AcceptExistingOnly();
        var docs = new Option<DirectoryInfo>("--docs") { Description = "Folder of the documents; by default GOLD, then the folder seeds beside it." }.AcceptExistingOnly();
        var by = new Option<string>("--by") { Description = "Align by overlapping passages, or (one report in two formats) by agreeing facts.", DefaultValueFactory = _ => "span" }
            .AcceptOnlyFromAmong("span", "facts");
        var show = new Option<int>("--show") { Description = "Print up to this many missed and spurious measures." };
        var command = new Command("score", "Score extracted measures against annotation.") { gold, predicted, docs, by, show };
        command.SetAction(parsed =>
        {
            var goldFolder = parsed.GetRequiredValue(gold).FullName;
            var figures = Scorer.Score(goldFolder, parsed.GetRequiredValue(predicted).FullName, parsed.GetValue(docs)?.FullName ?? DocumentsOf(goldFolder), parsed.GetValue(by) == "facts");
            Console.Write(ScoreText.Write(figures, parsed.GetValue(show)));
        });
        return command;
    }

    private static string DocumentsOf(string gold)
    {
        var beside = Path.Combine(gold, "..", "seeds");
        return Directory.EnumerateFiles(gold, "*.txt").Any() || !Directory.Exists(beside) ? gold : beside;
    }
}
