using System.CommandLine;
using System.Diagnostics;
using Ingest.Local.Demo;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Commands;

/// <summary><c>demo</c>: the whole program once, on the five reports of seeds/.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var host = new HostOptions();
        var serve = new Option<bool>("--serve") { Description = "Stay up afterwards, and show the site." };
        var command = new Command("demo", "Upload five reports, store their measures, send a weekly digest to a folder: all on this machine.") { serve };
        host.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(host.Read(parsed, timers: false, LogLevel.Warning), parsed.GetValue(serve), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalAppOptions options, bool serve, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var upload = new SeedUpload();
        await using var app = await LocalApp.StartAsync(options with { Observer = upload.Observe }, cancellationToken);
        var paths = await upload.RunAsync(app.Storage, cancellationToken);

        var reports = await StoredReports.ReadAsync(app.Host.Services, paths, upload.Started, cancellationToken);
        reports.Print();
        var receipts = await reports.SaveReceiptsAsync(app.Storage, Path.Combine(options.DataFolder, "receipts"), cancellationToken);
        var digest = await WeeklyDigest.SendAsync(app.Host.Services, cancellationToken);

        Terminal.Line($"");
        Terminal.Line($"{reports.Summary}");
        Terminal.Line($"{digest.Summary}");
        Terminal.Line($"");
        foreach (var path in digest.Files.Concat(receipts))
        {
            Terminal.Line($"  {Path.GetRelativePath(Environment.CurrentDirectory, path)}");
        }

        Terminal.Line($"[grey]{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s[/]");
        if (serve)
        {
            StartCommand.Announce(app);
            await StartCommand.UntilStoppedAsync(cancellationToken);
        }

        return reports.AllRead ? 0 : 1;
    }
}
