using Ingest.Core.Outcomes;
using Ingest.Core.Pages;
using Ingest.Core.Reading;
using Ingest.Functions.Reports;
using Ingest.Functions.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Pages;

/// <summary>The page of a report, with its passages marked in its text.</summary>
public sealed class ShowReport(ReportsTable reports, Texts texts, IOptions<IngestOptions> options)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowReport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "reports/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var site = options.Value.SiteUrl!;
        if (!ReportId.TryParse(id, out var report) || await reports.GetAsync(report, cancellationToken) is not { Outcome: { } outcome } state)
        {
            return PageAnswer.Message(site, StatusCodes.Status404NotFound, "没有这份报告", "它可能已被撤回，也可能刚刚上传、还在处理。请稍后刷新本页，或从总览查找。");
        }

        var told = new ToldReport(
            outcome,
            outcome.Format is null ? null : await texts.ReadAsync(report, cancellationToken),
            [.. state.Measures.Values.Select(m => m.Stored.Measure).OrderBy(m => m.Span.Start)]);
        return PageAnswer.Of<ReportPage>(
            StatusCodes.Status200OK,
            new(nameof(ReportPage.Report), told),
            new(nameof(ReportPage.Entries), (List<(string, string)>)[.. outcome.Entries.Select(e => (e, ReportId.Of(outcome.Path, e).Value))]),
            new(nameof(ReportPage.Site), site));
    }
}
