using Ingest.Core.Outcomes;
using Ingest.Functions.Storage;
using Ingest.Functions.Tables;
using Ingest.Local;

namespace Ingest.Functions.Tests.Reports;

public sealed class ReportPipelineTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    [Fact]
    public async Task Ingest_Stores_Measures_By_Report_By_Day_And_With_A_Receipt()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await steps.IngestAsync("湖北省总工会/周报.txt", LineExtraction.Report(3));

        Assert.Equal((ReportStatus.Read, 3, "湖北省总工会"), (outcome!.Status, outcome.MeasureCount, outcome.Office));
        Assert.Equal(["第0市总工会", "第1市总工会", "第2市总工会"], (await steps.MeasuresAsync()).Select(m => m.Measure.Orgs[0]).Order());
        Assert.All(await steps.MeasuresAsync(), m => Assert.Equal(("湖北省总工会", "关于慰问工作的报告", steps.Clock.GetUtcNow()), (m.Office, m.ReportTitle, m.FirstSeen)));
        Assert.Equal(3, (await steps.StateAsync("湖北省总工会/周报.txt")).Measures.Count);
        Assert.Equal(outcome.Id, Assert.Single(await steps.ReportsAsync()).Id);
        Assert.True(await steps.HasBlobAsync(StorageNames.ReceiptsContainer, "湖北省总工会/周报.txt.json"));
        Assert.True(await steps.HasBlobAsync(StorageNames.ReceiptsContainer, "湖北省总工会/周报.txt.html"));
    }

    [Fact]
    public async Task Ingest_Makes_At_Most_Twelve_Storage_Calls_For_Twenty_Measures()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(20));
        Told("new report, 20 measures in 20 places");
        await steps.IngestAsync("b/reprint.txt", LineExtraction.Report(20, from: 10));
        Told("report of 20 measures of which another told 10");
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(20));
        Told("the same bytes again");

        // The README's table is part of the program: it changes together with the count.
        void Told(string what)
        {
            var calls = steps.Calls.Calls;
            output.WriteLine($"{what}: {calls.Count} storage calls\n  {string.Join("\n  ", calls)}");
            Assert.InRange(calls.Count, 1, 12);
            var readme = File.ReadAllText(Path.Combine(Checkout.Root, "functions", "Ingest.Functions", "README.md"));
            Assert.Contains($"| {what} | {calls.Count} |", readme, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("没有文件夹.txt")]
    [InlineData("a/b/c/d.txt")]
    [InlineData("办公室 #1?/周报 100%\\终稿.txt")]
    [InlineData("a=b-c/%2e%2e/..%5c.txt")]
    [InlineData("\U00020BB7野家/'单引号'\"双引号\".txt")]
    public async Task Ingest_Takes_Any_Path_That_A_Blob_Can_Have(string path)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await steps.IngestAsync(path, LineExtraction.Report(1));
        Assert.Equal(path, outcome!.Path);
        Assert.Equal(outcome.Id, Assert.Single(await steps.ReportsAsync()).Id);
        Assert.Equal(outcome.Id, (await steps.App.Get<TimelineTable>().RecentAsync(outcome.Office, TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken)).Id);
        Assert.True(await steps.HasBlobAsync(StorageNames.ReceiptsContainer, $"{path}.html"));
        await steps.DeleteAsync(path);
        await steps.IngestAsync(path);
        Assert.Equal("", await steps.EverythingAsync());
    }

    [Fact]
    public async Task Ingest_Takes_The_Longest_Path_A_Blob_Can_Have()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var path = new string('a', 600) + "/" + new string('b', 423);
        Assert.Equal(1, (await steps.IngestAsync(path, LineExtraction.Report(1)))!.MeasureCount);
        Assert.Single(await steps.ReportsAsync());
    }

    [Fact]
    public async Task Ingest_Changes_No_Row_For_The_Same_Bytes_Again()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(5));
        var before = await steps.EverythingAsync(versions: true);
        steps.Clock.Advance(TimeSpan.FromDays(1));
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(5));
        Assert.Equal(before, await steps.EverythingAsync(versions: true));
    }

    [Fact]
    public async Task Ingest_Replaces_Measures_And_Keeps_The_First_Seen_Day_Of_Those_That_Stay()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(3));
        var first = steps.Clock.GetUtcNow();
        steps.Clock.Advance(TimeSpan.FromDays(12));
        await steps.IngestAsync("a/1.txt", "新标题\n" + LineExtraction.Line(1) + "\n" + LineExtraction.Line(7));

        var measures = await steps.MeasuresAsync();
        Assert.Equal(["第1市总工会", "第7市总工会"], measures.Select(m => m.Measure.Orgs[0]));
        Assert.Equal([first, steps.Clock.GetUtcNow()], measures.Select(m => m.FirstSeen));
        Assert.All(measures, m => Assert.Equal("新标题", m.ReportTitle));
        Assert.Single(await steps.ReportsAsync());
    }

    [Fact]
    public async Task Ingest_Keeps_The_First_Seen_Day_Of_A_Passage_Whose_Amount_Was_Corrected()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(3));
        var first = steps.Clock.GetUtcNow();
        steps.Clock.Advance(TimeSpan.FromDays(12));
        var corrected = LineExtraction.Report(3).Replace("；20000；", "；25000；", StringComparison.Ordinal);
        await steps.IngestAsync("a/1.txt", "勘误：第1市总工会一条金额有误，现予更正。\n" + corrected);

        var measures = await steps.MeasuresAsync();
        Assert.Equal(3, measures.Count);
        Assert.Contains(measures, m => m.Measure.Money[0].Cny == 25000);
        Assert.All(measures, m => Assert.Equal(first, m.FirstSeen));
    }

    [Fact]
    public async Task Ingest_Takes_The_Same_Measure_In_Two_Reports_For_One()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(3));
        var first = steps.Clock.GetUtcNow();
        steps.Clock.Advance(TimeSpan.FromDays(1));
        await steps.IngestAsync("b/2.txt", LineExtraction.Report(3, from: 2));

        var measures = await steps.MeasuresAsync();
        Assert.Equal(5, measures.Count);
        Assert.Equal(first, measures.Single(m => m.Measure.Orgs[0] == "第2市总工会").FirstSeen);
        Assert.Equal(3, (await steps.StateAsync("b/2.txt")).Measures.Count);
    }

    [Fact]
    public async Task Delete_Takes_Back_What_Only_The_Report_Told()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var empty = await steps.EverythingAsync();
        await steps.IngestAsync("b/2.txt", LineExtraction.Report(3, from: 2));
        var onlyOther = await steps.EverythingAsync();
        await steps.DeleteAsync("b/2.txt");
        await steps.IngestAsync("b/2.txt");
        Assert.Equal(empty, await steps.EverythingAsync());

        await steps.IngestAsync("a/1.txt", LineExtraction.Report(3));
        await steps.IngestAsync("b/2.txt", LineExtraction.Report(3, from: 2));
        await steps.DeleteAsync("a/1.txt");
        await steps.IngestAsync("a/1.txt");
        Assert.Equal(onlyOther, await steps.EverythingAsync());
    }

    [Fact]
    public async Task Delete_Keeps_The_First_Seen_Day_Of_What_Another_Report_Tells_Too()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(1));
        var first = steps.Clock.GetUtcNow();
        steps.Clock.Advance(TimeSpan.FromDays(12));
        await steps.IngestAsync("b/2.txt", LineExtraction.Report(1, title: "转载"));
        await steps.DeleteAsync("a/1.txt");
        await steps.IngestAsync("a/1.txt");

        var measure = Assert.Single(await steps.MeasuresAsync());
        Assert.Equal((first, "转载", "b"), (measure.FirstSeen, measure.ReportTitle, measure.Office));
    }

    [Fact]
    public async Task Ingest_Records_A_Refusal_With_Advice_And_No_Text()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(2));
        await steps.UploadAsync("a/1.txt", [.. "Rar!\u001A\u0007\u0001\0"u8, .. new byte[100]]);
        var outcome = await steps.IngestAsync("a/1.txt");

        Assert.Equal(ReportStatus.Refused, outcome!.Status);
        Assert.NotEmpty(outcome.Refusal!.Advice);
        Assert.Empty(await steps.MeasuresAsync());
        Assert.False(await steps.HasBlobAsync(StorageNames.TextsContainer, $"{outcome.Id}.txt"));
        Assert.True(await steps.HasBlobAsync(StorageNames.ReceiptsContainer, "a/1.txt.html"));
    }

    [Fact]
    public async Task Ingest_Records_Its_Own_Defect_As_An_Outcome()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var outcome = await steps.IngestAsync("a/1.txt", "crash");
        Assert.Equal(ReportStatus.Failed, outcome!.Status);
        Assert.Equal(ReportStatus.Failed, Assert.Single(await steps.ReportsAsync()).Status);
    }

    [Fact]
    public async Task Ingest_Refuses_What_Is_Too_Large_Without_Reading_It()
    {
        await using var app = await TestApp.StartAsync(azurite.NewAccount(), settings: [new("Ingest:Reading:MaxBytes", "100")]);
        await using var steps = new ReportSteps(app, new StorageCalls(), new TestClock(TimeProvider.System.GetUtcNow()));
        var outcome = await steps.IngestAsync("a/1.txt", new string('长', 100));
        Assert.Equal("too-large", outcome!.Refusal!.Code);
    }

    [Fact]
    public async Task Ingest_Stores_A_Measure_With_A_Passage_Longer_Than_A_Property()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", "标题\n420100；武汉市总工会；5000；" + new string('长', 40_000) + "\n420100；武汉市总工会；6000；" + new string('长', 500_000));
        var measure = Assert.Single(await steps.MeasuresAsync());
        Assert.Equal(40_000 + "420100；武汉市总工会；5000；".Length, measure.Measure.Quote.Length);
        var outcome = (await steps.StateAsync("a/1.txt")).Outcome;
        Assert.Equal("passage-too-long", Assert.Single(outcome!.Warnings).Code);
    }

    [Fact]
    public async Task Ingest_Stores_More_Measures_Than_One_Transaction_Holds()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(260));
        Assert.Equal(260, (await steps.MeasuresAsync()).Count);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(130, from: 200));
        Assert.Equal(130, (await steps.MeasuresAsync()).Count);
        Assert.Equal(130, (await steps.StateAsync("a/1.txt")).Measures.Count);
    }
}
