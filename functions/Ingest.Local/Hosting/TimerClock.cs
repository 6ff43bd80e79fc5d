using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Ingest.Local.Hosting;

/// <summary>Starts a function by an NCRONTAB expression, in UTC; a time that passed while nothing ran is made up for at start.</summary>
internal sealed partial class TimerClock
{
    // The longest single wait; a timer of the system cannot wait for months.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly LocalFunction _function;
    private readonly CrontabSchedule _schedule;
    private readonly TimerTriggerAttribute _trigger;
    private readonly string _lastFile;
    private readonly Invoke _invoke;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Reads the schedule.</summary>
    /// <param name="function">The function.</param>
    /// <param name="schedule">NCRONTAB with six fields, seconds first, or with five.</param>
    /// <param name="lastFile">Where the last time is kept between runs.</param>
    /// <param name="invoke">Runs the function.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Failures go here.</param>
    public TimerClock(LocalFunction function, string schedule, string lastFile, Invoke invoke, TimeProvider time, ILogger logger)
    {
        _function = function;
        _trigger = (TimerTriggerAttribute)function.Trigger;
        _schedule = Parse(function.Name, schedule);
        (_lastFile, _invoke, _time, _logger) = (lastFile, invoke, time, logger);
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Waits and fires until it is told to stop. An invocation under way is waited for.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var last = _trigger.UseMonitor ? ReadLast() : null;
            if (_trigger.RunOnStartup || (last is { } known && _schedule.GetNextOccurrence(known) < Now))
            {
                await FireAsync(isPastDue: !_trigger.RunOnStartup);
            }

            while (true)
            {
                await WaitUntilAsync(_schedule.GetNextOccurrence(Now), stopping);
                await FireAsync(isPastDue: false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops between two times.
        }
    }

    /// <summary>What the function is told of its schedule now.</summary>
    public TimerInfo Info(bool isPastDue) => new()
    {
        IsPastDue = isPastDue,
        ScheduleStatus = new ScheduleStatus { Last = ReadLast() ?? default, Next = _schedule.GetNextOccurrence(Now), LastUpdated = ReadLast() ?? default },
    };

    private static CrontabSchedule Parse(string function, string expression)
    {
        var withSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds })
            ?? throw new ToolException($"Function {function}: the schedule '{expression}' is not NCRONTAB ({{second}} {{minute}} {{hour}} {{day}} {{month}} {{day of week}}).");
    }

    private async Task WaitUntilAsync(DateTime next, CancellationToken stopping)
    {
        while (next - Now is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, _time, stopping);
        }
    }

    private async Task FireAsync(bool isPastDue)
    {
        var info = Info(isPastDue);
        WriteLast();
        try
        {
            await _invoke(_function, new TimerInput(info));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure, _function.Name);
        }
    }

    private DateTime? ReadLast() =>
        Path.Exists(_lastFile) && DateTime.TryParse(File.ReadAllText(_lastFile), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last) ? last : null;

    private void WriteLast()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_lastFile)!);
        File.WriteAllText(_lastFile, Now.ToString("O", CultureInfo.InvariantCulture));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed; the next time is not affected")]
    private partial void Failed(Exception failure, string function);
}
