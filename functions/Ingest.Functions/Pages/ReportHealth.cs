using Ingest.Core.Reading;
using Ingest.Functions.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Ingest.Functions.Pages;

/// <summary>Says whether the program runs and reaches its storage; for monitors.</summary>
public sealed partial class ReportHealth(ReportsTable reports, ILogger<ReportHealth> logger)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    /// <summary>Answers 200 or 503, a word each.</summary>
    [Function(nameof(ReportHealth))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            await reports.FindAsync(ReportId.Of("health"), deadline.Token);
            return new TextAnswer("ok", StatusCodes.Status200OK);
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException || deadline.IsCancellationRequested)
        {
            LogUnreachable(failure);
            return new TextAnswer("storage unreachable", StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(1101, LogLevel.Warning, "Storage does not answer.")]
    private partial void LogUnreachable(Exception exception);

    private sealed class TextAnswer(string text, int status) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = status;
            context.HttpContext.Response.ContentType = "text/plain";
            return context.HttpContext.Response.WriteAsync(text, context.HttpContext.RequestAborted);
        }
    }
}
