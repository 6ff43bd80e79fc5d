using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Ingest.Functions.Tests.Local.Commands;

public sealed partial class StartCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-start-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("-TERM", 0)]
    [InlineData("-KILL", 137)]
    public async Task Stopped_Host_Leaves_No_Process_And_No_Lock(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var (host, ports) = await StartAsync();
        Assert.True(await IsOpenAsync(ports[0]));

        using (var kill = Process.Start("kill", [signal, $"{host.Id}"]))
        {
            await kill.WaitForExitAsync(Token);
        }

        Assert.Equal(code, await EndAsync(host, ports));
        var (again, portsAgain) = await StartAsync();
        again.Kill();
        await EndAsync(again, portsAgain);
    }

    [Fact]
    public async Task Second_Host_On_The_Same_Data_Is_Refused_With_A_Reason()
    {
        var (host, ports) = await StartAsync();

        var second = await CommandRun.RunAsync(["start", "--data", _folder.FullName]);

        host.Kill();
        await EndAsync(host, ports);
        Assert.Equal(1, second.Code);
        Assert.Contains("--data", second.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail__Provider", "smtp", "Mail__Smtp__Host")]
    [InlineData("WeeklyDigestSchedule", "on mondays", "ComposeWeeklyDigest")]
    public async Task Wrong_Setting_Stops_The_Start_With_One_Message_That_Names_It(string name, string value, string named)
    {
        var run = await CommandRun.RunAsync(["start", "--data", _folder.FullName], new Dictionary<string, string> { [name] = value });

        Assert.Equal(1, run.Code);
        Assert.StartsWith("ingest: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>Starts the host; gives the ports of its storage.</summary>
    private async Task<(Process Host, IReadOnlyList<int> Ports)> StartAsync()
    {
        var host = CommandRun.Start(["start", "--data", _folder.FullName]);
        var output = "";
        while (await host.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            output += line;
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
            {
                return (host, [.. Endpoint().Matches(output).Select(match => int.Parse(match.Groups["port"].Value, null))]);
            }
        }

        throw new InvalidOperationException($"The host ended: {output}{await host.StandardError.ReadToEndAsync(Token)}");
    }

    /// <summary>Waits until the host and its storage are gone.</summary>
    /// <returns>The host's exit code.</returns>
    private static async Task<int> EndAsync(Process host, IReadOnlyList<int> ports)
    {
        await host.WaitForExitAsync(Token);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await AnyOpenAsync(ports))
        {
            await Task.Delay(100, patience.Token);
        }

        using (host)
        {
            return host.ExitCode;
        }
    }

    private static async Task<bool> AnyOpenAsync(IReadOnlyList<int> ports) => (await Task.WhenAll(ports.Select(IsOpenAsync))).Contains(true);

    private static async Task<bool> IsOpenAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"Endpoint=http://127\.0\.0\.1:(?<port>\d+)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endpoint();
}
