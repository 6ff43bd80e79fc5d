using Ingest.Local;
using Ingest.Local.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Functions.Tests.Local.Hosting;

public sealed class TimerClockTests : IDisposable
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("ingest-timer-");
    private readonly Calls _calls = new();

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task Fires_At_Each_Time_Of_The_Schedule_And_Not_Between()
    {
        using var stopping = new CancellationTokenSource();
        var running = Clock().RunAsync(stopping.Token);

        await _time.AdvanceAsync(TimeSpan.FromHours(38));
        Assert.Empty(_calls.All);
        await _time.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(_calls.All);
        await _time.AdvanceAsync(TimeSpan.FromDays(14));

        await stopping.CancelAsync();
        await running;
        Assert.Equal(["2026-11-23T00:30:00 False", "2026-11-30T00:30:00 False", "2026-12-07T00:30:00 False"], _calls.All);
    }

    [Fact]
    public async Task Time_That_Passed_While_Nothing_Ran_Is_Made_Up_For_Once()
    {
        using (var first = new CancellationTokenSource())
        {
            var running = Clock().RunAsync(first.Token);
            await _time.AdvanceAsync(TimeSpan.FromDays(2));
            await first.CancelAsync();
            await running;
        }

        await _time.AdvanceAsync(TimeSpan.FromDays(15));
        using var second = new CancellationTokenSource();
        var again = Clock().RunAsync(second.Token);
        await _time.AdvanceAsync(TimeSpan.FromMinutes(1));
        await second.CancelAsync();
        await again;

        Assert.Equal(["2026-11-23T00:30:00 False", "2026-12-08T10:00:00 True"], _calls.All);
    }

    [Fact]
    public void Schedule_That_Is_No_Ncrontab_Is_Refused_With_The_Functions_Name()
    {
        var error = Assert.Throws<ToolException>(() => Clock("every monday"));

        Assert.Contains("TimerSample", error.Message, StringComparison.Ordinal);
    }

    private TimerClock Clock(string schedule = "0 30 0 * * 1")
    {
        var function = LocalFunction.FindIn([typeof(TimerSample)]).Single();
        return new TimerClock(function, schedule, Path.Combine(_state.FullName, "last"), Record, _time, NullLogger.Instance);

        Task<object?> Record(LocalFunction called, TriggerInput input)
        {
            _calls.Add($"{_time.GetUtcNow():yyyy-MM-ddTHH:mm:ss} {((TimerInput)input).Timer.IsPastDue}");
            return Task.FromResult<object?>(null);
        }
    }
}
