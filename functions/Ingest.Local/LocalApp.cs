using System.Net;
using System.Net.Sockets;
using Ingest.Functions;
using Ingest.Functions.Storage;
using Ingest.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local;

/// <summary>The whole program on this machine: Azurite, and the functions of Ingest.Functions in the local host.</summary>
public sealed class LocalApp : IAsyncDisposable
{
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
            return new LocalApp(storage, await LocalHost.StartAsync(HostOptions(options, storage.ConnectionString), cancellationToken));
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

    private static LocalHostOptions HostOptions(LocalAppOptions options, string storage)
    {
        var port = options.Port ?? FreePort();
        return new LocalHostOptions
        {
            Functions = LocalFunction.FindIn(typeof(IngestApp).Assembly),
            Register = (worker, configuration) => worker.AddIngest(configuration),
            Defaults = LocalSettings.Defaults(options.DataFolder, new Uri($"http://127.0.0.1:{port}/")),
            Settings = LocalSettings.Storage(storage).Concat(options.Settings).ToDictionary(),
            Host = HostSettings.Read(Path.Combine(AppContext.BaseDirectory, "host.json")),
            StateFolder = Path.Combine(options.DataFolder, "host"),
            Port = port,
            Timers = options.Timers,
            DeletionQueues = new Dictionary<string, string> { [StorageNames.ReportsContainer] = StorageNames.DeletionsQueue },
            Observer = options.Observer,
            Logging = options.Logging,
        };
    }

    /// <summary>Core Tools' port, or another that was free just now; links in mails need it before the server listens.</summary>
    private static int FreePort()
    {
        foreach (var port in (int[])[7071, 0])
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }

        throw new ToolException("no port on loopback is free.");
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
