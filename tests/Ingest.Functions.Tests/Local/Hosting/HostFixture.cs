using Ingest.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests.Local.Hosting;

/// <summary>Starts local hosts over some sample functions, all on one storage account and one state folder.</summary>
internal sealed class HostFixture(string connection) : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("ingest-host-");

    public Calls Calls { get; } = new();

    public Task<LocalHost> StartAsync(params Type[] functions) => LocalHost.StartAsync(
        new LocalHostOptions
        {
            Functions = LocalFunction.FindIn(functions),
            Register = (worker, _) => worker.Services.AddSingleton(Calls),
            Settings = new Dictionary<string, string?> { ["Storage"] = connection, ["Orders:Queue"] = "orders" },
            Host = new HostSettings { RoutePrefix = "", QueueRetryDelay = TimeSpan.Zero },
            StateFolder = _state.FullName,
            DeletionQueues = new Dictionary<string, string> { ["inbox"] = "deletions" },
        },
        TestContext.Current.CancellationToken);

    public void Dispose() => _state.Delete(recursive: true);
}
