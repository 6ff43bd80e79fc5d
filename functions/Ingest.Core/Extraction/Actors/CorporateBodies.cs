namespace Ingest.Core.Extraction.Actors;

/// <summary>
/// The companies, works and institutions that a document names, so that its short forms can be written out: behind
/// 某油田采油二厂, 厂工会 is 某油田采油二厂工会 and 油田工会 is 某油田工会.
/// </summary>
internal sealed class CorporateBodies
{
    private const string Union = "工会";

    /// <summary>Characters that a body's own name has at least.</summary>
    private const int ShortestRoot = 4;

    /// <summary>Longest brand that a firm is called by for short.</summary>
    private const int LongestBrand = 4;

    /// <summary>Bodies of an article that are remembered; a list of donors may name thousands.</summary>
    private const int MostOfArticle = 128;

    /// <summary>What a short form may be called by; the longest first. General knowledge of how such bodies are built up.</summary>
    private static readonly string[] Heads =
        ["局集团公司", "局集团", "分公司", "公司", "集团", "油田", "煤矿", "医院", "学校", "银行", "支行", "分行", "电厂", "学院", "大学", "厂", "矿", "院", "校", "局", "段", "所", "行", "站", "处", "队"];

    private readonly List<(string Root, string? Place)> _named = [];
    private readonly Dictionary<string, (string Name, string? Place)?> _first = [];
    private IEnumerable<(string Written, string? Place)> _expected = [];
    private int _article;

    /// <summary>Who is meant until the text names one: the first of the document that fits.</summary>
    public void Expect(IEnumerable<(string Written, string? Place)> bodies) => _expected = bodies;

    /// <summary>An article's own body, the first it names, is meant from here on.</summary>
    public void TurnArticle() => _article = _named.Count;

    /// <summary>Notes a body, or the union of one, as the text names it.</summary>
    public void Note(string written, string? place)
    {
        if (_named.Count - _article < MostOfArticle) _named.Add((RootOf(written).ToString(), place));
    }

    /// <summary>The body that a short form (厂工会, 公司, 油田各级工会) belongs to; null where the document names none that fits.</summary>
    public (string Name, string? Place)? Of(string shortForm)
    {
        foreach (var head in Heads)
        {
            if (!shortForm.StartsWith(head, StringComparison.Ordinal)) continue;
            for (var i = _article; i < _named.Count; i++)
            {
                if (Within(_named[i].Root, head) is { } name) return (Shortened(name, i), _named[i].Place);
            }

            if (!_first.TryGetValue(head, out var first)) _first[head] = first = Expected(head);
            return first;
        }

        return null;
    }

    /// <summary>The first body of the document with a head. Bodies are written out only here, as few texts ask for it.</summary>
    private (string Name, string? Place)? Expected(string head)
    {
        foreach (var (written, place) in _expected)
        {
            if (Within(RootOf(written).ToString(), head) is { } expected) return (expected, place);
        }

        return null;
    }

    /// <summary>宏远集团 behind 某市宏远餐饮集团公司: the firm whose brand a short name keeps, its union with it; null where none was named.</summary>
    public (string Name, string? Place)? Branded(ReadOnlySpan<char> written)
    {
        var root = RootOf(written);
        var head = root.EndsWith("集团") || root.EndsWith("公司") ? 2 : 0;
        if (head == 0 || root.Length - head is < 2 or > LongestBrand)
            return null;
        var brand = root[..^head];
        for (var i = _article; i < _named.Count; i++)
        {
            var full = _named[i].Root.AsSpan();
            if (full.Length > root.Length && full.IndexOf(brand) >= 0 && full[^2..] is "公司" or "集团")
                return (string.Concat(full, written[root.Length..]), _named[i].Place);
        }

        return null;
    }

    /// <summary>某电力公司某供电所, called 某供电所 further down: as the text calls it.</summary>
    private string Shortened(string name, int from)
    {
        for (var i = from + 1; i < _named.Count; i++)
        {
            if (_named[i].Root.Length > ShortestRoot && _named[i].Root.Length < name.Length && name.EndsWith(_named[i].Root, StringComparison.Ordinal))
                return _named[i].Root;
        }

        return name;
    }

    /// <summary>The part of a body's name that ends with a head: of 某油田采油二厂 either 某油田 or the whole.</summary>
    private static string? Within(string root, string head)
    {
        if (head[0] == '局' && head.Length > 1) return root.Contains("局集团", StringComparison.Ordinal) ? root : null;
        if (head == "校") return root.Length > 3 && root.AsSpan()[^2..] is "大学" or "学院" or "学校" or "中学" or "小学" or "党校" or "技校" ? root : null;
        if (head.Length == 1) return root.Length > 2 && root.EndsWith(head, StringComparison.Ordinal) ? root : null;
        if (head == "学校" && root[^1] is '学' or '院') return root;
        var at = root.LastIndexOf(head, StringComparison.Ordinal);
        return at > 0 ? root[..(at + head.Length)] : null;
    }

    private static ReadOnlySpan<char> RootOf(ReadOnlySpan<char> written)
    {
        var at = written.IndexOf(Union);
        return at > 0 ? written[..at] : written;
    }
}
