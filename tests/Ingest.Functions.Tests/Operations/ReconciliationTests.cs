using Azure.Data.Tables;
using Ingest.Core.Outcomes;
using Ingest.Functions.Operations;
using Ingest.Functions.Storage;
using Ingest.Functions.Tests.Reports;

namespace Ingest.Functions.Tests.Operations;

public sealed class ReconciliationTests(AzuriteFixture azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reconcile_Mends_Lost_Events_And_Finds_Nothing_After()
    {
        await using var steps = await ReportSteps.StartAsync(azurite, whole: true);
        await steps.UploadAsync("a/lost.txt", LineExtraction.Report(1));
        await steps.IngestAsync("a/gone.txt", LineExtraction.Report(1, from: 5));
        await steps.DeleteAsync("a/gone.txt");
        await steps.UploadAsync("a/stopped.txt", LineExtraction.Report(1, from: 9));
        steps.Calls.Reset(failAtCall: 5);
        await Assert.ThrowsAsync<CrashException>(() => steps.IngestAsync("a/stopped.txt"));
        steps.Calls.Reset();
        steps.Clock.Advance(TimeSpan.FromDays(365));

        var reconciliation = steps.App.Get<Reconciliation>();
        var found = await reconciliation.RunAsync(mend: false, Stop);
        Assert.Equal(["a/lost.txt", "a/stopped.txt"], found.WithoutOutcome);
        Assert.Equal(["a/gone.txt"], found.WithoutBlob);
        Assert.Equal(3, (await reconciliation.RunAsync(mend: true, Stop)).Count);
        Assert.Equal(0, (await reconciliation.RunAsync(mend: true, Stop)).Count);
        Assert.NotNull((await steps.StateAsync("a/lost.txt")).Outcome);
        Assert.Null((await steps.StateAsync("a/gone.txt")).Outcome);
        Assert.Equal(ReportStatus.Read, (await steps.StateAsync("a/stopped.txt")).Outcome!.Status);
    }

    [Fact]
    public async Task Reconcile_Takes_Back_Measures_Whose_Report_Is_Unknown()
    {
        await using var steps = await ReportSteps.StartAsync(azurite, whole: true);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(2));
        await steps.App.Get<TableServiceClient>().GetTableClient(StorageNames.ReportsTable).DeleteAsync(Stop);
        await steps.App.Get<StorageSetup>().CreateMissingAsync(Stop);
        await steps.DeleteAsync("a/1.txt");
        steps.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, (await steps.App.Get<Reconciliation>().RunAsync(mend: true, Stop)).WithoutReport.Count);
        Assert.Empty(await steps.MeasuresAsync());
        Assert.DoesNotContain(StorageNames.IdentitiesTable, await steps.EverythingAsync(), StringComparison.Ordinal);
    }
}
