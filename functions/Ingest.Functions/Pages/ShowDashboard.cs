using Ingest.Core.Pages;
using Ingest.Functions.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Pages;

/// <summary>The front page; with <c>?office=</c> the reports of one office.</summary>
public sealed class ShowDashboard(DashboardFigures figures, TimelineTable timeline, IOptions<IngestOptions> options)
{
    /// <summary>The Functions host takes no empty route; this one matches nothing but the root.</summary>
    private const string Root = "{nothing:maxlength(0)?}";

    private const int MostReports = 50;

    /// <summary>Answers.</summary>
    [Function(nameof(ShowDashboard))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Root)] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var office = request.Query["office"].FirstOrDefault();
        var (digest, truncated) = await figures.GetAsync(cancellationToken);
        var reports = await timeline.RecentAsync(office, cancellationToken).Take(MostReports).ToListAsync(cancellationToken);
        return PageAnswer.Of<DashboardPage>(
            StatusCodes.Status200OK,
            new(nameof(DashboardPage.Digest), digest),
            new(nameof(DashboardPage.Days), DashboardFigures.Days),
            new(nameof(DashboardPage.Truncated), truncated),
            new(nameof(DashboardPage.Reports), reports),
            new(nameof(DashboardPage.Office), office),
            new(nameof(DashboardPage.Site), options.Value.SiteUrl));
    }
}
