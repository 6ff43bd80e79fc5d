using System.Net;
using System.Net.Sockets;
using Ingest.Functions;
using Ingest.Functions.Storage;
using Ingest.Local.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Local;

/// <summary>The whole program on this machine: Azurite, and the functions of Ingest.Functions in the local host.</summary>
public sealed class LocalApp : IAsyncDisposable
{
    private const int CoreToolsPort = 7071;

    private readonly LocalStorage _storage;

    private LocalApp(LocalStorage storage, LocalHost host) => (_storage, Host) = (storage, host);

    /// <summary>Where data lies unless told otherwise; removing it starts over.</summary>
    public static string DefaultDataFolder { get; } = Path.Combine(Checkout.LocalFolder, "data");

    /// <summary>Where mail lies that would have been sent.</summary>
    public static string Outbox { get; } = Path.Combine(Checkout.LocalFolder, "outbox");

    /// <summary>The functions' host.</summary>
    public LocalHost Host { get; }

    /// <summary>Connection string of the emulator.</summary>
    public string Storage => _storage.ConnectionString;

    /// <summary>Starts Azurite and then the functions.</summary>
    /// <exception cref="ToolException">Something is missing, or another process works on the same data.</exception>
    public static async Task<LocalApp> StartAsync(LocalAppOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var storage = await LocalStorage.StartAsync(options.DataFolder, cancellationToken);
        try
        {
            return new LocalApp(storage, await StartHostAsync(options, storage.ConnectionString, cancellationToken));
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the functions, then Azurite.</summary>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _storage.DisposeAsync();
    }

    /// <summary>Starts on the port that was asked for, else on Core Tools' port, else on any free one.</summary>
    private static async Task<LocalHost> StartHostAsync(LocalAppOptions options, string storage, CancellationToken cancellationToken)
    {
        for (var port = options.Port ?? CoreToolsPort; ; port = FreePort())
        {
            try
            {
                return await LocalHost.StartAsync(HostOptions(options, port, storage), cancellationToken);
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException && options.Port is null)
            {
                // Somebody else listens there, perhaps since a moment ago: the next one.
            }
            catch (Exception wrong) when (wrong is OptionsValidationException or AggregateException { InnerException: OptionsValidationException })
            {
                var failures = (wrong as AggregateException)?.InnerExceptions.OfType<OptionsValidationException>() ?? [(OptionsValidationException)wrong];
                throw new ToolException(string.Join(Environment.NewLine, failures.SelectMany(failure => failure.Failures).Distinct(StringComparer.Ordinal)));
            }
        }
    }

    private static LocalHostOptions HostOptions(LocalAppOptions options, int port, string storage) => new()
    {
        Functions = LocalFunction.FindIn(typeof(IngestApp).Assembly),
        Register = (worker, configuration) => worker.AddIngest(configuration),
        Defaults = LocalSettings.Defaults(options.DataFolder, new Uri($"http://127.0.0.1:{port}/")),
        Settings = LocalSettings.Storage(storage).Concat(options.Settings).ToDictionary(),
        Host = HostSettings.OfThisProgram,
        StateFolder = Path.Combine(options.DataFolder, "host"),
        Port = port,
        Timers = options.Timers,
        DeletionQueues = new Dictionary<string, string> { [StorageNames.ReportsContainer] = StorageNames.DeletionsQueue },
        Observer = options.Observer,
        Logging = options.Logging,
    };

    /// <summary>A port that was free just now; links in mails need it before the server listens.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>How the program runs on this machine.</summary>
public sealed record LocalAppOptions
{
    /// <summary>Where storage and the host's memory lie.</summary>
    public string DataFolder { get; init; } = LocalApp.DefaultDataFolder;

    /// <summary>Port of the site; any free one unless set.</summary>
    public int? Port { get; init; }

    /// <summary>Whether timers fire by the clock.</summary>
    public bool Timers { get; init; } = true;

    /// <summary>Settings that win over the environment, by name (<c>Section:Name</c>).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Hears of every invocation that ends.</summary>
    public Action<Invocation>? Observer { get; init; }

    /// <summary>Where logs go; nowhere unless set.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = logging => logging.ClearProviders();
}
