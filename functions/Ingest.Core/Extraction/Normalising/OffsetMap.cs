namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Where each character of a text came from in another one. Kept as the runs that were taken over as they stood: a clean report
/// has a handful, where an offset for every character would be twice the text.
/// </summary>
internal sealed class OffsetMap
{
    private readonly List<(int At, int Source)> _runs = [];

    /// <summary>Where the character at an offset came from; of one behind the last, where it would have come from had the last run gone on.</summary>
    public int this[int at]
    {
        get
        {
            var (low, high) = (0, _runs.Count - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (_runs[middle].At <= at)
                    low = middle;
                else
                    high = middle - 1;
            }

            return _runs[low].Source + (at - _runs[low].At);
        }
    }

    /// <summary>Notes that the character at an offset and those behind it came from a place and what follows there. What was noted from that offset on is forgotten.</summary>
    public void Add(int at, int source)
    {
        while (_runs.Count > 0 && _runs[^1].At >= at)
            _runs.RemoveAt(_runs.Count - 1);
        if (_runs.Count == 0 || _runs[^1].Source + (at - _runs[^1].At) != source)
            _runs.Add((at, source));
    }
}
