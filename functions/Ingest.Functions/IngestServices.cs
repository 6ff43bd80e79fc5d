using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Ingest.Core.Extraction;
using Ingest.Functions.Digests;
using Ingest.Functions.Operations;
using Ingest.Functions.Pages;
using Ingest.Functions.Reports;
using Ingest.Functions.Storage;
using Ingest.Functions.Tables;
using Ingest.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ingest.Functions;

/// <summary>Everything the functions are made of; the same for Azure, the local host and the tests.</summary>
public static class IngestServices
{
    /// <summary>Adds the services of every stage, and options that are checked when the program starts.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddIngestTelemetry(configuration);
        services.AddOptions<IngestOptions>()
            .Bind(configuration.GetSection(IngestOptions.Section))
            .PostConfigure(options => options.SiteUrl ??= OwnAddress(configuration))
            .Validate(options => options.SiteUrl is { IsAbsoluteUri: true }, "The setting Ingest__SiteUrl must be the absolute address of the site, e.g. https://example.org/.")
            .ValidateSettings(IngestOptions.Section);
        return services.AddStorage(configuration).AddTables().AddReports().AddDigests(configuration);
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Configure(options => options.ConnectionString = configuration[StorageOptions.Section])
            .ValidateSettings(StorageOptions.Section);
        services.AddSingleton(new StorageNeeds(
            [StorageNames.ReportsContainer, StorageNames.ReceiptsContainer, StorageNames.TextsContainer],
            [StorageNames.DeletionsQueue],
            [StorageNames.ReportsTable, StorageNames.IdentitiesTable, StorageNames.TimelineTable]));
        services.AddSingleton<StorageClients>();
        services.AddSingleton<BlobServiceClient>(provider => provider.GetRequiredService<StorageClients>().Blobs());
        services.AddSingleton<QueueServiceClient>(provider => provider.GetRequiredService<StorageClients>().Queues());
        services.AddSingleton<TableServiceClient>(provider => provider.GetRequiredService<StorageClients>().Tables());
        services.AddSingleton<StorageSetup>();
        return services.AddHostedService(provider => provider.GetRequiredService<StorageSetup>());
    }

    private static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSingleton<MeasuresTable>()
        .AddSingleton<ReportsTable>()
        .AddSingleton<IdentitiesTable>()
        .AddSingleton<TimelineTable>();

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<Extraction>(MeasureExtractor.Extract)
        .AddSingleton<ReportStore>()
        .AddSingleton<UploadParser>()
        .AddSingleton<Receipts>()
        .AddSingleton<Texts>()
        .AddSingleton<ReportPipeline>()
        .AddSingleton<DashboardFigures>()
        .AddSingleton<PoisonMessages>()
        .AddSingleton<IReconciliationStep, StuckDigests>()
        .AddSingleton<Reconciliation>()
        .AddSingleton<Forgetting>();

    /// <summary>The host name that Azure gives the app.</summary>
    private static Uri? OwnAddress(IConfiguration configuration) =>
        configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host ? new Uri($"https://{host}/") : null;
}
