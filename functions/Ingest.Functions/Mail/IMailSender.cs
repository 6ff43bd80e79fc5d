using Ingest.Core.Digests;

namespace Ingest.Functions.Mail;

/// <summary>Hands mail over to whoever delivers it.</summary>
public interface IMailSender
{
    /// <summary>sendgrid, smtp or folder.</summary>
    string Name { get; }

    /// <summary>How many recipients one call takes; a call is taken or refused as a whole.</summary>
    int MostRecipients { get; }

    /// <summary>Hands over.</summary>
    /// <param name="batch">One rendering, at most <see cref="MostRecipients"/> recipients.</param>
    /// <param name="cancellationToken">Stops waiting; what became of the mail is then not known.</param>
    Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken);
}

/// <summary>What became of handing over.</summary>
/// <param name="Kind">Taken, to be tried later, refused for good, or not known.</param>
/// <param name="Reason">Short, without addresses.</param>
public sealed record SendOutcome(SendKind Kind, string Reason = "")
{
    /// <summary>The provider took it.</summary>
    public static readonly SendOutcome Taken = new(SendKind.Taken);

    /// <summary>When to try again at the earliest, from now.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Positions of the recipients that made the provider refuse the whole; empty where it was no recipient's fault.</summary>
    public IReadOnlyList<int> Faulty { get; init; } = [];
}

/// <summary>What became of handing over.</summary>
public enum SendKind
{
    /// <summary>The provider took it.</summary>
    Taken,
    /// <summary>It did not, but will.</summary>
    TryLater,
    /// <summary>It did not and never will.</summary>
    Refused,
    /// <summary>The answer was lost.</summary>
    Unknown,
}
