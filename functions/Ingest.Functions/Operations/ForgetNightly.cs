using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Operations;

/// <summary>Every night: what has served its time is deleted.</summary>
public sealed partial class ForgetNightly(Forgetting forgetting, ILogger<ForgetNightly> logger)
{
    /// <summary>18:45 UTC is 02:45 in Beijing, when nobody waits for a form.</summary>
    [Function(nameof(ForgetNightly))]
    public async Task RunAsync([TimerTrigger("0 45 18 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var (what, rows) in await forgetting.RunAsync(cancellationToken))
        {
            LogForgotten(what, rows);
        }
    }

    [LoggerMessage(1202, LogLevel.Information, "Forgot {Rows} of {What}.")]
    private partial void LogForgotten(string what, int rows);
}
