using ExcelDataReader;

namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>
/// A cell merged down a column stands for each of its rows ("武汉市" beside its districts), so its value is repeated;
/// one merged across is a heading and stands once.
/// </summary>
internal static class MergedCells
{
    private const int TallestRepeat = 1_000;

    public static void Fill(List<List<string>> rows, CellRange[]? ranges)
    {
        foreach (var range in ranges ?? [])
        {
            if (range.FromRow >= rows.Count || range.FromColumn != range.ToColumn || range.ToRow - range.FromRow > TallestRepeat) continue;
            var top = rows[range.FromRow];
            if (range.FromColumn >= top.Count || !IsName(top[range.FromColumn])) continue;
            for (var row = range.FromRow + 1; row <= range.ToRow && row < rows.Count; row++) Put(rows[row], range.FromColumn, top[range.FromColumn]);
        }
    }

    /// <summary>An amount that is merged down stands once for all its rows, and would be counted twice.</summary>
    private static bool IsName(string text) => text.Length > 0 && !text.Any(char.IsAsciiDigit);

    private static void Put(List<string> row, int column, string text)
    {
        if (row.Count == 0) return; // an empty row stays empty
        while (row.Count <= column) row.Add("");
        if (row[column].Length == 0) row[column] = text;
    }
}
