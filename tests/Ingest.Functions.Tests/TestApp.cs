using Ingest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests;

/// <summary>The program's services on an Azurite account of their own; what Azure runs, less the host.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private TestApp(ServiceProvider provider) => _provider = provider;

    /// <summary>The services.</summary>
    public IServiceProvider Services => _provider;

    /// <summary>Starts the program's services and creates its storage.</summary>
    /// <param name="connection">An account of <see cref="AzuriteFixture.NewAccount"/>.</param>
    /// <param name="replace">Replaces services, e.g. the clock.</param>
    /// <param name="settings">Further settings by name (<c>Section:Name</c>).</param>
    public static async Task<TestApp> StartAsync(
        string connection, Action<IServiceCollection>? replace = null, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings(connection))
            .AddInMemoryCollection(settings ?? [])
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddIngest(configuration);
        replace?.Invoke(services);
        var app = new TestApp(services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        await app.Get<StorageSetup>().CreateMissingAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>The least settings that the program starts with.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(string connection) =>
    [
        new("Storage", connection),
        new("Ingest:SiteUrl", "http://localhost/"),
    ];

    public T Get<T>()
        where T : notnull => _provider.GetRequiredService<T>();

    /// <summary>A function, made as the worker makes it.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(_provider);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
