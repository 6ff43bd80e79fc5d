using System.Buffers;
using System.Globalization;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>
/// When a report must have been written that tells of an outbreak in a place or of its being closed off (某市等地发生…疫情,
/// 某县实行封闭式管理): the table's own days for that place.
/// </summary>
internal static class Outbreaks
{
    /// <summary>Characters behind a place's name within which its outbreak must be named.</summary>
    private const int Reach = 16;

    private const int Weight = 3;

    private static readonly string[][] Rows = [.. DataFile.Lines(typeof(Outbreaks), "outbreaks.txt").Select(l => l.Split('\t'))];

    private static readonly int LongestPlace = Rows.Max(p => p[0].Length);

    private static readonly Trie<WritingPeriod[]> Places = new(Rows.GroupBy(p => p[0], p => new WritingPeriod(Day(p[1]), Day(p[2]), Weight)).Select(g => KeyValuePair.Create(g.Key, g.ToArray())));

    private static readonly SearchValues<string> Tellings = SearchValues.Create(["发生新", "发生疫", "发生本土", "暴发", "爆发", "突发", "出现新", "出现本土", "封闭", "封控", "封城", "静态管理", "静默"], StringComparison.Ordinal);

    /// <summary>Whether the name of one of the table's places may begin with a character.</summary>
    public static bool MayBeginWith(char c) => Places.Beginnings.Contains(c);

    /// <summary>Adds the periods of the outbreaks that a text tells of in the place named at an offset, each place's as alternatives.</summary>
    public static void ReadAt(ReadOnlySpan<char> text, int at, HashSet<WritingPeriod[]> found)
    {
        var length = Places.Longest(text, at, out var periods);
        if (length == 0 || found.Contains(periods!))
            return;
        var behind = text[at..Math.Min(text.Length, at + LongestPlace + Reach)];
        if (behind.IndexOf('\n') is var line and >= 0)
            behind = behind[..line];
        if (behind.IndexOfAny(Tellings) < 0)
            return;
        for (; length > 1; length = Places.Longest(behind[..(length - 1)], 0, out periods))
            found.Add(periods!);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
