using System.Collections.Frozen;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Places;

/// <summary>Streets, towns and townships and the counties they lie in. Loaded when first asked.</summary>
public static class Towns
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Counties = new(Read);

    /// <summary>Codes of all counties that have a street or town of this name, e.g. <c>赵全营镇</c>; empty if none has.</summary>
    /// <param name="name">Name with 镇, 乡, 街道 or 苏木.</param>
    public static IReadOnlyList<string> CountiesOf(ReadOnlySpan<char> name) =>
        Counties.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var counties) ? counties : [];

    private static FrozenDictionary<string, string[]> Read()
    {
        var counties = new Dictionary<string, string[]>(31_000);
        foreach (var record in LexiconFile.Records("towns.tsv.gz"))
        {
            foreach (var town in record[1].Split(' '))
                counties[town] = counties.TryGetValue(town, out var others) ? [.. others, record[0]] : [record[0]];
        }

        return counties.ToFrozenDictionary();
    }
}
