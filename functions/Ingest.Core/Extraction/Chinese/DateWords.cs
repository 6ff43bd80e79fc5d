using System.Globalization;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>Words that name a time: 近日, 同日, 今年, 除夕, 元宵节.</summary>
internal static class DateWords
{
    private static readonly KeyValuePair<string, DatePoint>[] Listed =
        [.. DataFile.Lines(typeof(DateWords), "date-words.txt").Select(l => l.Split('\t')).Select(p => KeyValuePair.Create(p[0], Parse(p[1].Split(' '))))];

    private static readonly Trie<DatePoint> Words = new(Listed);

    /// <summary>All characters that such a word begins with.</summary>
    public static IEnumerable<char> Starts => Listed.Select(w => w.Key[0]).Distinct();

    /// <summary>Whether such a word may stand at an offset, by its first two characters.</summary>
    public static bool MayStandAt(ReadOnlySpan<char> text, int at) => Words.MayStandAt(text, at);

    /// <summary>The longest word at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out DatePoint point, out int end)
    {
        point = default;
        end = at < text.Length ? at + Words.Longest(text, at, out point) : at;
        return end > at;
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
