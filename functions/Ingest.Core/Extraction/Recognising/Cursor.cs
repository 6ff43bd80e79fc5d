namespace Ingest.Core.Extraction.Recognising;

/// <summary>Walks the starts of a list of findings alongside a text, forwards only.</summary>
internal struct Cursor
{
    private readonly int[] _starts;

    private Cursor(int[] starts) => (_starts, Index) = (starts, 0);

    /// <summary>Index in the list of the first finding not passed yet; its length where all are.</summary>
    public int Index { get; private set; }

    /// <summary>Where the first finding not passed yet begins; far behind every text where all are.</summary>
    public readonly int Start => _starts[Index];

    /// <summary>A cursor over findings in the order of the text.</summary>
    public static Cursor Over<T>(IReadOnlyList<T> findings, Func<T, int> start)
    {
        var starts = new int[findings.Count + 1];
        for (var i = 0; i < findings.Count; i++)
            starts[i] = start(findings[i]);
        starts[^1] = int.MaxValue;
        return new(starts);
    }

    /// <summary>Passes what begins before an offset; says whether a finding begins right there.</summary>
    public bool At(int offset)
    {
        while (_starts[Index] < offset)
            Index++;
        return _starts[Index] == offset;
    }

    /// <summary>Passes one finding.</summary>
    public void Pass() => Index++;
}
