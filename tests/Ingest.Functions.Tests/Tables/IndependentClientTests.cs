using System.Diagnostics;
using System.Text.Json.Nodes;
using Ingest.Functions.Tests.Reports;
using Ingest.Local;
using Microsoft.Extensions.Configuration;

namespace Ingest.Functions.Tests.Tables;

/// <summary>What we write is readable by who knows only the tables: the official client in another language.</summary>
public sealed class IndependentClientTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Rows_Are_Read_By_The_Client_For_JavaScript()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await steps.IngestAsync("湖北省总工会/周报.txt", LineExtraction.Report(3));
        var connection = steps.App.Get<IConfiguration>()["Storage"]!;

        var report = await ReadAsync(connection, "Reports", $"PartitionKey eq '{outcome!.Id}'");
        Assert.Equal(4, report.Count);
        Assert.Equal("湖北省总工会/周报.txt", (string?)report.Single(r => (string?)r!["rowKey"] == "report")!["Path"]);
        var seen = await ReadAsync(connection, "Timeline", "PartitionKey eq '2026-11' and RowKey ge 'seen-20261120' and RowKey lt 'seen-20261121'");
        Assert.Equal(["第0市总工会", "第1市总工会", "第2市总工会"], seen.Select(r => (string?)JsonNode.Parse((string)r!["Measure"]!)!["orgs"]![0]).Order());
    }

    private static async Task<JsonArray> ReadAsync(string connection, string table, string filter)
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(Checkout.Root, "tests", "read-rows.mjs"), connection, table, filter },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var rows = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(rows)!.AsArray();
    }
}
