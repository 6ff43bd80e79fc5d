using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Digests;

/// <summary>Simplified to traditional Chinese, character by character but for the phrases in which a character has another form.</summary>
public static class TraditionalChinese
{
    private static readonly Trie<string> Words = new(Load());

    /// <summary>Converts; what is not simplified Chinese stays.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (traditional, simplified) =>
        {
            for (var i = 0; i < simplified.Length;)
            {
                var length = Words.Longest(simplified, i, out var word);
                if (length == 0)
                {
                    traditional[i] = simplified[i];
                    i++;
                    continue;
                }

                word!.CopyTo(traditional[i..]);
                i += length;
            }
        });
    }

    private static IEnumerable<KeyValuePair<string, string>> Load()
    {
        foreach (var line in DataFile.Lines(typeof(TraditionalChinese), "traditional.txt"))
        {
            if (line.Split(' ') is [var from, var to])
            {
                yield return new(from, to);
                continue;
            }

            for (var i = 0; i < line.Length; i += 2)
            {
                yield return new(line[i].ToString(), line[i + 1].ToString());
            }
        }
    }
}
