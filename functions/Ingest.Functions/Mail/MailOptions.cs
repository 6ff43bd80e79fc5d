using System.ComponentModel.DataAnnotations;

namespace Ingest.Functions.Mail;

/// <summary>How mail leaves.</summary>
public enum MailProvider
{
    /// <summary>Files in a folder; nothing is sent.</summary>
    Folder,
    /// <summary>An SMTP server.</summary>
    Smtp,
    /// <summary>SendGrid's HTTP API.</summary>
    SendGrid,
}

/// <summary>How mail leaves, and from whom.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mail";

    /// <summary>Folder, SMTP or SendGrid.</summary>
    public MailProvider Provider { get; set; }

    /// <summary>Address that mail comes from.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "digests@localhost.localdomain";

    /// <summary>Name that mail comes from.</summary>
    [Required, MaxLength(60)]
    public string FromName { get; set; } = "纾困举措摘编";

    /// <summary>Where the folder sender writes; by default <c>.local/outbox</c> under the current folder.</summary>
    public string Folder { get; set; } = Path.Combine(".local", "outbox");

    /// <summary>The SMTP server.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>How long to wait for an event on a mail whose acceptance is unknown before it counts as not to be repeated.</summary>
    public TimeSpan UnknownAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Domain of <see cref="From"/>.</summary>
    public string Domain => From[(From.LastIndexOf('@') + 1)..];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == MailProvider.Smtp && string.IsNullOrWhiteSpace(Smtp.Host))
        {
            yield return new ValidationResult("The setting Mail__Smtp__Host must name the SMTP server, since Mail__Provider is smtp.", [nameof(Smtp)]);
        }
    }
}

/// <summary>An SMTP server.</summary>
public sealed class SmtpOptions
{
    /// <summary>Host name.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port; 587 is for submission.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>User name, or empty to send without signing in.</summary>
    public string User { get; set; } = "";

    /// <summary>Password.</summary>
    public string Password { get; set; } = "";

    /// <summary>STARTTLS; off only for a server on this machine.</summary>
    public bool StartTls { get; set; } = true;
}

/// <summary>The SendGrid account.</summary>
public sealed class SendGridOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "SendGrid";

    /// <summary>Key that may send mail.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Public key of the signed event webhook, Base64; empty refuses events.</summary>
    public string EventPublicKey { get; set; } = "";

    /// <summary>Address of the API; another one only in tests.</summary>
    [Required]
    public string Host { get; set; } = "https://api.sendgrid.com";
}

/// <summary>The secrets behind signed links and subscribers' ids.</summary>
public sealed class TokenOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Tokens";

    /// <summary>
    /// At least 32 random bytes, Base64 (<c>openssl rand -base64 32</c>). After a change the former key may follow a blank:
    /// the first signs, and links signed with any of them are good.
    /// </summary>
    public string SigningKey { get; set; } = "";

    /// <summary>The same for subscribers' ids. It never changes: with another, nobody who subscribed or left is known any more.</summary>
    public string IdKey { get; set; } = "";

    /// <summary>The keys that sign links, the present one first.</summary>
    internal IReadOnlyList<string> SigningKeys => SigningKey.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
