using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Functions.Storage;
using Ingest.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests.Infra;

/// <summary>Infrastructure and code name the same things: what one side has, the other has.</summary>
public sealed partial class NamesAgreementTests
{
    [Fact]
    public void Containers_Are_The_Same_In_Bicep_And_Code() =>
        Assert.Equal(Needs(needs => needs.Containers), Sorted(Deployment.Names("containers")));

    [Fact]
    public void Queues_Are_The_Same_In_Bicep_And_Code() =>
        Assert.Equal(Needs(needs => needs.Queues), Sorted(Deployment.Names("queues")));

    [Fact]
    public void Tables_Are_The_Same_In_Bicep_And_Code() =>
        Assert.Equal(Needs(needs => needs.Tables), Sorted(Deployment.Names("tables")));

    [Fact]
    public void Functions_Addressed_By_Event_Grid_Are_Those_With_Its_Blob_Trigger()
    {
        var triggered = TriggerSettings.Functions.Where(function => function.GetParameters()
            .Any(parameter => parameter.GetCustomAttribute<BlobTriggerAttribute>() is { Source: BlobTriggerSource.EventGrid }));

        Assert.Equal(
            Sorted(triggered.Select(function => function.GetCustomAttribute<FunctionAttribute>()!.Name)),
            Sorted(Deployment.Names("functions")));
    }

    [Fact]
    public void Every_Queue_Trigger_Reads_A_Queue_That_Bicep_Makes()
    {
        var read = TriggerSettings.Functions.SelectMany(function => function.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName).OfType<string>();

        Assert.Equal(Sorted(read), Sorted(Deployment.Names("queues")));
    }

    [Fact]
    public void Every_Setting_In_A_Trigger_Is_Made_By_Bicep() =>
        Assert.Empty(TriggerSettings.Names.Except(Deployment.Settings));

    [Fact]
    public void Every_Connection_Of_A_Trigger_Is_The_One_That_Bicep_Makes()
    {
        var connections = TriggerSettings.Functions.SelectMany(function => function.GetParameters()).SelectMany(parameter => parameter.GetCustomAttributesData())
            .SelectMany(attribute => attribute.NamedArguments).Where(argument => argument.MemberName == "Connection")
            .Select(argument => (string)argument.TypedValue.Value!);

        Assert.All(connections, connection => Assert.Contains($"{connection}__blobServiceUri", Deployment.Settings));
    }

    [Fact]
    public void Every_Setting_That_Bicep_Makes_Is_Read_By_An_Options_Class_Or_By_The_Platform()
    {
        // Read by the Azure SDK and by TelemetryRegistration, under names that are not ours to choose.
        string[] standard = ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID"];

        Assert.Empty(Deployment.Settings.Except(standard).Except(TriggerSettings.Names)
            .Except(OptionsClasses.Settings.Select(setting => setting.Name), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_Secret_Is_Referred_To_By_A_Setting() =>
        Assert.All(Deployment.Names("secrets"), secret => Assert.Contains(
            $"names.secrets.{SecretKey(secret)}", Deployment.Main, StringComparison.Ordinal));

    [Fact]
    public void Metrics_In_Alerts_And_Workbook_Are_Those_That_The_Code_Measures()
    {
        using var services = new ServiceCollection().AddLogging().AddIngestTelemetry(new ConfigurationBuilder().Build()).BuildServiceProvider();
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, services.GetRequiredService<IMeterFactory>()))
            {
                measured.Add(instrument.Name);
            }
        };
        listener.Start();
        services.GetRequiredService<IngestTelemetry>();

        Assert.Equal(Sorted(measured), Sorted(MetricInQuery.Matches(Deployment.Everything).Select(match => match.Groups["name"].Value)));
    }

    [Fact]
    public void Readme_Says_What_To_Do_About_Every_Alert()
    {
        var alerts = File.ReadAllText(Path.Combine(Deployment.Folder, "modules", "alerts.bicep"));
        var readme = File.ReadAllText(Path.Combine(Deployment.Folder, "README.md"));

        Assert.Equal(
            Sorted(AlertInBicep.Matches(alerts).Select(match => match.Groups["name"].Value).Where(name => name != "operators")),
            Sorted(RowOfAlerts.Matches(readme[readme.IndexOf("## When an alert comes", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value).Where(name => name != "alert")));
    }

    private static string SecretKey(string value)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Deployment.Folder, "names.json")));
        return json.RootElement.GetProperty("secrets").EnumerateObject().Single(secret => secret.Value.GetString() == value).Name;
    }

    private static string[] Needs(Func<StorageNeeds, IEnumerable<string>> kind)
    {
        var settings = new Dictionary<string, string?> { ["Storage"] = "UseDevelopmentStorage=true", ["Ingest:SiteUrl"] = "http://localhost/" };
        using var services = new ServiceCollection().AddLogging()
            .AddIngest(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        return Sorted(services.GetServices<StorageNeeds>().SelectMany(kind));
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("""["'](?<name>ingest\.[a-z.]+)["']""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MetricInQuery { get; }

    // Those of the list by their own name, the two others behind the deployment's.
    [GeneratedRegex(@"^ +name: '(\$\{name\}-)?(?<name>[a-z-]+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AlertInBicep { get; }

    [GeneratedRegex(@"^\| (?<name>[a-z-]*[a-z]) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RowOfAlerts { get; }
}
