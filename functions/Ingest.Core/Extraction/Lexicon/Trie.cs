namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// A set of words, each with a value, that finds the longest word standing at a position of a text. Built once, immutable,
/// and free of allocation when asked. A double array: a step along a word is one addition and one comparison, however many
/// words branch off there.
/// </summary>
/// <typeparam name="T">What a word stands for.</typeparam>
public sealed class Trie<T>
{
    private const int Root = 0;
    private const int None = -1;

    // The characters that words are written with, numbered from 1; all others are 0, which leads nowhere.
    private readonly ushort[] _numbers = new ushort[char.MaxValue + 1];
    // By the first character's number a bit for every 64th character that may follow it: most places of a text are seen off by it.
    private readonly ulong[] _follows;
    private readonly T[] _values;
    private readonly Cell[] _cells;

    /// <summary>Builds from words and values. Later entries win where a word stands twice.</summary>
    public Trie(IEnumerable<KeyValuePair<string, T>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var last = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (word, value) in words.Where(w => w.Key.Length > 0))
            last[word] = value;
        string[] sorted = [.. last.Keys.Order(StringComparer.Ordinal)];
        _values = Array.ConvertAll(sorted, word => last[word]);
        var alphabet = 0;
        foreach (var c in sorted.SelectMany(static word => word))
            _numbers[c] = _numbers[c] > 0 ? _numbers[c] : (ushort)++alphabet;
        _follows = new ulong[alphabet + 1];
        foreach (var word in sorted)
            _follows[_numbers[word[0]]] |= word.Length == 1 ? ulong.MaxValue : 1UL << word[1];
        _cells = Cells(sorted, alphabet);
    }

    /// <summary>Whether a word may stand at an offset, by its first two characters.</summary>
    public bool MayStandAt(ReadOnlySpan<char> text, int at) =>
        at < text.Length && (at + 1 == text.Length || (_follows[_numbers[text[at]]] >> text[at + 1] & 1) != 0);

    /// <summary>Offset of the first place at or behind an offset where a word may stand, by its first two characters; the text's length where none follows.</summary>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return text.Length;
        var (follows, numbers) = (_follows, _numbers);
        var seconds = follows[numbers[text[at]]];
        foreach (var c in text[(at + 1)..])
        {
            if ((seconds >> c & 1) != 0)
                return at;
            seconds = follows[numbers[c]];
            at++;
        }

        return numbers[text[at]] > 0 ? at : text.Length;
    }

    /// <summary>Finds the longest word that stands at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the word must begin.</param>
    /// <param name="value">What the word stands for.</param>
    /// <returns>The word's length, or 0 where none stands there.</returns>
    public int Longest(ReadOnlySpan<char> text, int at, out T? value)
    {
        value = default;
        if (at >= text.Length)
            return 0;
        var (cells, numbers) = (_cells, _numbers);

        // The cells of single characters stand at their numbers.
        int state = numbers[text[at]];
        if (at + 1 < text.Length && (_follows[state] >> text[at + 1] & 1) == 0 || cells[state].Parent != Root)
            return 0;
        var (start, found) = (cells[state].Base, cells[state].Value);
        var length = found == None ? 0 : 1;
        for (var i = at + 1; i < text.Length; i++)
        {
            var next = start + numbers[text[i]];
            ref readonly var cell = ref cells[next];
            if (cell.Parent != state)
                break;
            (state, start) = (next, cell.Base);
            if (cell.Value != None)
                (found, length) = (cell.Value, i + 1 - at);
        }

        if (length > 0)
            value = _values[found];
        return length;
    }

    /// <summary>Finds a word that is the whole of a text.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out T? value)
    {
        var whole = Longest(word, 0, out value) == word.Length && !word.IsEmpty;
        value = whole ? value : default;
        return whole;
    }

    /// <summary>
    /// Gives each beginning of a word a cell. Those that go on from one beginning stand at its base plus the numbers of their
    /// characters, the base being the first that finds all of these cells free.
    /// </summary>
    private Cell[] Cells(string[] sorted, int alphabet)
    {
        var cells = new List<Cell> { Cell.Free };
        var free = 1;
        var branches = new List<(int Number, int From, int To)>();
        var waiting = new Queue<(int State, int Depth, int From, int To)>([(Root, 0, 0, sorted.Length)]);
        while (waiting.TryDequeue(out var node))
        {
            Branch(sorted, node.Depth, node.From, node.To, branches);
            if (branches.Count == 0)
                continue;
            while (free < cells.Count && cells[free].Parent != None)
                free++;
            var start = node.State == Root ? 0 : Math.Max(0, free - branches[0].Number);
            while (!Fits(cells, start, branches))
                start++;
            cells[node.State] = cells[node.State] with { Base = start };
            foreach (var (number, from, to) in branches)
            {
                while (cells.Count <= start + number)
                    cells.Add(Cell.Free);
                cells[start + number] = new(node.State, 0, sorted[from].Length == node.Depth + 1 ? from : None);
                waiting.Enqueue((start + number, node.Depth + 1, from, to));
            }
        }

        // Any character may be looked for from any base.
        cells.AddRange(Enumerable.Repeat(Cell.Free, alphabet + 1));
        return [.. cells];
    }

    private static bool Fits(List<Cell> cells, int start, List<(int Number, int From, int To)> branches)
    {
        foreach (var (number, _, _) in branches)
        {
            if (start + number < cells.Count && cells[start + number].Parent != None)
                return false;
        }

        return true;
    }

    /// <summary>Parts a run of words that begin alike by their next character; one that ends there comes first and has none.</summary>
    private void Branch(string[] sorted, int depth, int from, int to, List<(int Number, int From, int To)> branches)
    {
        branches.Clear();
        for (var i = from; i < to; i++)
        {
            if (sorted[i].Length == depth)
                continue;
            if (branches.Count > 0 && branches[^1].Number == _numbers[sorted[i][depth]])
                branches[^1] = branches[^1] with { To = i + 1 };
            else
                branches.Add((_numbers[sorted[i][depth]], i, i + 1));
        }
    }

    /// <summary>A beginning of words.</summary>
    /// <param name="Parent">The cell of the beginning that is one character shorter.</param>
    /// <param name="Base">Where those that go on from it stand, less the numbers of their characters.</param>
    /// <param name="Value">Index of the value where it is a word itself.</param>
    private readonly record struct Cell(int Parent, int Base, int Value)
    {
        public static Cell Free => new(None, 0, None);
    }
}
