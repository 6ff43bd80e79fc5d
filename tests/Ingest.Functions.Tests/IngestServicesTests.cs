using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Tests;

public sealed class IngestServicesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_Function_Can_Be_Made_From_The_Services()
    {
        await using var app = await TestApp.StartAsync(azurite.NewAccount());
        var classes = Functions().Select(f => f.Class).Distinct().ToList();
        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.NotNull(ActivatorUtilities.CreateInstance(app.Services, type)));
    }

    [Fact]
    public void Every_Function_Has_A_Name_Of_Its_Own_That_Begins_With_Its_Classs()
    {
        Assert.All(Functions(), f => Assert.StartsWith(f.Class.Name, f.Name, StringComparison.Ordinal));
        Assert.Equal(Functions().Count(), Functions().DistinctBy(f => f.Name).Count());
        Assert.All(Functions(), f => Assert.True(f.Class.IsPublic && f.Class.IsSealed, $"{f.Class} must be public, for the worker, and sealed."));
    }

    [Theory]
    [InlineData("Storage", null, "Storage__blobServiceUri")]
    [InlineData("Ingest:SiteUrl", null, "Ingest__SiteUrl")]
    [InlineData("Ingest:SiteUrl", "/nowhere", "Ingest__SiteUrl")]
    [InlineData("Ingest:Reading:MaxBytes", "0", "Ingest__Reading__MaxBytes")]
    public async Task Start_Stops_At_A_Wrong_Setting_And_Names_It(string name, string? value, string named)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(TestApp.Settings(azurite.NewAccount()).Append(new(name, value)).GroupBy(s => s.Key).Select(g => g.Last()));
        builder.Logging.ClearProviders();
        builder.Services.AddIngest(builder.Configuration);
        using var host = builder.Build();
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_Is_Reached_By_Identity_Where_Addresses_Are_Given()
    {
        await using var provider = new ServiceCollection().AddLogging().AddIngest(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Storage:blobServiceUri", "https://account.blob.core.windows.net/"),
            new("Storage:queueServiceUri", "https://account.queue.core.windows.net/"),
            new("Storage:tableServiceUri", "https://account.table.core.windows.net/"),
            new("Storage:credential", "managedidentity"),
            new("Storage:clientId", "00000000-0000-0000-0000-000000000001"),
            new("Ingest:SiteUrl", "https://example.org/"),
        ]).Build()).BuildServiceProvider();
        Assert.Equal("account", provider.GetRequiredService<Azure.Storage.Blobs.BlobServiceClient>().AccountName);
        Assert.Equal("account", provider.GetRequiredService<Azure.Storage.Queues.QueueServiceClient>().AccountName);
        Assert.Equal("account", provider.GetRequiredService<Azure.Data.Tables.TableServiceClient>().AccountName);
    }

    private static IEnumerable<(Type Class, string Name)> Functions() =>
        from type in typeof(IngestServices).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttributes(typeof(FunctionAttribute), inherit: false).OfType<FunctionAttribute>().SingleOrDefault()
        where function is not null
        select (type, function.Name);
}
