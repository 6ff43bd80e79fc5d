namespace Ingest.Functions.Storage;

/// <summary>Every container, queue and table of the program; infra/ creates the same ones, and a test compares the two.</summary>
public static class StorageNames
{
    /// <summary>Name of the connection: <c>Storage</c> is a connection string, <c>Storage__blobServiceUri</c> and its sisters an identity-based one.</summary>
    public const string Connection = "Storage";

    /// <summary>Container in which offices put their reports, a folder each.</summary>
    public const string ReportsContainer = "reports";

    /// <summary>Container in which every upload is answered, at the report's path.</summary>
    public const string ReceiptsContainer = "receipts";

    /// <summary>Container of the reports' texts as decoded, named by report id; the report page shows them.</summary>
    public const string TextsContainer = "texts";

    /// <summary>Queue of Event Grid's BlobDeleted events for <see cref="ReportsContainer"/>.</summary>
    public const string DeletionsQueue = "report-deletions";

    /// <summary>Where the Functions host puts blob events that failed five times.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>What the Functions host appends to a queue's name for messages that failed five times.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>A partition a report: its outcome and its measures.</summary>
    public const string ReportsTable = "Reports";

    /// <summary>Who told a measure first, and who else told it.</summary>
    public const string IdentitiesTable = "Identities";

    /// <summary>Measures and reports by time and place, a partition a month.</summary>
    public const string TimelineTable = "Timeline";

    /// <summary>Container of digests: what was told, who was to get what, and each rendering.</summary>
    public const string DigestsContainer = "digests";

    /// <summary>Queue of windows to compose a digest for.</summary>
    public const string DigestWindowsQueue = "digest-windows";

    /// <summary>Queue of batches to send, up to a thousand readers who share one rendering.</summary>
    public const string DigestsQueue = "digests";

    /// <summary>Queue of letters to one subscriber: confirmations and links to the choices.</summary>
    public const string LettersQueue = "letters";

    /// <summary>The subscribers; the only place where addresses are kept.</summary>
    public const string SubscribersTable = "Subscribers";

    /// <summary>A row per digest and subscriber, a partition a batch.</summary>
    public const string DigestLedgerTable = "DigestLedger";

    /// <summary>Events of the mail provider that were handled, so that none is handled twice.</summary>
    public const string MailEventsTable = "MailEvents";

    /// <summary>How often a network used the forms in an hour.</summary>
    public const string FormUseTable = "FormUse";
}
