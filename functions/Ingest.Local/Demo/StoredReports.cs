using System.Globalization;
using Azure.Storage.Blobs;
using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Outcomes;
using Ingest.Core.Reading;
using Ingest.Functions.Storage;
using Ingest.Functions.Tables;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Ingest.Local.Demo;

/// <summary>What storage knows of some reports, shown at a terminal.</summary>
internal sealed class StoredReports
{
    private readonly List<ReportState> _reports;
    private readonly DateTimeOffset _since;

    private StoredReports(List<ReportState> reports, DateTimeOffset since) => (_reports, _since) = (reports, since);

    public bool AllRead => _reports.TrueForAll(report => report.Outcome is { Status: ReportStatus.Read or ReportStatus.Partly });

    /// <summary>What this run stored.</summary>
    public string Summary => _reports.Count(IsNew) is > 0 and var stored
        ? $"{stored} of {_reports.Count} reports stored, {Measures.Count()} measures."
        : $"Nothing new to store: all {_reports.Count} reports and their {Measures.Count()} measures were stored before.";

    private IEnumerable<StoredMeasure> Measures => _reports.SelectMany(report => report.Measures.Values).Select(measure => measure.Stored);

    /// <summary>Reads them from the tables.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="paths">The reports' paths in the container.</param>
    /// <param name="since">What was settled after this moment counts as new.</param>
    /// <param name="cancellationToken">Stops between reports.</param>
    public static async Task<StoredReports> ReadAsync(IServiceProvider services, IEnumerable<string> paths, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var table = services.GetRequiredService<ReportsTable>();
        var reports = await Task.WhenAll(paths.Select(path => table.GetAsync(ReportId.Of(path), cancellationToken)));
        return new([.. reports], since);
    }

    /// <summary>A table of the reports and one of the kinds of measure.</summary>
    public void Print()
    {
        var reports = new Table().Border(TableBorder.Simple).AddColumns("report", "status", "published")
            .AddColumn("measures", column => column.RightAligned()).AddColumn("yuan", column => column.RightAligned()).AddColumn("warnings", column => column.RightAligned());
        foreach (var report in _reports)
        {
            reports.AddRow(Cells(
                report.Outcome?.FileName, report.Outcome?.Status.Chinese(), report.Outcome?.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "—",
                Number(report.Measures.Count), Yuan(report.Measures.Values.Select(measure => measure.Stored)), Number(report.Outcome?.WarningCount ?? 0)));
        }

        var kinds = new Table().Border(TableBorder.Simple).AddColumn("category")
            .AddColumn("measures", column => column.RightAligned()).AddColumn("yuan", column => column.RightAligned());
        foreach (var kind in Measures.DistinctBy(stored => stored.Measure.Id).GroupBy(stored => stored.Measure.Category).OrderByDescending(kind => kind.Count()))
        {
            kinds.AddRow(Cells($"{kind.Key.ChineseName()} ({kind.Key.Code()})", Number(kind.Count()), Yuan(kind)));
        }

        AnsiConsole.Write(reports);
        AnsiConsole.Write(kinds);
    }

    /// <summary>Copies the receipts' pages out of storage, which ends with the demo.</summary>
    /// <returns>Where they lie.</returns>
    public async Task<IReadOnlyList<string>> SaveReceiptsAsync(string storage, string folder, CancellationToken cancellationToken)
    {
        var container = new BlobContainerClient(storage, StorageNames.ReceiptsContainer);
        var files = new List<string>();
        foreach (var path in _reports.Select(report => report.Outcome?.Path).OfType<string>())
        {
            var file = Path.Combine(folder, $"{Path.GetFileName(path)}.html");
            Directory.CreateDirectory(folder);
            await container.GetBlobClient($"{path}.html").DownloadToAsync(file, cancellationToken);
            files.Add(file);
        }

        return files;
    }

    private bool IsNew(ReportState report) => report.Outcome?.Settled >= _since;

    private static IEnumerable<Text> Cells(params string?[] cells) => cells.Select(cell => new Text(cell ?? "?"));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Yuan that may be added up: each measure's own, no parts, rates or running totals.</summary>
    private static string Yuan(IEnumerable<StoredMeasure> measures) => measures
        .Sum(stored => Enum.GetValues<MoneyRole>().Sum(role => MeasureMoney.Counted(stored.Measure, role)))
        .ToString("#,0", CultureInfo.InvariantCulture);
}
