using System.CommandLine;
using Ingest.Functions;
using Ingest.Local.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Ingest.Local.Commands;

/// <summary><c>start</c>: runs the functions until Ctrl-C.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var host = new HostOptions();
        var command = new Command("start", "Run the functions on this machine until Ctrl-C: a development host on Azurite; nothing is sent, mail lies in .local/outbox.");
        host.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await LocalApp.StartAsync(host.Read(parsed, timers: true, LogLevel.Information), cancellationToken);
            Announce(app);
            await UntilStoppedAsync(cancellationToken);
        });
        return command;
    }

    /// <summary>Waits for Ctrl-C.</summary>
    public static Task UntilStoppedAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Says what runs where.</summary>
    public static void Announce(LocalApp app)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("function", "started by");
        foreach (var function in LocalFunction.FindIn(typeof(IngestApp).Assembly))
        {
            table.AddRow(new Text(function.Name), new Text(StartedBy(function, app.Host.Address)));
        }

        AnsiConsole.Write(table);
        Terminal.Line($"site     {app.Host.Address}");
        Terminal.Line($"outbox   {LocalApp.Outbox}");
        Console.WriteLine($"storage  {app.Storage}"); // unbroken, to be copied
        Terminal.Line($"[grey]A development host: no keys are asked for, nothing listens outside this machine. Ctrl-C stops it.[/]");
    }

    private static string StartedBy(LocalFunction function, Uri site) => function.Trigger switch
    {
        HttpTriggerAttribute http => $"{string.Join(',', http.Methods ?? ["any"]).ToUpperInvariant()} {site}{HttpFunctions.RouteOf(function, HostSettings.OfThisProgram.RoutePrefix)}",
        BlobTriggerAttribute blob => $"blob {blob.BlobPath}",
        QueueTriggerAttribute queue => $"queue {queue.QueueName}",
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        var other => other.GetType().Name,
    };
}
