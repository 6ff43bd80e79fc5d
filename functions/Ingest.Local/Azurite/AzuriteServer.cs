using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ingest.Local.Azurite;

/// <summary>
/// The storage emulator from npm (pinned in package.json beside this file), on loopback ports that the system picks.
/// It dies with this process, however this process dies: see run.cjs.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(15);

    // Azurite's published account; it protects nothing and opens nothing but the emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // package.json, its lock file and run.cjs.
    private static readonly string Folder = Path.Combine(Checkout.Root, "functions", "Ingest.Local", "Azurite");

    private readonly Process _process;
    private readonly Dictionary<string, string> _addresses;

    private AzuriteServer(Process process, Dictionary<string, string> addresses) => (_process, _addresses) = (process, addresses);

    /// <summary>Connection string of the emulator's default account: blobs, queues and tables.</summary>
    public string ConnectionString => ConnectionStringOf(Account);

    /// <summary>Starts the emulator and waits until all three services listen. Installs it by npm the first time.</summary>
    /// <param name="dataFolder">Where data is kept between runs, or null to keep it in memory.</param>
    /// <param name="accounts">Names of further accounts, each with storage of its own, for tests side by side.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="ToolException">It could not be installed or started; the message says what to do.</exception>
    public static async Task<AzuriteServer> StartAsync(
        string? dataFolder, IEnumerable<string>? accounts = null, CancellationToken cancellationToken = default)
    {
        await Npm.EnsureAsync(Folder, cancellationToken);
        var process = Process.Start(StartInfo(dataFolder, accounts ?? []))!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StartDeadline);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var addresses = await ReadAddressesAsync(process, errors, deadline.Token);
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new AzuriteServer(process, addresses);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Connection string of one of the accounts that the emulator was started with.</summary>
    public string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
        + $"BlobEndpoint={_addresses["Blob"]}/{account};QueueEndpoint={_addresses["Queue"]}/{account};TableEndpoint={_addresses["Table"]}/{account};";

    /// <summary>Lets the emulator write its data, and ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(StopDeadline);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string? dataFolder, IEnumerable<string> accounts)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Prepend(Account).Select(account => $"{account}:{Key}")) },
        };
        string[] arguments =
        [
            "run.cjs", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (dataFolder is null)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
            return start;
        }

        Directory.CreateDirectory(dataFolder);
        start.ArgumentList.Add("--location");
        start.ArgumentList.Add(dataFolder);
        return start;
    }

    private static async Task<Dictionary<string, string>> ReadAddressesAsync(Process process, Task<string> errors, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        while (addresses.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new ToolException($"Azurite ended while starting: {(await errors).Trim()}");
            if (Listening().Match(line) is { Success: true } match)
            {
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        return addresses;
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[\d.:]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
