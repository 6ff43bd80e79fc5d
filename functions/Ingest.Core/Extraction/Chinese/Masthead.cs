namespace Ingest.Core.Extraction.Chinese;

/// <summary>What a report prints about itself.</summary>
/// <param name="Published">The day it prints as its own, or null; never a crawl or copy stamp, nor one that its own dates contradict.</param>
/// <param name="Source">The paper or site it prints, or null (本站原创 is none).</param>
public sealed record Masthead(DateOnly? Published, string? Source)
{
    /// <summary>The day in the head of a dispatch (某社某市2月6日电), whose year the rest of the report must tell; or null.</summary>
    public DateExpression? Dispatched { get; init; }

    /// <summary>A report told this long after its last dated act is a copy, and the day it prints the copy's.</summary>
    private const int LongestDelay = 300;

    /// <summary>A stamp this soon after the last dated act is the report's own, whatever it names as its source.</summary>
    private const int ShortestDelay = 60;

    /// <summary>Days without a year that are compared with a stamp.</summary>
    private const int MostBareDays = 20;

    /// <summary>Reads datelines, source lines and page stamps.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="dates">All dates found in it, in order.</param>
    public static Masthead Read(ReadOnlySpan<char> text, IReadOnlyList<DateExpression> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        DateOnly? best = null;
        var bestRank = Dateline.None;
        ReadOnlySpan<char> line = [];
        var last = DateOnly.MinValue;
        DateExpression? dispatched = null;
        var bare = new List<DatePoint>();
        foreach (var date in dates)
        {
            dispatched ??= Datelines.IsDispatch(text, date) ? date : null;
            if (date.From is { Kind: DatePointKind.Day, Year: null } && bare.Count < MostBareDays)
            {
                bare.Add(date.From);
            }

            if (date.From is not { Kind: DatePointKind.Day, Year: { } year } || date.To is not null || DateResolver.Calendar.Place(date.From, year) is not { } day)
            {
                continue;
            }

            var rank = Datelines.Rank(text, date);
            if (rank == Dateline.None)
            {
                last = day.First > last ? day.First : last;
            }
            else if (rank > bestRank)
            {
                (best, bestRank) = (day.First, rank);
                line = Datelines.Line(text, date);
            }
        }

        // 来源:本站 is a copy's stamp, unless the report's own dates lie right before it.
        var ownStamp = bestRank == Dateline.CopyStamp && best is { } copied
            && (last != DateOnly.MinValue ? copied.DayNumber - last.DayNumber is >= 0 and <= ShortestDelay : bare.Count > 1 && bare.TrueForAll(d => LiesBefore(d, copied)));
        if ((bestRank <= Dateline.CopyStamp && !ownStamp) || best is { } stamp && last != DateOnly.MinValue && stamp.DayNumber - last.DayNumber > LongestDelay && bestRank < Dateline.Paper
            || best is { } told && Contradicts(EpidemicCourse.Read(text), told))
        {
            best = null;
        }

        return new(best, SourceLine.Read(text, bestRank > Dateline.CopyStamp ? line : [])) { Dispatched = dispatched };
    }

    /// <summary>Whether a day without a year lies right before a stamp, in the stamp's year.</summary>
    private static bool LiesBefore(DatePoint day, DateOnly stamp) =>
        DateResolver.Calendar.Place(day, stamp.Year) is { } told && stamp.DayNumber - told.First.DayNumber is >= 0 and <= ShortestDelay;

    /// <summary>Whether a date is the report's own or a copy's stamp, and so the day of no act.</summary>
    public static bool IsDateline(ReadOnlySpan<char> text, in DateExpression date) => date.From.Year is not null && Datelines.Rank(text, date) != Dateline.None;

    /// <summary>Words that were used in another time only, and a stamp long after it.</summary>
    private static bool Contradicts(WritingPeriod[][] periods, DateOnly stamp)
    {
        foreach (var alternatives in periods)
        {
            if (alternatives[0].Weight == 3 && stamp.DayNumber - alternatives.Max(a => a.Last).DayNumber > LongestDelay)
            {
                return true;
            }
        }

        return false;
    }
}
