using System.CommandLine;
using Ingest.Local;
using Ingest.Local.Commands;

Terminal.Prepare();
var root = new RootCommand("Ingest on this machine: a development host and tools around it. README.md shows what each command does.")
{
    DemoCommand.Create(),
    StartCommand.Create(),
    ExtractCommand.Create(),
    ScoreCommand.Create(),
    RehearseCommand.Create(),
    BenchCommand.Create(),
    FuzzCommand.Create(),
    DigestCommand.Create(),
    SubscribersCommand.Create(),
    TestCommand.Create(),
};
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
try
{
    return await root.Parse(args).InvokeAsync(configuration);
}
catch (Exception failure) when (failure is ToolException or IOException or UnauthorizedAccessException)
{
    await Terminal.ErrorAsync(failure.Message);
    return 1;
}
catch (OperationCanceledException)
{
    await Terminal.ErrorAsync("stopped.");
    return 130;
}
