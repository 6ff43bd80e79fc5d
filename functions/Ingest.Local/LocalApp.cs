using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ingest.Functions;
using Ingest.Functions.Storage;
using Ingest.Local.Azurite;
using Ingest.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Local;

/// <summary>The whole program on this machine: Azurite, and the functions of Ingest.Functions in the local host.</summary>
public sealed class LocalApp : IAsyncDisposable
{
    private readonly FileStream _turn;
    private readonly AzuriteServer _azurite;

    private LocalApp(FileStream turn, AzuriteServer azurite, LocalHost host) => (_turn, _azurite, Host) = (turn, azurite, host);

    /// <summary>Where data lies unless told otherwise; removing it starts over.</summary>
    public static string DefaultDataFolder { get; } = Path.Combine(Checkout.LocalFolder, "data");

    /// <summary>Where mail lies that would have been sent.</summary>
    public static string Outbox { get; } = Path.Combine(Checkout.LocalFolder, "outbox");

    /// <summary>The functions' host.</summary>
    public LocalHost Host { get; }

    /// <summary>Connection string of the emulator.</summary>
    public string Storage => _azurite.ConnectionString;

    /// <summary>Starts Azurite and then the functions.</summary>
    /// <exception cref="ToolException">Something is missing, or another process works on the same data.</exception>
    public static async Task<LocalApp> StartAsync(LocalAppOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var turn = FileTurn.TryTake(Path.Combine(options.DataFolder, "in-use.lock"))
            ?? throw new ToolException($"another ./ingest works on {options.DataFolder}; stop it first, or name another folder with --data.");
        AzuriteServer? azurite = null;
        try
        {
            azurite = await AzuriteServer.StartAsync(Path.Combine(options.DataFolder, "azurite"), cancellationToken: cancellationToken);
            return new LocalApp(turn, azurite, await LocalHost.StartAsync(HostOptions(options, azurite.ConnectionString), cancellationToken));
        }
        catch
        {
            await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the functions, then Azurite.</summary>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _azurite.DisposeAsync();
        await _turn.DisposeAsync();
    }

    private static LocalHostOptions HostOptions(LocalAppOptions options, string storage)
    {
        var port = options.Port ?? FreePort();
        return new LocalHostOptions
        {
            Functions = LocalFunction.FindIn(typeof(IngestApp).Assembly),
            Register = (worker, configuration) => worker.AddIngest(configuration),
            Host = HostSettings.Read(Path.Combine(Checkout.Root, "host.json")),
            StateFolder = Path.Combine(options.DataFolder, "host"),
            Port = port,
            Timers = options.Timers,
            DeletionQueues = new Dictionary<string, string> { [StorageNames.ReportsContainer] = StorageNames.DeletionsQueue },
            Observer = options.Observer,
            Logging = options.Logging,
            Defaults = WithLocalSettings(new Dictionary<string, string?>
            {
                ["Ingest:SiteUrl"] = $"http://127.0.0.1:{port}/",
                ["Mail:Provider"] = "Folder",
                ["Mail:Folder"] = Outbox,
                ["Tokens:SigningKey"] = SigningKey(options.DataFolder),
                ["WeeklyDigestSchedule"] = "0 30 0 * * 1",
                ["DailyDigestSchedule"] = "0 30 0 * * *",
                ["AtOnceSchedule"] = "0 * * * * *",
            }),
            Settings = new Dictionary<string, string?>(options.Settings)
            {
                [StorageNames.Connection] = storage,
                [$"{StorageNames.Connection}:CreateMissing"] = "true",
                ["AzureWebJobsStorage"] = storage,
            },
        };
    }

    /// <summary>The settings of local.settings.json, which Core Tools reads too, over the defaults.</summary>
    private static Dictionary<string, string?> WithLocalSettings(Dictionary<string, string?> defaults)
    {
        var path = Path.Combine(Checkout.Root, "functions", "Ingest.Functions", "local.settings.json");
        if (!File.Exists(path))
        {
            return defaults;
        }

        try
        {
            foreach (var (name, value) in JsonNode.Parse(File.ReadAllText(path))?["Values"]?.AsObject() ?? [])
            {
                defaults[name.Replace("__", ":", StringComparison.Ordinal)] = value?.ToString();
            }
        }
        catch (JsonException invalid)
        {
            throw new ToolException($"{path} is not valid JSON: {invalid.Message}");
        }

        return defaults;
    }

    /// <summary>The key that signs links in mail: random, and kept with the data so that links outlast a restart.</summary>
    private static string SigningKey(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "signing.key");
        if (!File.Exists(path))
        {
            File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(path);
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
