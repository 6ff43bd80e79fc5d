using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;
using Ingest.Local.Hosting;
using Spectre.Console;

namespace Ingest.Local.Demo;

/// <summary>Uploads the reports of seeds/ as an office would, and waits until the functions are through with them.</summary>
internal sealed class SeedUpload
{
    private const string Office = "demo-office";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Invocation> _ended = new(StringComparer.Ordinal);

    /// <summary>When the upload began.</summary>
    public DateTimeOffset Started { get; private set; }

    /// <summary>Takes note of a report that was ingested, or given up.</summary>
    public void Observe(Invocation invocation)
    {
        if (invocation.Function == nameof(IngestReport) && (invocation.Failure is null || invocation.Try == HostSettings.OfThisProgram.BlobTries))
        {
            _ended[invocation.Subject] = invocation;
        }
    }

    /// <summary>Uploads and waits.</summary>
    /// <returns>The reports' paths in the container.</returns>
    /// <exception cref="ToolException">A report failed every try, or nothing happens any more.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(string storage, CancellationToken cancellationToken)
    {
        Started = DateTimeOffset.UtcNow;
        var container = new BlobContainerClient(storage, StorageNames.ReportsContainer);
        var files = Directory.GetFiles(Path.Combine(Checkout.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal).ToList();
        var paths = files.ConvertAll(file => $"{Office}/{Path.GetFileName(file)}");
        await Task.WhenAll(files.Select((file, i) => container.GetBlobClient(paths[i]).UploadAsync(file, overwrite: true, cancellationToken)));
        Terminal.Line($"{files.Count} reports uploaded to {StorageNames.ReportsContainer}/{Office}/");
        await UntilEndedAsync(paths, cancellationToken);

        var failed = paths.Select(path => _ended[$"{StorageNames.ReportsContainer}/{path}"]).FirstOrDefault(ended => ended.Failure is not null);
        return failed is null ? paths : throw new ToolException($"{failed.Subject} failed {failed.Try} times: {failed.Failure!.Message}");
    }

    private Task UntilEndedAsync(List<string> paths, CancellationToken cancellationToken) =>
        AnsiConsole.Progress().AutoClear(true).StartAsync(async progress =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            var task = progress.AddTask("reading", maxValue: paths.Count);
            try
            {
                while (!task.IsFinished)
                {
                    task.Value = paths.Count(path => _ended.ContainsKey($"{StorageNames.ReportsContainer}/{path}"));
                    await Task.Delay(100, patience.Token);
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ToolException($"the functions read {task.Value} of {paths.Count} reports in {Patience.TotalMinutes} minutes; something hangs.");
            }
        });
}
