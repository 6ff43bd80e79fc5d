using System.Globalization;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>The outbreaks of a place.</summary>
/// <param name="Told">When a report was written that tells of one of them.</param>
/// <param name="Named">When most reports were written that tell of the epidemic in that place.</param>
internal sealed record Outbreak(WritingPeriod[] Told, WritingPeriod[] Named);

/// <summary>
/// When a report must have been written that tells of an outbreak in a place or of its being closed off (某市等地发生…疫情,
/// 某县实行封闭式管理): the table's own days for that place.
/// </summary>
internal static class Outbreaks
{
    /// <summary>Characters behind a place's name within which its outbreak must be named.</summary>
    private const int Reach = 16;

    private const int ToldWeight = 3;
    private const int NamedWeight = 1;

    /// <summary>When every place of the country had its first wave.</summary>
    private static readonly WritingPeriod FirstWave = new(new(2020, 1, 20), new(2020, 4, 30), NamedWeight);

    private static readonly string[][] Rows = [.. DataFile.Lines(typeof(Outbreaks), "outbreaks.txt").Select(l => l.Split('\t'))];

    private static readonly int LongestPlace = Rows.Max(p => p[0].Length);

    private static readonly PhraseSet Tellings = new(["发生新", "发生疫", "发生本土", "暴发", "爆发", "突发", "出现新", "出现本土", "发现首例", "发现本土", "首例本土", "新增本土", "封闭", "封控", "封城", "静态管理", "静默"]);

    /// <summary>The table, by a place's name.</summary>
    public static Dictionary<string, Outbreak> Places { get; } = Rows.GroupBy(p => p[0]).ToDictionary(g => g.Key, g => new Outbreak(
        [.. g.Select(p => new WritingPeriod(Day(p[1]), Day(p[2]), ToldWeight))],
        [.. g.Select(p => new WritingPeriod(Day(p[1]), Day(p[2]), NamedWeight)), FirstWave]));

    /// <summary>Whether a text tells of an outbreak in the place that it names at an offset.</summary>
    public static bool IsToldAt(ReadOnlySpan<char> text, int at)
    {
        var behind = text[at..Math.Min(text.Length, at + LongestPlace + Reach)];
        var line = behind.IndexOf('\n');
        return Tellings.StandsIn(line < 0 ? behind : behind[..line]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
