namespace Ingest.Core.Subscriptions;

/// <summary>
/// subscribe → confirm → active ⇄ paused → unsubscribed, and back only by asking and confirming again. A step that does not
/// apply returns the subscriber unchanged, so that doing anything twice does nothing.
/// </summary>
public static class LifeCycle
{
    /// <summary>How long the link in the confirmation mail holds.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromHours(48);

    private const int LettersADay = 3;

    /// <summary>Somebody typed this address into the form. A subscriber who is active or paused already keeps every choice.</summary>
    public static Subscriber Ask(Subscriber? known, string id, ReaderAddress address, Choice choice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return known switch
        {
            null => new(id, address) { State = SubscriberState.Pending, StateSince = now, AskedAt = now, Filter = choice.Filter, Cadence = choice.Cadence, Language = choice.Language },
            { State: SubscriberState.Active or SubscriberState.Paused } => known,
            _ => To(known, SubscriberState.Pending, now) with { AskedAt = now, Filter = choice.Filter, Cadence = choice.Cadence, Language = choice.Language },
        };
    }

    /// <summary>The owner of the address followed the link: only then may digests be sent.</summary>
    public static Subscriber Confirm(Subscriber subscriber, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.State == SubscriberState.Pending && now <= subscriber.AskedAt + ConfirmWithin
            ? To(subscriber, SubscriberState.Active, now) with { ConsentedAt = now }
            : subscriber;
    }

    /// <summary>Other choices.</summary>
    public static Subscriber Choose(Subscriber subscriber, Choice choice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(choice);
        if (subscriber.State is not (SubscriberState.Active or SubscriberState.Paused))
        {
            return subscriber;
        }

        var changed = subscriber with { Filter = choice.Filter, Cadence = choice.Cadence, Language = choice.Language };
        return choice.Cadence == subscriber.Cadence ? changed : changed with { CadenceBefore = subscriber.Cadence, CadenceSince = now };
    }

    /// <summary>No digests for now.</summary>
    public static Subscriber Pause(Subscriber subscriber, DateTimeOffset now) => From(subscriber, SubscriberState.Active, SubscriberState.Paused, now);

    /// <summary>Digests again.</summary>
    public static Subscriber Resume(Subscriber subscriber, DateTimeOffset now) => From(subscriber, SubscriberState.Paused, SubscriberState.Active, now);

    /// <summary>Away, at once and from any state but where the provider told us worse.</summary>
    public static Subscriber Leave(Subscriber subscriber, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.State is SubscriberState.Complained or SubscriberState.Bounced ? subscriber : To(subscriber, SubscriberState.Unsubscribed, now);
    }

    /// <summary>The address refused mail for good.</summary>
    public static Subscriber Bounce(Subscriber subscriber, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.State is SubscriberState.Active or SubscriberState.Paused or SubscriberState.Pending ? To(subscriber, SubscriberState.Bounced, now) : subscriber;
    }

    /// <summary>The reader called a mail spam.</summary>
    public static Subscriber Complain(Subscriber subscriber, DateTimeOffset now) => To(subscriber, SubscriberState.Complained, now);

    /// <summary>A letter to this address: allowed at most three times in 24 hours.</summary>
    /// <returns>The subscriber with the letter counted, or null where there were enough.</returns>
    public static Subscriber? Write(Subscriber subscriber, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        var today = subscriber.Letters.Where(l => l > now.AddDays(-1)).ToList();
        return today.Count >= LettersADay ? null : subscriber with { Letters = [.. today, now] };
    }

    private static Subscriber From(Subscriber subscriber, SubscriberState from, SubscriberState to, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.State == from ? To(subscriber, to, now) : subscriber;
    }

    private static Subscriber To(Subscriber subscriber, SubscriberState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return subscriber.State == state ? subscriber : subscriber with { State = state, StateSince = now };
    }
}
