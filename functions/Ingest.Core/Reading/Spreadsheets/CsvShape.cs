namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>
/// Tells comma-separated values from prose with commas: the rows of a table have the same number of cells, and short ones.
/// </summary>
internal static class CsvShape
{
    private const int Sample = 16 << 10;
    private const int MinRows = 3;
    private const double SameShare = 0.9;
    private const int LongestMeanCell = 40;

    /// <summary>The character that parts the cells, or null where the text is no table.</summary>
    public static char? Delimiter(string text)
    {
        var sample = text.Length <= Sample ? text : text[..Math.Max(text.LastIndexOf('\n', Sample) + 1, 1)];
        foreach (var delimiter in ",\t;|")
        {
            if (sample.Contains(delimiter, StringComparison.Ordinal) && IsTable(sample, delimiter)) return delimiter;
        }

        return null;
    }

    private static bool IsTable(string sample, char delimiter)
    {
        var counts = new Dictionary<int, int>();
        int rows = 0, cells = 0, bare = 0, sentences = 0;
        foreach (var row in CsvRows.Split(sample, delimiter))
        {
            rows++;
            cells += row.Count;
            sentences += row[^1].TrimEnd() is [.., '。'] ? 1 : 0;
            if (row.Count(c => c.Length > 0) > 1) counts[row.Count] = counts.GetValueOrDefault(row.Count) + 1;
            else bare++; // a title above the table or a note below it
        }

        // 2月3日,市总工会走访卡点,送去牛奶20箱。 line after line is prose, however even its commas.
        if (rows - bare < MinRows || bare > rows / 4 || sentences > rows / 2) return false;
        var commonest = counts.MaxBy(c => c.Value);
        return commonest.Key >= 2 && commonest.Value >= (rows - bare) * SameShare && sample.Length / cells <= LongestMeanCell;
    }
}
