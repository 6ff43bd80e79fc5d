using Ingest.Functions;
using Ingest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Local;

/// <summary>
/// The program's services without its functions, for what an operator does by hand: on the account that the environment
/// names (Storage, or Storage__blobServiceUri and its sisters), else on this machine's data. This machine's keys never go
/// with another account: readers would be looked for under ids that nobody has there.
/// </summary>
internal sealed class OperatorServices : IAsyncDisposable
{
    private readonly LocalStorage? _storage;
    private readonly ServiceProvider _services;

    private OperatorServices(LocalStorage? storage, ServiceProvider services) => (_storage, _services) = (storage, services);

    public static async Task<OperatorServices> OpenAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var named = environment.GetSection(StorageNames.Connection).Exists();
        var storage = named ? null : await LocalStorage.StartAsync(dataFolder, cancellationToken);
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(LocalSettings.Defaults(dataFolder, new Uri("http://127.0.0.1:7071/")).Where(setting => storage is not null || !setting.Key.StartsWith("Tokens:", StringComparison.Ordinal)))
                .AddEnvironmentVariables()
                .AddInMemoryCollection(storage is null ? [] : LocalSettings.Storage(storage.ConnectionString))
                .Build();
            var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddIngest(configuration).BuildServiceProvider();
            await (storage is null ? Task.CompletedTask : services.GetRequiredService<StorageSetup>().CreateMissingAsync(cancellationToken));
            return new OperatorServices(storage, services);
        }
        catch
        {
            await (storage?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await (_storage?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
