using System.Globalization;

namespace Ingest.Core.Extraction;

/// <summary>
/// The day, month or interval of an act, as the guideline writes it: <c>YYYY-MM-DD</c>, <c>YYYY-MM</c>, or two of them
/// parted by a slash.
/// </summary>
public readonly record struct MeasureDate
{
    // Written out only when asked: far more dates are weighed than kept.
    private readonly Form _form;

    private MeasureDate(Form form, DateOnly first, DateOnly last) => (_form, First, Last) = (form, first, last);

    [Flags]
    private enum Form : byte
    {
        None = 0,
        FromDay = 1,
        FromMonth = 2,
        ToDay = 4,
        ToMonth = 8,
    }

    /// <summary>First day of the period.</summary>
    public DateOnly First { get; }

    /// <summary>Last day of the period; the same as <see cref="First"/> for a single day.</summary>
    public DateOnly Last { get; }

    /// <summary>A single day.</summary>
    public static MeasureDate Day(DateOnly day) => new(Form.FromDay, day, day);

    /// <summary>A calendar month.</summary>
    public static MeasureDate Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(Form.FromMonth, first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>From one day or month to another, both included.</summary>
    public static MeasureDate Interval(MeasureDate from, MeasureDate to) =>
        from == to ? from : new((from.IsMonth ? Form.FromMonth : Form.FromDay) | (to.IsMonth ? Form.ToMonth : Form.ToDay), from.First, to.Last);

    /// <summary>Reads the guideline's form.</summary>
    /// <returns>False where the text is not of that form or names no day of the calendar.</returns>
    public static bool TryParse(string? text, out MeasureDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return TryParsePoint(text, out date);
        }

        if (!TryParsePoint(text[..slash], out var from) || !TryParsePoint(text[(slash + 1)..], out var to))
        {
            return false;
        }

        date = Interval(from, to);
        return true;
    }

    /// <summary>The guideline's form.</summary>
    public override string ToString() => _form switch
    {
        Form.None => "",
        Form.FromDay or Form.FromMonth => Written(First, _form == Form.FromMonth),
        _ => $"{Written(First, (_form & Form.FromMonth) != 0)}/{Written(Last, (_form & Form.ToMonth) != 0)}",
    };

    /// <summary>Whether this is one calendar month; as a bound, an interval (中旬) counts by its day.</summary>
    private bool IsMonth => _form == Form.FromMonth;

    private static string Written(DateOnly day, bool asMonth) => day.ToString(asMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryParsePoint(string text, out MeasureDate date)
    {
        date = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = Day(day);
            return true;
        }

        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            date = Month(first.Year, first.Month);
            return true;
        }

        return false;
    }
}
