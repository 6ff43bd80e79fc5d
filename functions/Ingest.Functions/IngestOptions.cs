using System.ComponentModel.DataAnnotations;

namespace Ingest.Functions;

/// <summary>What holds for the whole program.</summary>
public sealed class IngestOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Ingest";

    /// <summary>Largest upload that is read, in bytes; larger ones are refused with advice. 50 MB.</summary>
    [Range(1, 512L * 1024 * 1024)]
    public long MaxUploadBytes { get; set; } = 50L * 1024 * 1024;

    /// <summary>Address of the site for the links in mails and receipts; in Azure the app's own host name by default.</summary>
    [Required]
    public Uri? SiteUrl { get; set; }
}
