using System.CommandLine;
using Ingest.Local;
using Ingest.Local.Commands;

Terminal.Prepare();
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
try
{
    return await CommandLine.Create().Parse(args).InvokeAsync(configuration);
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
