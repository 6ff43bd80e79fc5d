namespace Ingest.Core.Extraction.Recognising;

/// <summary>Walks a list of findings alongside a text, forwards only.</summary>
/// <typeparam name="T">A finding.</typeparam>
internal struct Cursor<T>
{
    private readonly IReadOnlyList<T> _findings;
    private readonly Func<T, int> _start;

    /// <summary>A cursor over findings in the order of the text.</summary>
    public Cursor(IReadOnlyList<T> findings, Func<T, int> start)
    {
        (_findings, _start) = (findings, start);
        MoveTo(0);
    }

    /// <summary>Index in the list of the first finding not passed yet; its length where all are.</summary>
    public int Index { get; private set; }

    /// <summary>Where the first finding not passed yet begins; far behind every text where all are.</summary>
    public int Start { get; private set; }

    /// <summary>Passes what begins before an offset; says whether a finding begins right there.</summary>
    public bool At(int offset)
    {
        while (Start < offset)
            Pass();
        return Start == offset;
    }

    /// <summary>Passes one finding.</summary>
    public void Pass() => MoveTo(Index + 1);

    private void MoveTo(int index)
    {
        Index = index;
        Start = index < _findings.Count ? _start(_findings[index]) : int.MaxValue;
    }
}
