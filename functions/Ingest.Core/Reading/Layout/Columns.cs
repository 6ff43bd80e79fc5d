namespace Ingest.Core.Reading.Layout;

/// <summary>
/// Finds columns of running text: a gutter that hardly any row crosses, with full lines on both sides. What crosses it
/// (headlines, tables) parts the page into bands, each read column by column. Tables have short cells and are no columns.
/// </summary>
internal static class Columns
{
    private const int MaxDepth = 4;
    private const int LeastRows = 4;
    private const double LeastFill = 0.6;
    private const double LeastGutter = 0.55;
    private const double Margin = 0.15;
    private const double MostCrossing = 0.2;

    public static IEnumerable<Block> Of(List<Row> rows, ReadingBudget budget, int depth = 0)
    {
        budget.CheckTime();
        if (rows.Count == 0) yield break;
        if (depth >= MaxDepth || Gutter(rows) is not { } gutter)
        {
            yield return new Block(rows);
            yield break;
        }

        List<Row> left = [], right = [];
        foreach (var row in rows)
        {
            if (row.Segments.Any(s => s.X < gutter && s.Right > gutter))
            {
                foreach (var block in Band(left, right, budget, depth)) yield return block;
                (left, right) = ([], []);
                yield return new Block([row]);
                continue;
            }

            Put(row, row.Segments.Where(s => s.Right <= gutter), left);
            Put(row, row.Segments.Where(s => s.X >= gutter), right);
        }

        foreach (var block in Band(left, right, budget, depth)) yield return block;
    }

    private static IEnumerable<Block> Band(List<Row> left, List<Row> right, ReadingBudget budget, int depth) =>
        Of(left, budget, depth + 1).Concat(Of(right, budget, depth + 1));

    private static void Put(Row row, IEnumerable<Segment> segments, List<Row> side)
    {
        var own = segments.ToList();
        if (own.Count > 0) side.Add(row with { Segments = own });
    }

    /// <summary>The middle of the best gutter, or null.</summary>
    private static double? Gutter(List<Row> rows)
    {
        if (rows.Count < LeastRows) return null;
        double left = rows.Min(r => r.X), right = rows.Max(r => r.Right), width = right - left;
        var unit = rows.Select(r => r.Size).Order().ElementAt(rows.Count / 2);
        if (width < 20 * unit || width > 1e5) return null;
        var covered = Covered(rows, left, width, out var bin);
        var limit = rows.Count * MostCrossing;
        (int Start, int Length, double Crossing) best = default;
        for (int i = (int)(covered.Length * Margin), start = i, end = (int)(covered.Length * (1 - Margin)); i <= end; i++)
        {
            if (i < end && covered[i] <= limit) continue;
            var crossing = i > start ? covered[start..i].Average() : 0;
            if ((i - start) * bin >= LeastGutter * unit && (best.Length == 0 || crossing < best.Crossing)) best = (start, i - start, crossing);
            start = i + 1;
        }

        if (best.Length == 0) return null;
        var gutter = left + ((best.Start + (best.Length / 2.0)) * bin);
        return IsText(rows, s => s.Right <= gutter) && IsText(rows, s => s.X >= gutter) ? gutter : null;
    }

    private static int[] Covered(List<Row> rows, double left, double width, out double bin)
    {
        const int Bins = 400;
        bin = width / Bins;
        var covered = new int[Bins];
        foreach (var segment in rows.SelectMany(r => r.Segments))
        {
            int from = Math.Clamp((int)((segment.X - left) / bin), 0, Bins - 1), to = Math.Clamp((int)((segment.Right - left) / bin), 0, Bins - 1);
            for (var i = from; i <= to; i++) covered[i]++;
        }

        return covered;
    }

    private static bool IsText(List<Row> rows, Func<Segment, bool> isOnSide)
    {
        var segments = rows.SelectMany(r => r.Segments).Where(isOnSide).ToList();
        if (segments.Count < LeastRows) return false;
        var column = segments.Max(s => s.Right) - segments.Min(s => s.X);
        return segments.Select(s => s.Width).Order().ElementAt(segments.Count / 2) >= LeastFill * column;
    }
}
