using System.CommandLine;
using Azure.Storage.Blobs;
using Ingest.Functions.Operations;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary><c>reconcile</c>: what the nightly function does, now; and reading everything again.</summary>
internal static class ReconcileCommand
{
    private const int AtATime = 4;

    public static Command Create()
    {
        var data = HostOptions.DataOption();
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what is wrong." };
        var reparse = new Option<bool>("--reparse") { Description = "Read every report again that another build of the program read; first-seen days stay." };
        var command = new Command("reconcile", "Find and mend blobs without an outcome, measures without a report, stuck sends.") { dryRun, reparse, data };
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await OperatorServices.OpenAsync(parsed.GetRequiredValue(data).FullName, token);
            var mend = !parsed.GetValue(dryRun);
            Print(await services.Get<Reconciliation>().RunAsync(mend, token), mend);
            if (parsed.GetValue(reparse))
            {
                await ReparseAsync(services, token);
            }

            return 0;
        });
        return command;
    }

    private static void Print(Reconciled found, bool mended)
    {
        if (found.Count == 0)
        {
            Terminal.Line($"All is in order.");
            return;
        }

        Each("upload without an outcome", found.WithoutOutcome);
        Each("report without its upload", found.WithoutBlob);
        Each("measure without its report", found.WithoutReport);
        foreach (var (name, count) in found.Further.Where(step => step.Value > 0))
        {
            Terminal.Line($"{name}: {count}");
        }

        Terminal.Line($"{found.Count} cases {(mended ? "mended" : "found, none touched")}");
    }

    private static void Each(string what, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Terminal.Line($"{what}: {name}");
        }
    }

    private static async Task ReparseAsync(OperatorServices services, CancellationToken cancellationToken)
    {
        var container = services.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.ReportsContainer);
        var pipeline = services.Get<ReportPipeline>();
        var reports = 0;
        await AnsiConsole.Status().StartAsync("reading again", status => Parallel.ForEachAsync(
            container.GetBlobsAsync(cancellationToken: cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                await pipeline.IngestAsync(container.GetBlobClient(blob.Name), token);
                status.Status($"{Interlocked.Increment(ref reports)} reports");
            }));
        Terminal.Line($"{reports} reports are as this build of the program reads them");
    }
}
