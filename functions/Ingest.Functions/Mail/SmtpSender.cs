using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Ingest.Core.Digests;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Mail;

/// <summary>Sends through an SMTP server with STARTTLS, a mail a call.</summary>
public sealed class SmtpSender(IOptions<MailOptions> options) : IMailSender
{
    /// <inheritdoc/>
    public string Name => "smtp";

    /// <inheritdoc/>
    public int MostRecipients => 1;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var smtp = options.Value.Smtp;
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls };
        if (smtp.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
        }

        using var mail = Mime.Of(batch.For(batch.Recipients.Single()), options.Value);
        try
        {
            await client.SendMailAsync(mail, cancellationToken);
            return SendOutcome.Taken;
        }
        catch (SmtpException refused)
        {
            return OutcomeOf(refused);
        }
    }

    // RFC 5321: 4yz may be tried again, 5yz may not, except what the operator can mend (RFC 4954). Without an answer only a connection that was never made is safe to repeat.
    private static SendOutcome OutcomeOf(SmtpException exception)
    {
        var code = (int)exception.StatusCode;
        return code switch
        {
            >= 400 and < 500 => new(SendKind.TryLater, $"smtp {code}") { After = TimeSpan.FromMinutes(5) },
            530 or 534 or 535 or 538 => new(SendKind.TryLater, $"smtp {code}: check the user and the password") { After = TimeSpan.FromMinutes(30) },
            >= 500 => new(SendKind.Refused, $"smtp {code}") { Faulty = exception is SmtpFailedRecipientException ? [0] : [] },
            _ when exception.InnerException is SocketException or { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } } =>
                new(SendKind.TryLater, "no connection to the SMTP server"),
            _ when exception.InnerException is AuthenticationException =>
                new(SendKind.TryLater, "the SMTP server's certificate is not valid for its name, or nobody vouches for it") { After = TimeSpan.FromMinutes(30) },
            _ => new(SendKind.Unknown, "the SMTP server's answer was lost"),
        };
    }
}
