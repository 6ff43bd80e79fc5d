using Ingest.Core.Extraction.Places;
using Ingest.Core.Pages;
using Ingest.Functions.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Pages;

/// <summary>What was done in a province, city or county, by GB/T 2260 code.</summary>
public sealed class ShowPlace(MeasuresTable measures, TimeProvider clock, IOptions<IngestOptions> options)
{
    private const int Months = 12;
    private const int Most = 500;

    /// <summary>Answers.</summary>
    [Function(nameof(ShowPlace))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "places/{code}")] HttpRequest request, string code, CancellationToken cancellationToken)
    {
        var site = options.Value.SiteUrl!;
        if (Gazetteer.Find(code) is not { } place)
        {
            return PageAnswer.Message(site, StatusCodes.Status404NotFound, "没有这个地区", "地址里应为六位行政区划代码，例如 420000 是湖北省。");
        }

        var now = clock.GetUtcNow();
        var found = await measures.AtPlaceAsync(Prefix(place), now.AddMonths(1 - Months), now, cancellationToken).Take(Most + 1).ToListAsync(cancellationToken);
        return PageAnswer.Of<PlacePage>(
            StatusCodes.Status200OK,
            new(nameof(PlacePage.Place), place),
            new(nameof(PlacePage.Measures), found.Take(Most).OrderBy(m => m.Measure.Place, StringComparer.Ordinal).ThenBy(m => m.Measure.Date?.First).ToList()),
            new(nameof(PlacePage.Months), Months),
            new(nameof(PlacePage.Truncated), found.Count > Most),
            new(nameof(PlacePage.Site), site));
    }

    /// <summary>The digits that a place's code shares with all below it; the code for nationwide stands for itself.</summary>
    private static string Prefix(Place place) => place.Level switch
    {
        PlaceLevel.Province => place.Code[..2],
        PlaceLevel.City => place.Code[..4],
        _ => place.Code,
    };
}
