
namespace Ingest.Core.Reading.Pdf;

/// <summary>The objects of a PDF: found by its cross-reference table, or by a scan of the file where that is broken.</summary>
internal sealed class PdfFile
{
    private const int MostStreamObjects = 1_000_000;
    private readonly ReadOnlyMemory<byte> _data;
    private readonly ReadingBudget _budget;
    private readonly Dictionary<int, object?> _cache = [];
    private readonly HashSet<int> _resolving = [];
    private readonly Dictionary<int, Dictionary<int, object?>> _objectStreams = [];
    private PdfCrossReferences _references;
    private bool _isRecovered;

    public PdfFile(ReadOnlyMemory<byte> data, ReadingBudget budget)
    {
        (_data, _budget) = (data, budget);
        _references = new PdfCrossReferences(data, budget, this);
        _references.Load();
        if (Get(Root, "Pages") is not PdfDictionary) Recover();
    }

    public PdfDictionary Trailer => _references.Trailer;

    public PdfDictionary? Root => Get(Trailer, "Root") as PdfDictionary;

    public ReadingBudget Budget => _budget;

    /// <summary>Numbers of all objects, for a file whose page tree is lost.</summary>
    public IEnumerable<int> Numbers => _references.Entries.Keys.Order();

    /// <summary>Follows references until there is none.</summary>
    public object? Resolve(object? value)
    {
        for (var turn = 0; value is PdfReference reference; turn++)
        {
            if (turn > 32) return null;
            value = Load(reference.Number);
        }

        return value;
    }

    public object? Get(PdfDictionary? dictionary, string key) =>
        dictionary is not null && dictionary.TryGetValue(key, out var value) ? Resolve(value) : null;

    public double Number(PdfDictionary? dictionary, string key, double otherwise) => Get(dictionary, key) is double number ? number : otherwise;

    public string? Name(PdfDictionary? dictionary, string key) => (Get(dictionary, key) as PdfName)?.Value;

    public byte[] Decode(PdfStream stream) => PdfFilters.Decode(stream, this, _budget);

    /// <summary>Finds the objects again by reading the whole file.</summary>
    public void Recover()
    {
        if (_isRecovered) return;
        _isRecovered = true;
        _cache.Clear();
        _objectStreams.Clear();
        _references = new PdfCrossReferences(_data, _budget, this);
        _references.Scan();
    }

    /// <summary>The object at a byte offset, if it starts there with the right number.</summary>
    public (int Number, object? Value)? ReadAt(long offset)
    {
        if (offset < 0 || offset >= _data.Length) return null;
        _budget.Object();
        var lexer = new PdfLexer(_data, _budget, (int)offset);
        if (lexer.Read() is not double number || lexer.Read() is not double || lexer.Read() is not PdfKeyword { Value: "obj" }) return null;
        var value = lexer.Read();
        if (value is PdfKeyword) return ((int)number, null);
        return ((int)number, value is PdfDictionary dictionary && StreamStart(lexer) is { } start ? new PdfStream(dictionary, StreamBytes(dictionary, start)) : value);
    }

    private int? StreamStart(PdfLexer lexer)
    {
        lexer.SkipBlanks();
        var span = _data.Span;
        var at = lexer.Position;
        if (at >= span.Length || !span[at..].StartsWith("stream"u8)) return null;
        at += 6;
        if (at < span.Length && span[at] == '\r') at++;
        if (at < span.Length && span[at] == '\n') at++;
        return at;
    }

    private ReadOnlyMemory<byte> StreamBytes(PdfDictionary dictionary, int start)
    {
        var rest = _data[Math.Min(start, _data.Length)..];
        if (Get(dictionary, "Length") is double length && length >= 0 && length <= rest.Length
            && rest.Span[(int)length..] is var after && after[..Math.Min(after.Length, 32)].IndexOf("endstream"u8) >= 0) return rest[..(int)length];
        var end = rest.Span.IndexOf("endstream"u8);
        return end < 0 ? rest : rest[..end];
    }

    private object? Load(int number)
    {
        if (_cache.TryGetValue(number, out var known)) return known;
        if (!_references.Entries.TryGetValue(number, out var entry) || !_resolving.Add(number)) return null;
        object? value = null;
        try
        {
            if (entry.Container != 0)
            {
                value = FromObjectStream(entry.Container, number);
            }
            else if (ReadAt(entry.Offset) is { } found && found.Number == number)
            {
                value = found.Value;
            }
            else if (!_isRecovered)
            {
                Recover();
                _resolving.Remove(number);
                return Load(number);
            }
        }
        finally
        {
            _resolving.Remove(number);
        }

        return _cache[number] = value;
    }

    private object? FromObjectStream(int container, int number)
    {
        if (!_objectStreams.TryGetValue(container, out var objects)) _objectStreams[container] = objects = ReadObjectStream(container);
        return objects.GetValueOrDefault(number);
    }

    private Dictionary<int, object?> ReadObjectStream(int container)
    {
        var objects = new Dictionary<int, object?>();
        if (Load(container) is not PdfStream stream) return objects;
        var bytes = Decode(stream);
        int count = (int)Math.Clamp(Number(stream.Dictionary, "N", 0), 0, MostStreamObjects), first = (int)Math.Clamp(Number(stream.Dictionary, "First", 0), 0, bytes.Length);
        var header = new PdfLexer(bytes, _budget);
        for (var i = 0; i < count; i++)
        {
            if (header.Read() is not double number || header.Read() is not double offset || offset < 0 || first + offset >= bytes.Length) break;
            _budget.Object();
            objects.TryAdd((int)number, new PdfLexer(bytes, _budget, first + (int)offset).Read());
        }

        return objects;
    }
}
