using System.Diagnostics;
using Ingest.Functions.Mail;
using Ingest.Local;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests.Mail;

/// <summary>Against npm smtp-server.</summary>
public sealed class SmtpSenderTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-smtp-");
    private Process _server = null!;
    private int _port;

    [Fact]
    public async Task SendAsync_Delivers_A_Mail_That_Mailparser_Reads_Back_Whole()
    {
        var batch = await SampleBatch.ForAsync("li@example.org");

        var outcome = await Sender().SendAsync(batch, TestContext.Current.CancellationToken);

        Assert.Equal(SendKind.Taken, outcome.Kind);
        await MailFormTests.AssertReadsBackAsync(batch, Path.Combine(_folder.FullName, "1.eml"));
    }

    [Theory]
    [InlineData("later@example.org", SendKind.TryLater)]
    [InlineData("never@example.org", SendKind.Refused)]
    public async Task SendAsync_Tells_A_Refusal_For_Now_From_One_For_Good(string address, SendKind expected)
    {
        var outcome = await Sender().SendAsync(await SampleBatch.ForAsync(address), TestContext.Current.CancellationToken);

        Assert.Equal(expected, outcome.Kind);
        Assert.DoesNotContain(address, outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_Sends_Nothing_In_The_Clear_Where_Starttls_Is_Asked_For()
    {
        var outcome = await Sender(startTls: true).SendAsync(await SampleBatch.ForAsync("li@example.org"), TestContext.Current.CancellationToken);

        Assert.NotEqual(SendKind.Taken, outcome.Kind);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task SendAsync_Tries_Later_Where_No_Server_Answers()
    {
        await StopAsync();

        var outcome = await Sender().SendAsync(await SampleBatch.ForAsync("li@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal(SendKind.TryLater, outcome.Kind);
    }

    public async ValueTask InitializeAsync()
    {
        await Ingest.Local.Npm.EnsureAsync(Path.Combine(Checkout.Root, "tests"), TestContext.Current.CancellationToken);
        _server = Process.Start(new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests/Ingest.Functions.Tests/Mail/node/smtp-sink.mjs"), _folder.FullName]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false })!;
        _port = int.Parse((await _server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (!_server.HasExited)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
        }
    }

    private SmtpSender Sender(bool startTls = false) =>
        new(Options.Create(new MailOptions { From = "digests@example.org", Smtp = new SmtpOptions { Host = "127.0.0.1", Port = _port, StartTls = startTls } }));
}
