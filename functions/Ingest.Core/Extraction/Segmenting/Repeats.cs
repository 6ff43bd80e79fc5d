using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>Remembers which runs of text have been seen, whatever blanks and punctuation stand between their characters.</summary>
internal sealed class Repeats(string text)
{
    /// <summary>Runs with fewer letters and digits than this are too common to count.</summary>
    private const int Shortest = 10;

    private const int ReportsHaveASentenceEvery = 50;

    // The first run of each opening: few open alike, and only of these need more be known.
    private readonly Dictionary<ulong, TextSpan> _firsts = new(text.Length / ReportsHaveASentenceEvery);
    private readonly HashSet<ulong> _seen = [];

    /// <summary>Whether the run stood earlier in the same words; remembers it.</summary>
    public bool Seen(TextSpan span)
    {
        var (opening, letters) = HashOf(span, Shortest);
        if (letters < Shortest || _firsts.TryAdd(opening, span))
            return false;
        _seen.Add(HashOf(_firsts[opening], int.MaxValue).Hash);
        return !_seen.Add(HashOf(span, int.MaxValue).Hash);
    }

    /// <summary>FNV-1a over the first letters and digits of a run: 64 bits make a chance collision within one report negligible.</summary>
    private (ulong Hash, int Letters) HashOf(TextSpan span, int most)
    {
        var hash = 14695981039346656037UL;
        var letters = 0;
        foreach (var c in text.AsSpan(span.Start, span.Length))
        {
            if (c is < '\u4E00' or > '\u9FFF' && !char.IsLetterOrDigit(c))
                continue;
            hash = (hash ^ c) * 1099511628211UL;
            if (++letters == most)
                break;
        }

        return (hash, letters);
    }
}
