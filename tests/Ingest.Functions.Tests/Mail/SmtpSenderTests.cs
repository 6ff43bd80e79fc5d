using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    [Fact]
    public async Task SendAsync_Delivers_After_Starttls_And_Signing_In()
    {
        var certificate = await RestartWithStarttlsAsync();
        var batch = await SampleBatch.ForAsync("li@example.org");

        using (new Trusted(certificate))
        {
            Assert.Equal(SendKind.Taken, (await Sender(startTls: true, password: "secret").SendAsync(batch, TestContext.Current.CancellationToken)).Kind);
            await MailFormTests.AssertReadsBackAsync(batch, Path.Combine(_folder.FullName, "1.eml"));

            Assert.Equal(SendKind.TryLater, (await Sender(startTls: true, password: "wrong").SendAsync(batch, TestContext.Current.CancellationToken)).Kind);
        }

        Assert.Single(_folder.GetFiles("*.eml"));
    }

    [Fact]
    public async Task SendAsync_Hands_Nothing_To_A_Server_Whose_Certificate_Nobody_Vouches_For()
    {
        await RestartWithStarttlsAsync();

        var outcome = await Sender(startTls: true, password: "secret").SendAsync(await SampleBatch.ForAsync("li@example.org"), TestContext.Current.CancellationToken);

        Assert.Equal(SendKind.TryLater, outcome.Kind);
        Assert.Empty(_folder.GetFiles("*.eml"));
    }

    public async ValueTask InitializeAsync()
    {
        await Ingest.Local.Npm.EnsureAsync(Path.Combine(Checkout.Root, "tests"), TestContext.Current.CancellationToken);
        await StartAsync();
    }

    private async Task StartAsync()
    {
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

    private async Task<X509Certificate2> RestartWithStarttlsAsync()
    {
        await StopAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddHours(1));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "cert.pem"), certificate.ExportCertificatePem());
        await StartAsync();
        return certificate;
    }

    private SmtpSender Sender(bool startTls = false, string password = "") => new(Options.Create(new MailOptions
    {
        From = "digests@example.org",
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = _port, StartTls = startTls, User = password.Length > 0 ? "ingest" : "", Password = password },
    }));

    /// <summary>Vouches for one certificate, as the machine's authorities would: the only way that SmtpClient leaves to a test.</summary>
    private sealed class Trusted : IDisposable
    {
#pragma warning disable SYSLIB0014, MA0039 // Obsolete for HTTP only; it adds one certificate to those that the machine trusts, and no other.
        private readonly RemoteCertificateValidationCallback? _before = ServicePointManager.ServerCertificateValidationCallback;

        public Trusted(X509Certificate2 trusted) => ServicePointManager.ServerCertificateValidationCallback =
            (_, shown, _, errors) => errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && shown!.GetCertHashString() == trusted.GetCertHashString());

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = _before;
#pragma warning restore SYSLIB0014, MA0039
    }
}
