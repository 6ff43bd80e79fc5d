namespace Ingest.Core.Reading.Layout;

/// <summary>Sorts the segments of a table's rows into columns: those that overlap from row to row stand in one.</summary>
internal static class Grid
{
    public static List<IReadOnlyList<string>> Cells(List<Row> rows)
    {
        var columns = ColumnsOf(rows);
        return [.. rows.Select(row => (IReadOnlyList<string>)CellsOf(row, columns))];
    }

    private static string[] CellsOf(Row row, List<(double Left, double Right)> columns)
    {
        var cells = new string[columns.Count];
        Array.Fill(cells, "");
        foreach (var segment in row.Segments)
        {
            var column = columns.FindIndex(c => segment.X < c.Right && segment.Right > c.Left);
            if (column < 0) column = columns.Count - 1;
            cells[column] = cells[column].Length == 0 ? segment.Text : $"{cells[column]} {segment.Text}";
        }

        return cells;
    }

    /// <summary>Borders by the row with the most cells; a cell elsewhere that bridges two of them goes to the left one.</summary>
    private static List<(double Left, double Right)> ColumnsOf(List<Row> rows)
    {
        var columns = rows.MaxBy(r => r.Segments.Count)!.Segments.Select(s => (Left: s.X, s.Right)).ToList();
        foreach (var segment in rows.SelectMany(r => r.Segments))
        {
            var touching = columns.Count(c => segment.X < c.Right && segment.Right > c.Left);
            if (touching != 1) continue;
            var at = columns.FindIndex(c => segment.X < c.Right && segment.Right > c.Left);
            columns[at] = (Math.Min(columns[at].Left, segment.X), Math.Max(columns[at].Right, segment.Right));
        }

        return columns;
    }
}
