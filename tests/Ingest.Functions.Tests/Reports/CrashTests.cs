
namespace Ingest.Functions.Tests.Reports;

/// <summary>Stops the program at every storage call in turn and lets the retry finish: the end must be the same as without the stop.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    /// <summary>What storage holds before the run that is stopped, and what is run.</summary>
    public static TheoryData<string, bool> Cases => new()
    {
        { "new", false },
        { "new", true },
        { "replaced", false },
        { "replaced", true },
        { "shared", false },
        { "shared", true },
        { "deleted", false },
        { "deleted", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Retry_Completes_A_Run_That_Stopped_At_Any_Call(string what, bool lostAnswer)
    {
        var (expected, calls) = await RunAsync(what, failAt: int.MaxValue, lostAnswer);
        Assert.InRange(calls, 4, 40);
        for (var call = 0; call < calls; call++)
        {
            var (actual, _) = await RunAsync(what, call, lostAnswer);
            Assert.True(expected == actual, $"{what}: stopped at call {call} of {calls} ({(lostAnswer ? "answer lost" : "not sent")})\nexpected\n{expected}\nactual\n{actual}");
        }
    }

    [Fact]
    public async Task Run_After_A_Crash_Takes_Back_What_A_Replaced_Upload_Had_Begun_To_Tell()
    {
        var calls = 0;
        for (var call = 0; call <= calls; call++)
        {
            await using var steps = await ReportSteps.StartAsync(azurite);
            await steps.UploadAsync("a/1.txt", LineExtraction.Report(3));
            steps.Calls.Reset(call);
            var crashed = await Record.ExceptionAsync(() => steps.IngestAsync("a/1.txt"));
            calls = crashed is null ? calls : call + 1;
            steps.Calls.Reset();
            await steps.IngestAsync("a/1.txt", LineExtraction.Report(2, from: 50));
            Assert.Equal(["第50市总工会", "第51市总工会"], (await steps.MeasuresAsync()).Select(m => m.Measure.Orgs[0]).Order());
            await steps.DeleteAsync("a/1.txt");
            await steps.IngestAsync("a/1.txt");
            Assert.Equal("", await steps.EverythingAsync());
        }

        Assert.Equal(9, calls);
    }

    [Fact]
    public async Task Client_That_Sends_A_Call_Again_Does_Nothing_Twice()
    {
        await using var undisturbed = await ReportSteps.StartAsync(azurite);
        await undisturbed.IngestAsync("a/1.txt", LineExtraction.Report(4));
        var calls = undisturbed.Calls.Calls.Count;
        var expected = await undisturbed.EverythingAsync();
        await Task.WhenAll(Enumerable.Range(0, calls).Select(async call =>
        {
            await using var steps = await ReportSteps.StartAsync(azurite);
            await steps.UploadAsync("a/1.txt", LineExtraction.Report(4));
            steps.Calls.ResetAndInterrupt(call);
            await UntilDoneAsync(() => steps.IngestAsync("a/1.txt"));
            Assert.Equal(expected, await steps.EverythingAsync());
        }));
    }

    [Fact]
    public async Task Two_Runs_At_Once_End_As_One()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        await steps.IngestAsync("a/1.txt", LineExtraction.Report(20));
        var expected = await steps.EverythingAsync();
        await using var other = await ReportSteps.StartAsync(azurite);
        await other.UploadAsync("a/1.txt", LineExtraction.Report(20));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UntilDoneAsync(() => other.IngestAsync("a/1.txt"))));
        Assert.Equal(expected, await other.EverythingAsync());
    }

    [Fact]
    public async Task Two_Reports_At_Once_Share_Their_Measures()
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        var paths = Enumerable.Range(0, 6).Select(i => $"office{i}/r.txt").ToList();
        foreach (var path in paths) await steps.UploadAsync(path, LineExtraction.Report(30));
        await Task.WhenAll(paths.Select(path => UntilDoneAsync(() => steps.IngestAsync(path))));
        Assert.Equal(30, (await steps.MeasuresAsync()).Count);

        foreach (var path in paths.Take(5)) await steps.DeleteAsync(path);
        await Task.WhenAll(paths.Take(5).Select(path => UntilDoneAsync(() => steps.IngestAsync(path))));
        Assert.All(await steps.MeasuresAsync(), m => Assert.Equal("office5", m.Office));
        Assert.Equal(30, (await steps.MeasuresAsync()).Count);
    }

    /// <summary>What the host does: it tries again after a fault.</summary>
    private static async Task UntilDoneAsync(Func<Task> run)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await run();
                return;
            }
            catch (Azure.RequestFailedException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task<(string Everything, int Calls)> RunAsync(string what, int failAt, bool lostAnswer)
    {
        await using var steps = await ReportSteps.StartAsync(azurite);
        if (what != "new")
        {
            await steps.IngestAsync("a/1.txt", LineExtraction.Report(4));
        }

        if (what is "shared" or "deleted")
        {
            await steps.IngestAsync("b/2.txt", LineExtraction.Report(3, from: 2));
        }

        steps.Clock.Advance(TimeSpan.FromDays(12));
        switch (what)
        {
            case "new": await steps.UploadAsync("a/1.txt", LineExtraction.Report(4)); break;
            case "deleted": await steps.DeleteAsync("a/1.txt"); break;
            default: await steps.UploadAsync("a/1.txt", LineExtraction.Report(4, from: 3)); break;
        }

        steps.Calls.Reset(failAt, lostAnswer);
        var crash = await Record.ExceptionAsync(() => steps.IngestAsync("a/1.txt"));
        Assert.Equal(failAt < int.MaxValue, crash is CrashException);
        var calls = steps.Calls.Calls.Count;
        steps.Calls.Reset();
        if (crash is not null)
        {
            await steps.IngestAsync("a/1.txt");
        }

        return (await steps.EverythingAsync(), calls);
    }
}
