using Ingest.Core.Digests;
using Ingest.Core.Subscriptions;

namespace Ingest.Functions.Subscriptions;

/// <summary>The links that are one subscriber's alone.</summary>
public sealed class SignedLinks(SubscriptionKeys keys, DigestLinks site, TimeProvider clock)
{
    private static readonly TimeSpan PreferencesFor = TimeSpan.FromDays(60);

    /// <summary>A reader with the links for a mail.</summary>
    public MailRecipient Recipient(string subscriberId, ReaderAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(subscriberId, address.Value, Unsubscribe(subscriberId), Preferences(subscriberId));
    }

    /// <summary>To leave; holds for good.</summary>
    public string Unsubscribe(string subscriberId) => site.At("unsubscribe?t=" + keys.Sign(TokenPurpose.Unsubscribe, subscriberId, expires: null));

    /// <summary>To the choices; holds for 60 days, after which the page offers a new link by mail.</summary>
    public string Preferences(string subscriberId) => site.At("preferences?t=" + keys.Sign(TokenPurpose.Preferences, subscriberId, clock.GetUtcNow() + PreferencesFor));

    /// <summary>To confirm; holds as long as the subscription may be confirmed.</summary>
    public string Confirm(Subscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return site.At("confirm?t=" + keys.Sign(TokenPurpose.Confirm, subscriber.Id, subscriber.AskedAt + LifeCycle.ConfirmWithin));
    }
}
