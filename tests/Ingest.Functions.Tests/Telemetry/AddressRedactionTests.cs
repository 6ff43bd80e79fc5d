using Ingest.Functions.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Ingest.Functions.Tests.Telemetry;

public sealed class AddressRedactionTests
{
    [Theory]
    [InlineData("550 5.1.1 <li.wei@example.cn>: no such user")]
    [InlineData("rejected: 李伟@工会.中国")]
    [InlineData("a+tag@sub.example.com;b@example.com")]
    public void OnEnd_Removes_Addresses_From_Message_Attributes_And_Exception(string text)
    {
        var records = new Seen();
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddOpenTelemetry(options =>
            {
                options.IncludeFormattedMessage = true;
                options.AddProcessor(new AddressRedaction()).AddProcessor(records);
            }))
            .BuildServiceProvider();

#pragma warning disable CA1848, CA2254 // The case under test is text that somebody else made.
        services.GetRequiredService<ILogger<AddressRedactionTests>>().LogError(new InvalidOperationException(text), "Sending failed: {Answer}", text);
#pragma warning restore CA1848, CA2254

        var record = Assert.Single(records.Texts);
        Assert.DoesNotContain("@", record, StringComparison.Ordinal);
        Assert.Contains("<address>", record, StringComparison.Ordinal);
        Assert.Contains("Sending failed", record, StringComparison.Ordinal);
    }

    private sealed class Seen : BaseProcessor<LogRecord>
    {
        public List<string> Texts { get; } = [];

        public override void OnEnd(LogRecord data) => Texts.Add(string.Join('\n',
            [data.FormattedMessage, data.Body, data.Exception?.ToString(), .. (data.Attributes ?? []).Select(attribute => $"{attribute.Key}={attribute.Value}")]));
    }
}
