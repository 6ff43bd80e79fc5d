using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests;

public sealed class SettingsValidationTests
{
    [Fact]
    public void Start_Goes_Well_With_The_Least_Settings() => Start([]);

    [Fact]
    public void Start_Fails_Without_Keys_On_An_Account_That_Is_Not_Of_This_Machine()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Start(new()
        {
            ["Storage"] = "",
            ["Storage:BlobServiceUri"] = "https://account.blob.core.windows.net/",
            ["Storage:QueueServiceUri"] = "https://account.queue.core.windows.net/",
            ["Storage:TableServiceUri"] = "https://account.table.core.windows.net/",
        }));

        Assert.Contains("Tokens__IdKey", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Tokens__SigningKey", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage", "", "Storage__blobServiceUri")]
    [InlineData("Storage", "", "Storage (a connection string)")]
    [InlineData("Ingest:SiteUrl", "relief", "Ingest__SiteUrl")]
    [InlineData("Ingest:Reading:MaxPages", "0", "Ingest__Reading__MaxPages")]
    [InlineData("Mail:From", "nobody", "Mail__From")]
    [InlineData("Mail:Provider", "smtp", "Mail__Smtp__Host")]
    [InlineData("Mail:Smtp:Port", "70000", "Mail__Smtp__Port")]
    [InlineData("Mail:Smtp:Port", "many", "Mail:Smtp:Port")]
    [InlineData("Mail:Provider", "sendgrid", "SendGrid__ApiKey")]
    [InlineData("Tokens:SigningKey", "short", "Tokens__SigningKey")]
    [InlineData("Tokens:IdKey", "short", "Tokens__IdKey")]
    public void Start_Fails_And_Names_The_Setting_That_Is_Wrong(string setting, string value, string said)
    {
        var failure = Assert.ThrowsAny<Exception>(() => Start(new() { [setting] = value }));

        var messages = failure is AggregateException several ? string.Join('\n', several.InnerExceptions.Select(inner => inner.Message)) : failure.Message;
        Assert.Contains(said, messages, StringComparison.Ordinal);
    }

    private static void Start(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(TestApp.Settings("UseDevelopmentStorage=true")).AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddIngest(configuration).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
    }
}
