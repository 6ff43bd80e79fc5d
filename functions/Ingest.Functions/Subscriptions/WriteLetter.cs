using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Mail;
using Ingest.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Subscriptions;

/// <summary>Writes a letter to one subscriber: please confirm, or here are your choices.</summary>
public sealed class WriteLetter(SubscribersTable subscribers, SignedLinks links, IMailSender sender, IOptions<MailOptions> mail)
{
    /// <summary>Writes. A letter that can't be sent now is tried again with the message.</summary>
    /// <exception cref="InvalidOperationException">The provider takes no mail at the moment.</exception>
    [Function(nameof(WriteLetter))]
    public async Task RunAsync([QueueTrigger(StorageNames.LettersQueue, Connection = StorageNames.Connection)] LetterMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var subscriber = await subscribers.FindAsync(message.SubscriberId, cancellationToken);
        var letter = subscriber?.State switch
        {
            SubscriberState.Pending => await Letters.ConfirmAsync(subscriber.Language, links.Confirm(subscriber)),
            SubscriberState.Active or SubscriberState.Paused => await Letters.ChoicesAsync(subscriber.Language, links.Preferences(subscriber.Id)),
            _ => null,
        };
        if (letter is null)
        {
            return;
        }

        var batch = new MailBatch($"letter-{subscriber!.Letters.Count}-{subscriber.AskedAt.ToUnixTimeSeconds()}", "0", letter, [links.Recipient(subscriber.Id, subscriber.Address)])
        {
            Category = "letter",
            Domain = mail.Value.Domain,
            IsList = false,
        };
        var outcome = await sender.SendAsync(batch, cancellationToken);
        if (outcome.Kind == SendKind.TryLater)
        {
            throw new InvalidOperationException($"The letter could not be sent: {outcome.Reason}. It is tried again.");
        }
    }
}
