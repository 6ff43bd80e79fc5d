using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Commands;

/// <summary>The options of commands that run the program, and what follows from them.</summary>
internal sealed class HostOptions
{
    public Option<DirectoryInfo> Data { get; } = DataOption();

    public Option<int?> Port { get; } = new("--port") { Description = "Port of the site on loopback; any free one by default." };

    public Option<bool> Telemetry { get; } = new("--telemetry") { Description = "Print traces and metrics." };

    /// <summary>Where data lies; commands of an operator take it too.</summary>
    public static Option<DirectoryInfo> DataOption() => new("--data")
    {
        Description = "Where storage and mail state lie; removing the folder starts over.",
        DefaultValueFactory = _ => new DirectoryInfo(LocalApp.DefaultDataFolder),
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(Port);
        command.Options.Add(Telemetry);
    }

    /// <summary>The program as the options say.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="timers">Whether timers fire by the clock.</param>
    /// <param name="logs">The least level of logs that is printed.</param>
    public LocalAppOptions Read(ParseResult parsed, bool timers, LogLevel logs) => new()
    {
        DataFolder = parsed.GetRequiredValue(Data).FullName,
        Port = parsed.GetValue(Port),
        Timers = timers,
        Settings = parsed.GetValue(Telemetry) ? new Dictionary<string, string?> { ["Telemetry:Console"] = "true" } : [],
        Logging = logging => logging.ClearProviders().SetMinimumLevel(logs)
            .AddFilter("Azure", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None) // what stops the start is told once, by us
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss ")),
    };
}
