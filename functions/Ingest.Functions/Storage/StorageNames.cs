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
}
