namespace Ingest.Core.Extraction.Recognising;

/// <summary>Looks findings up by their place; lists of findings are in the order of the text.</summary>
internal static class Ordered
{
    /// <summary>Index of the first finding that begins at or behind an offset, found by halving; the list's length where none does.</summary>
    public static int FirstFrom<T>(IReadOnlyList<T> findings, int offset, Func<T, int> start)
    {
        var (low, high) = (0, findings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(findings[middle]) < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
