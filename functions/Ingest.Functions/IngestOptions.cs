using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Ingest.Core.Reading;

namespace Ingest.Functions;

/// <summary>What holds for the whole program.</summary>
public sealed class IngestOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Ingest";

    /// <summary>How much one upload may ask of the reader.</summary>
    public ReadingLimits Reading { get; set; } = new();

    /// <summary>Largest upload that is read, in bytes; larger ones are refused with advice.</summary>
    public long MaxUploadBytes => Reading.MaxBytes;

    /// <summary>Address of the site for the links in mails and receipts; in Azure the app's own host name by default.</summary>
    public Uri? SiteUrl { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from limit in typeof(ReadingLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where limit.GetValue(Reading) switch { TimeSpan time => time <= TimeSpan.Zero, var number => Convert.ToInt64(number, CultureInfo.InvariantCulture) <= 0 }
        select new ValidationResult($"The setting {Section}__{nameof(Reading)}__{limit.Name} must be greater than zero.", [nameof(Reading)]);
}
