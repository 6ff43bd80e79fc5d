namespace Ingest.Core.Extraction.Lexicon;

/// <summary>The lists of phrases.txt, by name: what rules look for in a clause as it is written, and not word by word.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, string[]> Lists = Read();

    /// <summary>The phrases of a list.</summary>
    /// <param name="name">Its name in the file.</param>
    public static string[] Of(string name) => Lists[name];

    /// <summary>Whether a text ends with one of the phrases.</summary>
    public static bool EndWithAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            // Nearly all differ in the last character already.
            if (text.Length >= phrase.Length && text[^1] == phrase[^1] && text.EndsWith(phrase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text begins with one of the phrases.</summary>
    public static bool StartWithAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Length >= phrase.Length && text[0] == phrase[0] && text.StartsWith(phrase))
                return true;
        }

        return false;
    }

    private static Dictionary<string, string[]> Read()
    {
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines(typeof(Phrases), "phrases.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            lists.Add(line[..colon], line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return lists;
    }
}
