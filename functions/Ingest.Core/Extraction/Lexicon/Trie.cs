namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// A set of words, each with a value, that finds the longest word standing at a position of a text. Built once, immutable,
/// and free of allocation when asked. A double array: a step along a word is one addition and one comparison, however many
/// words branch off there.
/// </summary>
/// <typeparam name="T">What a word stands for.</typeparam>
public sealed class Trie<T>
{
    // The characters that words are written with, numbered from 1, those of many words first; all others are 0, which leads nowhere.
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sorted.Length, ushort.MaxValue, nameof(words));
        _values = Array.ConvertAll(sorted, word => last[word]);
        var alphabet = 0;
        foreach (var (c, _) in sorted.SelectMany(static word => word).CountBy(static c => c).OrderByDescending(static count => count.Value))
            _numbers[c] = (ushort)++alphabet;
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
        var number = numbers[text[at]];
        if (at + 1 < text.Length && (_follows[number] >> text[at + 1] & 1) == 0)
            return 0;
        var cell = cells[number];
        if (cell.Number != number)
            return 0;
        var (word, length) = (cell.Word, 1);
        for (var i = at + 1; i < text.Length; i++)
        {
            number = numbers[text[i]];
            var next = cells[cell.Base + number];
            if (next.Number != number)
                break;
            cell = next;
            if (cell.Word > 0)
                (word, length) = (cell.Word, i + 1 - at);
        }

        if (word == 0)
            return 0;
        value = _values[word - 1];
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
    /// characters, the base being the first that no other has and that finds all of these cells free.
    /// </summary>
    private Cell[] Cells(string[] sorted, int alphabet)
    {
        var cells = new List<Cell> { Cell.Free };
        var ends = new List<int>();
        var bases = new HashSet<int>();
        var free = 1;
        var branches = new List<(ushort Number, int From, int To)>();
        var waiting = new Queue<(int Cell, int Depth, int From, int To)>([(0, 0, 0, sorted.Length)]);
        while (waiting.TryDequeue(out var beginning))
        {
            Branch(sorted, beginning.Depth, beginning.From, beginning.To, branches);
            if (branches.Count == 0)
            {
                ends.Add(beginning.Cell);
                continue;
            }

            while (free < cells.Count && !cells[free].IsFree)
                free++;
            var start = beginning.Depth == 0 ? 0 : Math.Max(0, free - branches[0].Number);
            while (bases.Contains(start) || !Fits(cells, start, branches))
                start++;
            bases.Add(start);
            cells[beginning.Cell] = cells[beginning.Cell] with { Base = start };
            foreach (var (number, from, to) in branches)
            {
                while (cells.Count <= start + number)
                    cells.Add(Cell.Free);
                cells[start + number] = new(0, number, sorted[from].Length == beginning.Depth + 1 ? (ushort)(from + 1) : (ushort)0);
                waiting.Enqueue((start + number, beginning.Depth + 1, from, to));
            }
        }

        // Any character may be looked for from any base, and from those that nothing goes on from none is found.
        foreach (var end in ends)
            cells[end] = cells[end] with { Base = cells.Count };
        cells.AddRange(Enumerable.Repeat(Cell.Free, alphabet + 1));
        return [.. cells];
    }

    private static bool Fits(List<Cell> cells, int start, List<(ushort Number, int From, int To)> branches)
    {
        foreach (var (number, _, _) in branches)
        {
            if (start + number < cells.Count && !cells[start + number].IsFree)
                return false;
        }

        return true;
    }

    /// <summary>Parts a run of words that begin alike by their next character; one that ends there comes first and has none.</summary>
    private void Branch(string[] sorted, int depth, int from, int to, List<(ushort Number, int From, int To)> branches)
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

    /// <summary>A beginning of words. Eight bytes, since a text walks through thousands of them.</summary>
    /// <param name="Base">Where those that go on from it stand, less the numbers of their characters; no two have the same.</param>
    /// <param name="Number">Number of its last character, which tells that it goes on from the one whose base it was found by.</param>
    /// <param name="Word">Where it is a word itself, one more than the index of its value; else 0.</param>
    private readonly record struct Cell(int Base, ushort Number, ushort Word)
    {
        public static Cell Free => new(0, ushort.MaxValue, 0);

        public bool IsFree => Number == ushort.MaxValue;
    }
}
