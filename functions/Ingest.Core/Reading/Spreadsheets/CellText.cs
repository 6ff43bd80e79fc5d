using System.Globalization;

namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>A cell's value as a person would read it: dates as Chinese dates, numbers without thousands separators.</summary>
internal static class CellText
{
    public static string Of(object? value, string? format) => value switch
    {
        null => "",
        string text => text.Trim(),
        double number => Number(number, format),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy年M月d日 H:mm", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"h\:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Number(double number, string? format) =>
        format is not null && format.EndsWith('%')
            ? (number * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%"
            : Math.Abs(number) < 1e15 ? number.ToString("0.##########", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
