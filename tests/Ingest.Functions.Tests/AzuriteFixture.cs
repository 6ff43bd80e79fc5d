using Ingest.Functions.Tests;
using Ingest.Local.Azurite;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Ingest.Functions.Tests;

/// <summary>
/// One Azurite for the whole assembly: in memory, on free loopback ports, stopped at the end. A test takes its own account
/// (<see cref="NewAccount"/>), so that tests run side by side and find only what they wrote themselves.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 1000;
    private AzuriteServer? _azurite;
    private int _taken;

    /// <summary>Connection string of an account that no other test uses.</summary>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref _taken) - 1;
        Assert.InRange(number, 0, Accounts - 1);
        return _azurite!.ConnectionStringOf(Name(number));
    }

    public async ValueTask InitializeAsync() =>
        _azurite = await AzuriteServer.StartAsync(dataFolder: null, Enumerable.Range(0, Accounts).Select(Name));

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Name(int number) => $"test{number}";
}
