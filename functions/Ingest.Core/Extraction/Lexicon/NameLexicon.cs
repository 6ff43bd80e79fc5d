using System.Collections.Frozen;
using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Lexicon;

/// <summary>Every word that matters to the reader of names, in one trie, so that a text is looked up once.</summary>
internal static class NameLexicon
{
    private static readonly string[] Levels = ["省", "市", "县", "区", "旗", "州", "盟", "地区", "镇", "乡", "街道", "自治区", "师市"];

    /// <summary>A body's word of fewer characters runs past the end of another word by chance (员工|会).</summary>
    internal const int ShortestOverrun = 3;

    /// <summary>All words.</summary>
    public static Trie<NameWord> Words { get; } = new(Collect());

    /// <summary>Family names, of one or two characters.</summary>
    public static FrozenSet<string> Surnames { get; } = LexiconFile.Words("surnames.txt").ToFrozenSet();

    /// <summary>What may stand before a person's name: trades and posts.</summary>
    public static PhraseSet PersonWords { get; } = new([.. LexiconFile.Words("person-words.txt")]);

    /// <summary>A part of a text as a string; where it is a word, nearly always, the word's own.</summary>
    public static string Text(ReadOnlySpan<char> text) => Words.TryGet(text, out var word) ? word!.Text : text.ToString();

    private static Dictionary<string, NameWord> Collect()
    {
        var words = new Dictionary<string, NameWord>();
        foreach (var name in Gazetteer.Names)
            words[name.Text] = new(name.Text, NameRoles.Place, name);
        foreach (var record in LexiconFile.Records("organisation-words.tsv"))
        {
            var part = record[0] == "part";
            foreach (var word in Split(record[1]))
                Add(word, part ? NameRoles.Part : NameRoles.Organisation, part ? null : Enum.Parse<ActorKind>(record[0], ignoreCase: true));
        }

        foreach (var record in LexiconFile.Records("officials.tsv"))
        {
            foreach (var word in Split(record[1]))
                Add(word, record[0] == "title" ? NameRoles.Title : NameRoles.People);
        }

        foreach (var record in LexiconFile.Records("landmarks.tsv"))
        {
            Add(record[0], NameRoles.Landmark);
            // A school is a body itself, a works is named with what it is (鞍钢|集团).
            if (record[0][^2..] is "大学" or "学院")
                Add(record[0], NameRoles.Organisation, ActorKind.Institution);
            words[record[0]] = words[record[0]] with { LandmarkCode = record[1] };
        }

        foreach (var record in LexiconFile.Records("national-bodies.tsv"))
        {
            foreach (var word in Split(record[1] + " " + record[2]))
                Add(word, NameRoles.Organisation | NameRoles.Prefix, Enum.Parse<ActorKind>(record[0], ignoreCase: true));
        }

        foreach (var level in Levels)
            Add(level, NameRoles.Level);
        AddAll("name-prefixes.txt", NameRoles.Prefix);
        AddAll("name-words.txt", NameRoles.Inside);
        AddAll("credited-people.txt", NameRoles.Credit);
        AddAll("name-breaks.txt", NameRoles.Break);
        AddAll("name-soft-breaks.txt", NameRoles.SoftBreak);
        AddAll("zones.txt", NameRoles.Zone);
        MarkYielding(words);
        MarkWhatFollows(words);
        return words;

        void AddAll(string file, NameRoles role)
        {
            foreach (var word in LexiconFile.Words(file))
                Add(word, role);
        }

        void Add(string text, NameRoles role, ActorKind? kind = null) =>
            words[text] = words.TryGetValue(text, out var word)
                ? word with { Roles = word.Roles | role, Kind = kind ?? word.Kind }
                : new(text, role, Kind: kind);
    }

    /// <summary>Marks the words in which the word of a body may begin that runs past their end.</summary>
    private static void MarkYielding(Dictionary<string, NameWord> words)
    {
        var openings = words.Values.Where(w => w.Is(NameRoles.Organisation) && w.Text.Length >= ShortestOverrun)
            .SelectMany(w => Enumerable.Range(1, w.Text.Length - 1).Select(n => w.Text[..n])).ToHashSet();
        // 街总 names a body of Macao, but not in 某街总工会.
        foreach (var word in words.Values.Where(w => (w.Is(NameRoles.Prefix) && w.Text is [_, '总']) || ((w.Is(NameRoles.Break | NameRoles.Credit) ? w.Text.Length > 1 : w.Is(NameRoles.Inside) && w.Text.Length > 2) && !w.Is(NameRoles.Organisation))).ToList())
        {
            if (Enumerable.Range(1, word.Text.Length - 1).Any(n => openings.Contains(word.Text[n..])))
                words[word.Text] = word with { Roles = word.Roles | NameRoles.Yields };
        }
    }

    /// <summary>Notes what is asked of every word of a text, so that it need not be worked out there.</summary>
    private static void MarkWhatFollows(Dictionary<string, NameWord> words)
    {
        foreach (var word in words.Values.ToList())
        {
            var parts = word.Is(NameRoles.Break | NameRoles.SoftBreak) && !word.Is(NameRoles.Organisation | NameRoles.Inside | NameRoles.Landmark) && word.Place is not { Full: true };
            var roles = (parts ? NameRoles.Parts : NameRoles.None) | (Collectives.Opens(word) ? NameRoles.Collective : NameRoles.None);
            if (roles != NameRoles.None)
                words[word.Text] = word with { Roles = word.Roles | roles };
        }
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
