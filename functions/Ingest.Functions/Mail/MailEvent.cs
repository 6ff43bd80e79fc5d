using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Core.Subscriptions;

namespace Ingest.Functions.Mail;

/// <summary>What SendGrid reports about one mail; the custom arguments of <see cref="SendGridSender"/> come back as fields.</summary>
public sealed record MailEvent
{
    /// <summary>Unique to the event, the same when it is reported again.</summary>
    [JsonPropertyName("sg_event_id")]
    public string Id { get; init; } = "";

    /// <summary>processed, delivered, deferred, bounce, dropped, open, click, spamreport, unsubscribe, group_unsubscribe…</summary>
    [JsonPropertyName("event")]
    public string Kind { get; init; } = "";

    /// <summary>When it happened, seconds since 1970.</summary>
    [JsonPropertyName("timestamp")]
    public long Timestamp { get; init; }

    /// <summary>For a bounce: <c>bounce</c> where the address is bad, <c>blocked</c> where the server refused this once.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>Why a mail was dropped.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>Window of the digest, from our custom arguments; null for mail that is not ours.</summary>
    [JsonPropertyName("digest")]
    public string? Digest { get; init; }

    /// <summary>Number of the batch, from our custom arguments.</summary>
    [JsonPropertyName("batch")]
    public string? Batch { get; init; }

    /// <summary>Subscriber's id, from our custom arguments.</summary>
    [JsonPropertyName("subscriber")]
    public string? Subscriber { get; init; }

    /// <summary>When it happened.</summary>
    [JsonIgnore]
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(Timestamp, 0, 253402300799));

    /// <summary>Whether it is about mail of this program.</summary>
    [JsonIgnore]
    public bool IsOurs => Id.Length is > 0 and <= 200 && Digest is { Length: > 0 } && Batch is { Length: > 0 } && Subscriber is { Length: 32 } && Subscriber.All(char.IsAsciiHexDigitLower);

    /// <summary>Reads the body of a report: an array of events. Elements that are none are left out.</summary>
    /// <exception cref="JsonException">The body is no JSON array.</exception>
    public static IReadOnlyList<MailEvent> Read(string body) =>
        [.. (JsonSerializer.Deserialize<JsonElement[]>(body) ?? []).Select(ReadOne).OfType<MailEvent>()];

    /// <summary>What it does to the subscriber: nothing, for most.</summary>
    public Subscriber Apply(Subscriber subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);

        // Whoever asked and confirmed again since starts afresh.
        if (At < subscriber.ConsentedAt)
        {
            return subscriber;
        }

        return Kind switch
        {
            "spamreport" => LifeCycle.Complain(subscriber, At),
            "unsubscribe" or "group_unsubscribe" => LifeCycle.Leave(subscriber, At),
            "bounce" when Type != "blocked" => LifeCycle.Bounce(subscriber, At),
            "dropped" when Says("spam report") => LifeCycle.Complain(subscriber, At),
            "dropped" when Says("unsubscribed") => LifeCycle.Leave(subscriber, At),
            "dropped" when Says("bounced") || Says("invalid") => LifeCycle.Bounce(subscriber, At),
            _ => subscriber,
        };
    }

    private bool Says(string words) => Reason?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static MailEvent? ReadOne(JsonElement element)
    {
        try
        {
            return element.Deserialize<MailEvent>();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
