using System.CommandLine;
using System.CommandLine.Help;

namespace Ingest.Local.Commands;

/// <summary>Every command of <c>./ingest</c>, in the order of its help.</summary>
internal static class CommandLine
{
    /// <summary>The root is called what people type, not what the program file is called.</summary>
    public static Command Create() => new("ingest", "Ingest on this machine: a development host and tools around it. README.md shows what each command does.")
    {
        new HelpOption { Recursive = true },
        new VersionOption(),
        DemoCommand.Create(),
        StartCommand.Create(),
        ExtractCommand.Create(),
        ScoreCommand.Create(),
        DigestCommand.Create(),
        SubscribersCommand.Create(),
        PoisonCommand.Create(),
        ReconcileCommand.Create(),
        TestCommand.Create(),
        BenchCommand.Create(),
        FuzzCommand.Create(),
        RehearseCommand.Create(),
    };
}
