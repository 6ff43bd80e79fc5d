namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// A set of words, each with a value, that finds the longest word standing at a position of a text. Built once, immutable,
/// and free of allocation when asked: the first character picks its node from a table, later ones from short sorted runs.
/// </summary>
/// <typeparam name="T">What a word stands for.</typeparam>
public sealed class Trie<T>
{
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly int[] _firstChild;
    private readonly char[] _labels;
    private readonly int[] _valueAt;
    private readonly T[] _values;

    /// <summary>Builds from words and values. Later entries win where a word stands twice.</summary>
    public Trie(IEnumerable<KeyValuePair<string, T>> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var root = new Node();
        var values = new List<T>();
        foreach (var (word, value) in words.Where(w => w.Key.Length > 0))
        {
            var node = root;
            foreach (var c in word)
                node = node.Child(c);
            node.Value = values.Count;
            values.Add(value);
        }

        // Breadth first, so that the children of one node stand side by side.
        var nodes = new List<Node> { root };
        for (var i = 0; i < nodes.Count; i++)
            nodes.AddRange(nodes[i].Children.Values);

        _values = [.. values];
        _firstChild = new int[nodes.Count + 1];
        _valueAt = new int[nodes.Count];
        _labels = new char[nodes.Count - 1];
        var edge = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            _firstChild[i] = edge;
            _valueAt[i] = nodes[i].Value;
            foreach (var label in nodes[i].Children.Keys)
            {
                _labels[edge++] = label;
            }
        }

        _firstChild[nodes.Count] = edge;
        for (var e = _firstChild[0]; e < _firstChild[1]; e++)
            _roots[_labels[e]] = e + 1;
    }

    /// <summary>Finds the longest word that stands at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the word must begin.</param>
    /// <param name="value">What the word stands for.</param>
    /// <returns>The word's length, or 0 where none stands there.</returns>
    public int Longest(ReadOnlySpan<char> text, int at, out T? value)
    {
        value = default;
        var length = 0;
        var node = _roots[text[at]];
        for (var i = at + 1; node != 0; i++)
        {
            if (_valueAt[node] >= 0)
            {
                value = _values[_valueAt[node]];
                length = i - at;
            }

            if (i == text.Length)
                break;
            node = Step(node, text[i]);
        }

        return length;
    }

    /// <summary>Finds a word that is the whole of a text.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out T? value)
    {
        value = default;
        var node = word.IsEmpty ? 0 : _roots[word[0]];
        for (var i = 1; node != 0 && i < word.Length; i++)
            node = Step(node, word[i]);
        if (node == 0 || _valueAt[node] < 0)
            return false;
        value = _values[_valueAt[node]];
        return true;
    }

    private int Step(int node, char c)
    {
        // Nodes are numbered in the order of the edges that lead to them, the root first.
        var (low, high) = (_firstChild[node], _firstChild[node + 1]);
        while (high - low > 8)
        {
            var middle = (low + high) >>> 1;
            if (_labels[middle] <= c)
                low = middle;
            else
                high = middle;
        }

        for (; low < high; low++)
        {
            if (_labels[low] == c)
                return low + 1;
        }

        return 0;
    }

    private sealed class Node
    {
        public int Value { get; set; } = -1;

        public SortedList<char, Node> Children { get; } = [];

        public Node Child(char c)
        {
            if (!Children.TryGetValue(c, out var child))
                Children.Add(c, child = new Node());
            return child;
        }
    }
}
