using System.CommandLine;

namespace Ingest.Local.Commands;

/// <summary>Every command of <c>./ingest</c>, in the order of its help.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("Ingest on this machine: a development host and tools around it. README.md shows what each command does.")
    {
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
