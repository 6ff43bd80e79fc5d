using System.Text.RegularExpressions;

namespace Ingest.Core.Reading.Layout;

/// <summary>Drops what repeats at the head and foot of pages: running titles and page numbers.</summary>
internal static partial class RunningHeads
{
    private const double Zone = 0.15;
    private const int MostRows = 3;
    private const double SamePlace = 6;

    public static List<List<Row>> Without(IReadOnlyList<(double Height, List<Row> Rows)> pages)
    {
        var places = pages.Select(p => Candidates(p.Height, p.Rows).ToHashSet()).ToList();
        var counts = new Dictionary<(string Text, int Place), int>();
        foreach (var key in places.SelectMany(page => page.Select(Key).Distinct())) counts[key] = counts.GetValueOrDefault(key) + 1;
        var least = Math.Max(2, pages.Count * 2 / 5);
        return [.. pages.Select((page, i) => page.Rows.Where(row => !places[i].Contains(row) || !IsRunning(row)).ToList())];

        bool IsRunning(Row row) => PageNumber().IsMatch(row.Text) || counts[Key(row)] >= least;
    }

    private static IEnumerable<Row> Candidates(double height, List<Row> rows) =>
        rows.Take(MostRows).Where(r => r.Y > height * (1 - Zone)).Concat(rows.TakeLast(MostRows).Where(r => r.Y < height * Zone));

    private static (string Text, int Place) Key(Row row) =>
        (string.Concat(row.Text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c))), (int)Math.Round(row.Y / SamePlace));

    // "3", "- 3 -", "— 3 —", "第3页", "第 3 页 共 10 页", "3/10"
    [GeneratedRegex(@"^[-—–－·•\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:\s*[,，/／]?\s*共?\s*[0-9０-９]{1,4}\s*页?)?[-—–－·•\s]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
