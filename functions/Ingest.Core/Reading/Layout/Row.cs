using System.Text;

namespace Ingest.Core.Reading.Layout;

/// <summary>Text without a wide gap: a line of running text, or a cell.</summary>
internal sealed record Segment(string Text, double X, double Right, double Size)
{
    public double Width => Right - X;
}

/// <summary>What stands on one baseline.</summary>
/// <param name="Y">Baseline, upwards.</param>
/// <param name="Size">Height of its largest characters.</param>
/// <param name="Segments">From left to right.</param>
internal sealed record Row(double Y, double Size, IReadOnlyList<Segment> Segments)
{
    private const double CellGap = 1.6;

    public double X => Segments[0].X;

    public double Right => Segments.Max(s => s.Right);

    public string Text => string.Join(' ', Segments.Select(s => s.Text));

    /// <summary>The row with segments joined whose gap is no wider than between words: once columns are told apart, the rest are cells.</summary>
    public Row Joined()
    {
        var joined = new List<Segment>();
        foreach (var segment in Segments)
        {
            if (joined.Count == 0 || segment.X - joined[^1].Right > CellGap * Size) joined.Add(segment);
            else joined[^1] = joined[^1] with { Text = $"{joined[^1].Text} {segment.Text}", Right = segment.Right, Size = Math.Max(joined[^1].Size, segment.Size) };
        }

        return this with { Segments = joined };
    }
}

/// <summary>Gathers the runs of a page into rows from top to bottom.</summary>
internal static class Rows
{
    private const double SameBaseline = 0.45;
    private const double WideGap = 0.75;

    public static List<Row> Of(PlacedPage page, ReadingBudget budget)
    {
        var rows = new List<Row>();
        var row = new List<PlacedText>();
        foreach (var run in page.Texts.OrderByDescending(t => t.Y))
        {
            budget.Tick();
            if (row.Count > 0 && row[0].Y - run.Y > SameBaseline * Math.Max(row[0].Size, run.Size)) Close();
            row.Add(run);
        }

        Close();
        return rows;

        void Close()
        {
            if (row.Count > 0 && Segments(row) is { Count: > 0 } segments) rows.Add(new Row(row[0].Y, row.Max(r => r.Size), segments));
            row.Clear();
        }
    }

    private static List<Segment> Segments(List<PlacedText> row)
    {
        var segments = new List<Segment>();
        var text = new StringBuilder();
        PlacedText? last = null;
        double start = 0, right = 0, size = 0;
        foreach (var run in row.OrderBy(r => r.X))
        {
            if (last is { } before)
            {
                if (IsShadow(before, run)) continue;
                var gap = run.X - right;
                var unit = Math.Min(before.Size, run.Size);
                if (gap > WideGap * unit) Close();
                else if (gap > BlankGap(text[^1], run.Text[0]) * unit && text[^1] != ' ' && run.Text[0] != ' ') text.Append(' ');
            }

            if (text.Length == 0) (start, right, size) = (run.X, run.Right, 0);
            text.Append(run.Text);
            (right, size, last) = (Math.Max(right, run.Right), Math.Max(size, run.Size), run);
        }

        Close();
        return segments;

        void Close()
        {
            var tidy = text.ToString().Trim();
            if (tidy.Length > 0) segments.Add(new Segment(tidy, start, right, size));
            text.Clear();
        }
    }

    /// <summary>How wide a gap must be to be a blank: programs part Chinese from Latin by a quarter of a character on their own.</summary>
    private static double BlankGap(char before, char after) => (Whitespace.IsWide(before), Whitespace.IsWide(after)) switch
    {
        (true, true) => 0.6,
        (false, false) => 0.15,
        _ => 0.32,
    };

    /// <summary>Bold type and shadows are drawn as the same text twice, a little apart.</summary>
    private static bool IsShadow(PlacedText before, PlacedText run) =>
        Math.Abs(run.X - before.X) < 0.3 * run.Size && Math.Abs(run.Y - before.Y) < 0.3 * run.Size && run.Text == before.Text;
}
