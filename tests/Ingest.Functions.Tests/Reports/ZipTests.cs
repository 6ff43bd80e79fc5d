using System.IO.Compression;
using System.Text;
using Ingest.Core.Outcomes;
using Ingest.Functions.Storage;

namespace Ingest.Functions.Tests.Reports;

public sealed class ZipTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Zip_Holds_A_Report_An_Entry_And_One_Receipt()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.UploadAsync("a/周报.zip", Zip(("上旬/1.txt", LineExtraction.Report(2)), ("2.txt", LineExtraction.Report(2, from: 10, title: "下旬")), ("照片.png", "\u0089PNG")));
        var outcome = await steps.IngestAsync("a/周报.zip");

        Assert.Equal((ReportStatus.Partly, 4, 3), (outcome!.Status, outcome.MeasureCount, outcome.Entries.Count));
        Assert.Equal(4, (await steps.MeasuresAsync()).Count);
        Assert.Equal(2, (await steps.StateAsync("a/周报.zip", "上旬/1.txt")).Measures.Count);
        Assert.Equal(ReportStatus.Refused, (await steps.StateAsync("a/周报.zip", "照片.png")).Outcome!.Status);
        Assert.Equal(4, (await steps.ReportsAsync()).Count);
        Assert.True(await steps.HasBlobAsync(StorageNames.ReceiptsContainer, "a/周报.zip.html"));
    }

    [Fact]
    public async Task Zip_Uploaded_Again_Takes_Back_Entries_That_Are_Gone_And_Keeps_The_Days_Of_Those_That_Stay()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.UploadAsync("a/1.zip", Zip(("1.txt", LineExtraction.Report(2)), ("2.txt", LineExtraction.Report(2, from: 10))));
        await steps.IngestAsync("a/1.zip");
        var first = steps.Clock.GetUtcNow();
        steps.Clock.Advance(TimeSpan.FromDays(12));
        await steps.UploadAsync("a/1.zip", Zip(("2.txt", LineExtraction.Report(3, from: 10))));
        await steps.IngestAsync("a/1.zip");

        Assert.Equal([first, first, steps.Clock.GetUtcNow()], (await steps.MeasuresAsync()).Select(m => m.FirstSeen));
        Assert.Null((await steps.StateAsync("a/1.zip", "1.txt")).Outcome);

        await steps.UploadAsync("a/1.zip", Encoding.UTF8.GetBytes(LineExtraction.Report(1)));
        await steps.IngestAsync("a/1.zip");
        Assert.Single(await steps.MeasuresAsync());
        await steps.DeleteAsync("a/1.zip");
        await steps.IngestAsync("a/1.zip");
        Assert.Equal("", await steps.EverythingAsync());
    }

    [Fact]
    public async Task Retry_Completes_A_Zip_That_Stopped_At_Any_Call()
    {
        var (expected, calls) = await RunAsync(int.MaxValue);
        for (var call = 0; call < calls; call++)
        {
            Assert.Equal(expected, (await RunAsync(call)).Everything);
        }
    }

    private async Task<(string Everything, int Calls)> RunAsync(int failAt)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.UploadAsync("a/1.zip", Zip(("1.txt", LineExtraction.Report(2)), ("2.txt", LineExtraction.Report(2, from: 10))));
        await steps.IngestAsync("a/1.zip");
        steps.Clock.Advance(TimeSpan.FromDays(1));
        await steps.UploadAsync("a/1.zip", Zip(("2.txt", LineExtraction.Report(2, from: 11)), ("3.txt", LineExtraction.Report(2, from: 20))));
        steps.Calls.Reset(failAt);
        var crash = await Record.ExceptionAsync(() => steps.IngestAsync("a/1.zip"));
        Assert.Equal(failAt < int.MaxValue, crash is CrashException);
        var calls = steps.Calls.Calls.Count;
        steps.Calls.Reset();
        await steps.IngestAsync("a/1.zip");
        return (await steps.EverythingAsync(), calls);
    }

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                // One time for all, so that the same entries are the same bytes.
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
