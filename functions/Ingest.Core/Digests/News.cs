using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Digests;

/// <summary>That a measure was told: by its id, and by where and when it was first seen, which a correction keeps.</summary>
public sealed record Told(MeasureId Id, ReportId Report, DateTimeOffset FirstSeen);

/// <summary>Tells news from what was told before, also where a window's measures came late or were corrected since.</summary>
public static class News
{
    /// <summary>How long before a window a measure may have been first seen and still be told as late.</summary>
    public static TimeSpan Lookback(Cadence cadence) => cadence switch
    {
        Cadence.Weekly => TimeSpan.FromDays(14),
        Cadence.Daily => TimeSpan.FromDays(8),
        _ => TimeSpan.FromDays(2),
    };

    /// <summary>The measures that were not told.</summary>
    /// <param name="candidates">Measures first seen in the window and the lookback before it.</param>
    /// <param name="told">What was told of the same time.</param>
    /// <remarks>
    /// A corrected upload changes a measure's facts and so its id, but not when its report first told it. Of the measures
    /// that share report and moment, only as many are news as there are more of them than were told.
    /// </remarks>
    public static IReadOnlyList<StoredMeasure> Of(IEnumerable<StoredMeasure> candidates, IReadOnlyCollection<Told> told)
    {
        var ids = told.Select(t => t.Id).ToHashSet();
        var uploads = told.GroupBy(t => (t.Report, t.FirstSeen)).ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. candidates.GroupBy(m => (m.Report, m.FirstSeen)).SelectMany(upload =>
            {
                var more = upload.Count() - uploads.GetValueOrDefault(upload.Key);
                return upload.Where(m => !ids.Contains(m.Measure.Id)).Take(Math.Max(0, more));
            }),
        ];
    }
}
