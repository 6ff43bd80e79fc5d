using Azure;
using Azure.Data.Tables;

namespace Ingest.Functions.Digests;

/// <summary>Where a batch stands; it decides who may send.</summary>
public enum BatchState
{
    /// <summary>Nobody has taken it up.</summary>
    Planned,
    /// <summary>Somebody has begun to write its readers' rows; if they stop, anybody may go on.</summary>
    Claimed,
    /// <summary>The provider is being asked, or was when somebody stopped: whether it took the mail is not known.</summary>
    Handed,
    /// <summary>The provider took it; the readers' rows follow.</summary>
    Taken,
    /// <summary>Every reader's row is settled.</summary>
    Done,
}

/// <summary>What became of one reader's digest.</summary>
public enum DeliveryState
{
    /// <summary>To be sent.</summary>
    Planned,
    /// <summary>In the batch that is being sent.</summary>
    Sending,
    /// <summary>The provider took it.</summary>
    Sent,
    /// <summary>The provider will never take it.</summary>
    Failed,
    /// <summary>The reader had left, paused or was unreachable when it was to be sent.</summary>
    Suppressed,
    /// <summary>Nobody knows whether the provider took it; not sent again.</summary>
    Unknown,
}

/// <summary>What becomes of a reader's row.</summary>
/// <param name="Row">The row; its version is checked unless it is <see cref="ETag.All"/>.</param>
/// <param name="To">Where it stands afterwards.</param>
/// <param name="Reason">Why, or null; without addresses.</param>
public sealed record DeliveryMove(TableEntity Row, DeliveryState To, string? Reason = null);

/// <summary>A batch's own row.</summary>
/// <param name="Row">The row with its version.</param>
public sealed record LedgerBatch(TableEntity Row)
{
    /// <summary>Where it stands.</summary>
    public BatchState State => Enum.Parse<BatchState>(Row.GetString("State"));

    /// <summary>Its number.</summary>
    public string Number => Row.PartitionKey[(Row.PartitionKey.LastIndexOf('~') + 1)..];

    /// <summary>Name of the rendering.</summary>
    public string Rendering => Row.GetString("Rendering");

    /// <summary>Name of its readers' choice.</summary>
    public string Choice => Row.GetString("Choice");

    /// <summary>When it was planned.</summary>
    public DateTimeOffset PlannedAt => Row.GetDateTimeOffset("PlannedAt").GetValueOrDefault();

    /// <summary>When the provider was last asked.</summary>
    public DateTimeOffset? HandedAt => Row.GetDateTimeOffset("HandedAt");
}
