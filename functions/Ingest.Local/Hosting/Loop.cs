using Microsoft.Extensions.Logging;

namespace Ingest.Local.Hosting;

/// <summary>Looks for work again and again until told to stop; a look that fails is told and repeated.</summary>
internal static partial class Loop
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Runs until told to stop.</summary>
    /// <param name="look">Looks once, and says how long to wait before the next look.</param>
    /// <param name="drain">Waits for what has begun.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Failures go here.</param>
    /// <param name="stopping">Nothing new begins after it.</param>
    public static async Task RunAsync(Func<CancellationToken, Task<TimeSpan>> look, Func<Task> drain, TimeProvider time, ILogger logger, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(await look(stopping), time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                Failed(logger, failure, AfterFailure.TotalSeconds);
                await Task.Delay(AfterFailure, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await drain();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Storage cannot be reached; the next look is in {Seconds} s")]
    private static partial void Failed(ILogger logger, Exception failure, double seconds);
}
