using System.Buffers;
using System.Globalization;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Words that name a time: 近日, 同日, 今年, 除夕, 元宵节.</summary>
internal static class DateWords
{
    private static readonly Dictionary<string, DatePoint> Words = DataFile.Lines(typeof(DateWords), "date-words.txt").Select(l => l.Split('\t')).ToDictionary(p => p[0], p => Parse(p[1].Split(' ')));
    private static readonly Dictionary<string, DatePoint>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> Seconds = SearchValues.Create([.. Words.Keys.Select(w => w[1])]);
    private static readonly int Longest = Words.Keys.Max(w => w.Length);

    /// <summary>All characters that such a word begins with.</summary>
    public static IEnumerable<char> Starts => Words.Keys.Select(w => w[0]).Distinct();

    /// <summary>The longest word at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        if (at + 1 >= text.Length || !Seconds.Contains(text[at + 1]))
        {
            (point, end) = (default, at);
            return false;
        }

        for (var length = Math.Min(Longest, text.Length - at); length > 1; length--)
        {
            if (Lookup.TryGetValue(text.Slice(at, length), out point))
            {
                end = at + length;
                return true;
            }
        }

        (point, end) = (default, at);
        return false;
    }

    private static DatePoint Parse(string[] parts) => parts switch
    {
        ["day", var days] => new(DatePointKind.Relative, null, 0, Number(days)),
        ["report", var days] => new(DatePointKind.ReportDay, null, 0, Number(days)),
        ["year", var years] => new DatePoint(DatePointKind.Year, null, 0, 0) { YearShift = Number(years) },
        ["lunar", var month, var day] => new(DatePointKind.Lunar, null, Number(month), Number(day)),
        ["civil", var month, var day] => new(DatePointKind.Day, null, Number(month), Number(day)),
        _ => new(DatePointKind.Vague, null, 0, 0),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
