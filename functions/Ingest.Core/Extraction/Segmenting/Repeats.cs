using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>Remembers which runs of text have been seen, whatever blanks and punctuation stand between their characters.</summary>
internal sealed class Repeats(string text)
{
    /// <summary>Runs with fewer letters and digits than this are too common to count.</summary>
    private const int Shortest = 10;

    private const int ReportsHaveASentenceEvery = 50;

    private readonly HashSet<ulong> _seen = new(text.Length / ReportsHaveASentenceEvery);

    /// <summary>Whether the run stood earlier in the same words; remembers it.</summary>
    public bool Seen(TextSpan span)
    {
        // FNV-1a over letters and digits: 64 bits make a chance collision within one report negligible.
        var hash = 14695981039346656037UL;
        var letters = 0;
        foreach (var c in text.AsSpan(span.Start, span.Length))
        {
            if (c is < '\u4E00' or > '\u9FFF' && !char.IsLetterOrDigit(c))
                continue;
            hash = (hash ^ c) * 1099511628211UL;
            letters++;
        }

        return letters >= Shortest && !_seen.Add(hash);
    }
}
