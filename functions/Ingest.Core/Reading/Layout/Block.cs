namespace Ingest.Core.Reading.Layout;

/// <summary>Rows that are read one after the other, with the borders of their column.</summary>
internal sealed class Block
{
    private const double SameEdge = 0.4;
    private const double LeastShare = 0.15;

    public Block(IReadOnlyList<Row> rows)
    {
        Rows = [.. rows.Select(r => r.Joined())];
        Left = rows.Min(r => r.X);
        Right = FullRight(rows);
    }

    public IReadOnlyList<Row> Rows { get; }

    public double Left { get; }

    /// <summary>Where full lines end. The marks that some programs hang into the margin do not count.</summary>
    public double Right { get; }

    /// <summary>The rightmost edge that several rows share; the rightmost of all where none does.</summary>
    private static double FullRight(IReadOnlyList<Row> rows)
    {
        var edges = rows.Select(r => r.Right).OrderDescending().ToList();
        var least = Math.Max(2, rows.Count * LeastShare);
        for (int start = 0, end = 0; start < edges.Count; start++)
        {
            while (end < edges.Count && edges[start] - edges[end] <= SameEdge * rows[0].Size) end++;
            if (end - start >= least) return edges[start];
        }

        return edges[0];
    }
}
