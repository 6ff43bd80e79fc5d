using Ingest.Core.Digests;

namespace Ingest.Core.Subscriptions;

/// <summary>Where a subscriber stands.</summary>
public enum SubscriberState
{
    /// <summary>Asked for it; the link in the confirmation mail was not followed yet.</summary>
    Pending,
    /// <summary>Gets digests.</summary>
    Active,
    /// <summary>Wants none for now.</summary>
    Paused,
    /// <summary>Left.</summary>
    Unsubscribed,
    /// <summary>The address does not take mail.</summary>
    Bounced,
    /// <summary>Called a digest spam; never written to again unless they ask and confirm anew.</summary>
    Complained,
}

/// <summary>Somebody who reads digests. Every change is a new record made by <see cref="LifeCycle"/>.</summary>
/// <param name="Id">Random-looking id that reveals nothing of the address: 32 hex digits.</param>
/// <param name="Address">Where mail goes; stored here and nowhere else.</param>
public sealed record Subscriber(string Id, ReaderAddress Address)
{
    /// <summary>Where they stand.</summary>
    public SubscriberState State { get; init; }

    /// <summary>What they want to hear of.</summary>
    public DigestFilter Filter { get; init; } = DigestFilter.Everything;

    /// <summary>How often.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>In which language.</summary>
    public DigestLanguage Language { get; init; }

    /// <summary>When they last asked to subscribe.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When they confirmed, or when an imported list says they consented; null until then.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset StateSince { get; init; }

    /// <summary>The cadence before the present one, or null where it never changed.</summary>
    public Cadence? CadenceBefore { get; init; }

    /// <summary>When the cadence changed.</summary>
    public DateTimeOffset? CadenceSince { get; init; }

    /// <summary>When letters (confirmations, reminders) went out in the last day: no form may be used to flood somebody.</summary>
    public IReadOnlyList<DateTimeOffset> Letters { get; init; } = [];
}

/// <summary>What a subscriber can choose.</summary>
/// <param name="Filter">What to hear of.</param>
/// <param name="Cadence">How often.</param>
/// <param name="Language">In which language.</param>
public sealed record Choice(DigestFilter Filter, Cadence Cadence, DigestLanguage Language)
{
    /// <summary>Everything, weekly, simplified Chinese.</summary>
    public static readonly Choice Default = new(DigestFilter.Everything, Cadence.Weekly, DigestLanguage.Hans);
}
