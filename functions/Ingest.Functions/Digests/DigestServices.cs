using System.Security.Cryptography;
using System.Text;
using Ingest.Core.Digests;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Subscriptions;
using Ingest.Functions.Mail;
using Ingest.Functions.Storage;
using Ingest.Functions.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;

namespace Ingest.Functions.Digests;

/// <summary>What digests, subscriptions and mail are made of.</summary>
public static class DigestServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(new StorageNeeds(
            [StorageNames.DigestsContainer],
            [StorageNames.DigestWindowsQueue, StorageNames.DigestsQueue, StorageNames.LettersQueue],
            [StorageNames.SubscribersTable, StorageNames.DigestLedgerTable, StorageNames.MailEventsTable, StorageNames.FormUseTable]));
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateSettings(MailOptions.Section);
        services.AddOptions<SendGridOptions>().Bind(configuration.GetSection(SendGridOptions.Section)).ValidateSettings(SendGridOptions.Section)
            .Validate<IOptions<MailOptions>>((sendGrid, mail) => mail.Value.Provider != MailProvider.SendGrid || sendGrid.ApiKey.Length > 0, "The setting SendGrid__ApiKey must hold the key, since Mail__Provider is sendgrid.")
            .ValidateOnStart();
        services.AddOptions<TokenOptions>().Bind(configuration.GetSection(TokenOptions.Section))
            .Validate<IOptions<StorageOptions>>((tokens, storage) => tokens.SigningKeys.Any() ? tokens.SigningKeys.All(IsKey) : IsDevelopment(storage.Value),
                "The setting Tokens__SigningKey must hold at least 32 random bytes as Base64; make one with: openssl rand -base64 32")
            .Validate<IOptions<StorageOptions>>((tokens, storage) => tokens.IdKey.Length > 0 ? IsKey(tokens.IdKey) : IsDevelopment(storage.Value),
                "The setting Tokens__IdKey must hold at least 32 random bytes as Base64, and always the same ones; in Azure infra/deploy.sh makes it")
            .ValidateOnStart();
        return services
            .AddSingleton(Keys)
            .AddSingleton(provider => new DigestLinks(provider.GetRequiredService<IOptions<IngestOptions>>().Value.SiteUrl!))
            .AddSingleton(provider => new DigestRenderer(code => Gazetteer.Find(code)?.Name, provider.GetRequiredService<DigestLinks>()))
            .AddSingleton<SignedLinks>()
            .AddSingleton<SubscribersTable>()
            .AddSingleton<DigestStore>()
            .AddSingleton<LedgerTable>()
            .AddSingleton<DigestQueues>()
            .AddSingleton<DigestComposition>()
            .AddSingleton<DigestDelivery>()
            .AddSingleton<DigestPreview>()
            .AddSingleton<SubscriberLists>()
            .AddSingleton<SubscriptionDesk>()
            .AddSingleton<FormUse>()
            .AddSingleton<MailEvents>()
            .AddSingleton<ISendGridClient>(provider => SendGrid(provider.GetRequiredService<IOptions<SendGridOptions>>().Value))
            .AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Provider switch
            {
                MailProvider.SendGrid => ActivatorUtilities.CreateInstance<SendGridSender>(provider),
                MailProvider.Smtp => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
                _ => ActivatorUtilities.CreateInstance<FolderSender>(provider),
            });
    }

    private static SendGridClient SendGrid(SendGridOptions options) =>
        new(new HttpClient { Timeout = TimeSpan.FromMinutes(2) }, new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Host });

    private static bool IsKey(string text) =>
        Convert.TryFromBase64String(text, new byte[Math.Max(text.Length, 1)], out var length) && length >= SubscriptionKeys.LeastBytes;

    // A connection string is a development machine's: in Azure the account takes identities only.
    private static bool IsDevelopment(StorageOptions storage) => !string.IsNullOrEmpty(storage.ConnectionString);

    private static SubscriptionKeys Keys(IServiceProvider provider)
    {
        var tokens = provider.GetRequiredService<IOptions<TokenOptions>>().Value;
        var development = SHA256.HashData(Encoding.UTF8.GetBytes("development " + provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString));
        var signing = tokens.SigningKeys.Select(Convert.FromBase64String).DefaultIfEmpty(development).ToList();
        return new SubscriptionKeys(tokens.IdKey.Length > 0 ? Convert.FromBase64String(tokens.IdKey) : signing[^1], signing);
    }
}
