using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ingest.Functions.Tests;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Ingest.Functions.Tests;

/// <summary>
/// One Azurite for the whole assembly: in memory, on free loopback ports, stopped at the end. A test takes its own account
/// (<see cref="NewAccount"/>), so that tests run side by side and find only what they wrote themselves.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly int blobPort = FreePort();
    private readonly int queuePort = FreePort();
    private readonly int tablePort = FreePort();
    private readonly string accounts = string.Join(';', Enumerable.Range(0, 400).Select(static i => $"{Account(i)}:{Key}"));
    private Process? azurite;
    private int taken;

    /// <summary>Azurite's published development key; no secret.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Connection string of an account that no other test uses.</summary>
    public string NewAccount()
    {
        var account = Account(Interlocked.Increment(ref taken) - 1);
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};" +
            $"BlobEndpoint=http://127.0.0.1:{blobPort}/{account};QueueEndpoint=http://127.0.0.1:{queuePort}/{account};TableEndpoint=http://127.0.0.1:{tablePort}/{account};";
    }

    public async ValueTask InitializeAsync()
    {
        var script = Path.Combine(RepositoryRoot.Path, "tests/node_modules/azurite/dist/src/azurite.js");
        Assert.True(File.Exists(script), "Azurite is missing: run `npm ci` in tests/ (./ingest test does it).");
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                script, "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
                "--blobPort", $"{blobPort}", "--queuePort", $"{queuePort}", "--tablePort", $"{tablePort}",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = accounts },
        };
        azurite = Process.Start(start) ?? throw new InvalidOperationException("node did not start; Node 20 or later is needed.");
        azurite.BeginOutputReadLine();
        azurite.BeginErrorReadLine();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var port in new[] { blobPort, queuePort, tablePort })
        {
            await UntilListeningAsync(port, timeout.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            azurite.Kill(entireProcessTree: true);
            await azurite.WaitForExitAsync();
            azurite.Dispose();
        }
    }

    private static string Account(int number) => $"test{number}";

    private async Task UntilListeningAsync(int port, CancellationToken cancellationToken)
    {
        while (true)
        {
            Assert.False(azurite!.HasExited, "Azurite ended at once.");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
