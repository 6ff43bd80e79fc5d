using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Recognising;

/// <summary>All words of acts.txt, themes.txt, goods.txt, people.txt and markers.txt, found by longest match. Read once; immutable.</summary>
internal sealed class WordBook
{
    private static readonly string[] Files = ["acts.txt", "themes.txt", "goods.txt", "people.txt", "markers.txt"];

    /// <summary>What opens a name, and all punctuation that becomes a token. They stand among the words, so that one search finds either.</summary>
    public const string Marks = "《‘,,、;;:。!?!?()()\n:…—“”\"";

    private readonly Trie<Word> _words;

    private WordBook()
    {
        var found = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var file in Files)
            Read(file, found);
        foreach (var mark in Marks)
            found[mark.ToString()] = new(mark.ToString(), WordClass.Plain, null, null);
        _words = new(found.Select(static known => KeyValuePair.Create(known.Key, known.Value with { Cues = WordCues.Of(known.Value) })));
    }

    /// <summary>The words of the embedded files.</summary>
    public static WordBook Standard { get; } = new();

    /// <summary>Length of the longest word that begins at <paramref name="at"/>, or 0.</summary>
    public int Longest(ReadOnlySpan<char> text, int at, out Word? word) => _words.Longest(text, at, out word);

    /// <summary>Whether a word or mark may begin at <paramref name="at"/>, by its first two characters.</summary>
    public bool MayStandAt(ReadOnlySpan<char> text, int at) => _words.MayStandAt(text, at);

    /// <summary>The longest word that begins at <paramref name="at"/>, or null.</summary>
    public Word? LongestAt(ReadOnlySpan<char> text, int at) => _words.Longest(text, at, out var word) > 0 ? word : null;

    private static void Read(string file, Dictionary<string, Word> found)
    {
        Word? meaning = null;
        foreach (var text in LexiconFile.Words(file))
        {
            if (text[^1] == ':')
            {
                meaning = Meaning(text[..^1], file);
                continue;
            }

            var word = meaning ?? throw new InvalidOperationException($"lexicon {file}: {text} stands before any class");
            found[text] = found.TryGetValue(text, out var known)
                ? known with { Class = known.Class | word.Class, Theme = known.Theme ?? word.Theme, Field = known.Field ?? word.Field }
                : word with { Text = text };
        }
    }

    private static Word Meaning(string head, string file)
    {
        var isField = head[^1] == '?';
        var name = isField ? head[..^1] : head;
        if (name == "Funds")
            return new("", isField ? WordClass.FundsInGeneral : WordClass.Funds, null, null);
        if (file == "themes.txt" && Enum.TryParse<Category>(name, out var category))
            return new("", WordClass.Plain, isField ? null : category, isField ? category : null);
        return Enum.TryParse<WordClass>(name, out var wordClass)
            ? new("", wordClass, null, null)
            : throw new InvalidOperationException($"lexicon {file} names a class that does not exist: {head}");
    }
}
