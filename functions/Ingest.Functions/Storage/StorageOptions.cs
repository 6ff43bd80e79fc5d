using System.ComponentModel.DataAnnotations;

namespace Ingest.Functions.Storage;

/// <summary>The storage account, by the same setting names as the Functions host reads for the connection <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = StorageNames.Connection;

    /// <summary>Connection string, the value of the setting <c>Storage</c> itself; for a development machine.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Address of the blob service; with the two below, in place of a connection string.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>Address of the queue service.</summary>
    public Uri? QueueServiceUri { get; set; }

    /// <summary>Address of the table service.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <summary><c>managedidentity</c> takes exactly the app's identity; empty takes whatever the machine is signed in with.</summary>
    public string? Credential { get; set; }

    /// <summary>Client id of a user-assigned managed identity; empty for the system-assigned one.</summary>
    public string? ClientId { get; set; }

    /// <summary>Creates missing containers, queues and tables at start; for a development machine, since infra/ creates them in Azure.</summary>
    public bool CreateMissing { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield break;
        }

        foreach (var (name, value) in new[] { ("blobServiceUri", BlobServiceUri), ("queueServiceUri", QueueServiceUri), ("tableServiceUri", TableServiceUri) })
        {
            if (value is not { IsAbsoluteUri: true })
            {
                yield return new ValidationResult($"The setting Storage__{name} must be an absolute address, since the setting Storage (a connection string) is not set.", [name]);
            }
        }

        if (!string.IsNullOrEmpty(Credential) && !string.Equals(Credential, "managedidentity", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ValidationResult("The setting Storage__credential must be managedidentity or empty.", [nameof(Credential)]);
        }
    }
}
