using System.Collections.Frozen;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Places;

/// <summary>Where papers and sites are at home.</summary>
internal static class Media
{
    private static readonly FrozenDictionary<string, string> Known =
        LexiconFile.Records("media.tsv").ToFrozenDictionary(r => r[0], r => r[1]);

    /// <summary>The place a paper reports on: a known one's, else the place its name opens with (河北工人报); null if nothing tells.</summary>
    public static Place? HomeOf(ReadOnlySpan<char> source)
    {
        foreach (var (name, code) in Known)
        {
            if (source.Contains(name, StringComparison.Ordinal))
                return Gazetteer.Find(code);
        }

        for (var i = 0; i < Math.Min(source.Length, 12); i++)
        {
            if (NameLexicon.Words.Longest(source, i, out var word) > 0 && word!.Place is { } place)
                return place.Candidates[0];
        }

        return null;
    }
}
