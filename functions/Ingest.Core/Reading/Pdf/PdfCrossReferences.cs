using System.Globalization;

namespace Ingest.Core.Reading.Pdf;

/// <summary>Where an object lies.</summary>
/// <param name="Offset">Byte offset in the file, where it stands by itself.</param>
/// <param name="Container">Number of the object stream that holds it, or 0.</param>
internal readonly record struct PdfEntry(long Offset, int Container);

/// <summary>The cross-reference tables and streams of a PDF with its trailer, newest first; or what a scan of the file finds.</summary>
internal sealed class PdfCrossReferences(ReadOnlyMemory<byte> data, ReadingBudget budget, PdfFile file)
{
    private const int Tail = 2048;
    private const int MostSections = 1_000;

    public Dictionary<int, PdfEntry> Entries { get; } = [];

    public PdfDictionary Trailer { get; } = [];

    public void Load()
    {
        var tail = data.Span[Math.Max(0, data.Length - Tail)..];
        var mark = tail.LastIndexOf("startxref"u8);
        if (mark < 0) return;
        var lexer = new PdfLexer(data, budget, Math.Max(0, data.Length - Tail) + mark + "startxref".Length);
        var sections = new Queue<double>();
        var seen = new HashSet<double>();
        if (lexer.Read() is double start) sections.Enqueue(start);
        while (sections.TryDequeue(out var offset) && seen.Count < MostSections)
        {
            if (offset < 0 || offset >= data.Length || !seen.Add(offset)) continue;
            var section = Section((int)offset);
            if (section is null) continue;
            foreach (var (key, value) in section) Trailer.TryAdd(key, value);
            if (section.GetValueOrDefault("XRefStm") is double hybrid) sections.Enqueue(hybrid);
            if (section.GetValueOrDefault("Prev") is double previous) sections.Enqueue(previous);
        }
    }

    /// <summary>Reads the whole file for "n g obj" and "trailer"; the last of two objects with one number counts.</summary>
    public void Scan()
    {
        var span = data.Span;
        for (var at = span.IndexOf(" obj"u8); at >= 0;)
        {
            budget.Tick();
            if (ObjectStart(span, at) is { } found)
            {
                budget.Object();
                Entries[found.Number] = new PdfEntry(found.Offset, 0);
            }

            var next = span[(at + 4)..].IndexOf(" obj"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        for (var at = span.IndexOf("trailer"u8); at >= 0;)
        {
            budget.Tick();
            if (new PdfLexer(data, budget, at + 7).Read() is PdfDictionary trailer) Take(trailer);
            var next = span[(at + 7)..].IndexOf("trailer"u8);
            at = next < 0 ? -1 : at + 7 + next;
        }

        foreach (var (number, entry) in Entries.ToList()) Look(number, entry);
    }

    private static (int Number, int Offset)? ObjectStart(ReadOnlySpan<byte> span, int space)
    {
        var i = space - 1;
        while (i >= 0 && char.IsAsciiDigit((char)span[i])) i--;
        if (i == space - 1 || i < 1 || span[i] is not (32 or 9 or 10 or 13)) return null;
        while (i >= 0 && span[i] is 32 or 9 or 10 or 13) i--;
        var end = i + 1;
        while (i >= 0 && end - i < 11 && char.IsAsciiDigit((char)span[i])) i--;
        return int.TryParse(span[(i + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, i + 1) : null;
    }

    /// <summary>During a scan: object streams give their objects, and the catalogue is known by its type.</summary>
    private void Look(int number, PdfEntry entry)
    {
        if (file.ReadAt(entry.Offset) is not { } found) return;
        if (found.Value is PdfDictionary { } dictionary && dictionary.GetValueOrDefault("Type") is PdfName { Value: "Catalog" }) Trailer["Root"] = new PdfReference(number, 0);
        if (found.Value is not PdfStream stream || stream.Dictionary.GetValueOrDefault("Type") is not PdfName type) return;
        if (type.Value == "XRef") Take(stream.Dictionary);
        if (type.Value != "ObjStm") return;
        var bytes = PdfFilters.Decode(stream, file, budget);
        var header = new PdfLexer(bytes, budget);
        for (var i = 0; i < file.Number(stream.Dictionary, "N", 0); i++)
        {
            if (header.Read() is not double inner || header.Read() is not double) break;
            budget.Object();
            Entries.TryAdd((int)inner, new PdfEntry(0, number));
        }
    }

    private void Take(PdfDictionary trailer)
    {
        foreach (var key in (string[])["Root", "Encrypt", "Info", "ID"])
        {
            if (trailer.TryGetValue(key, out var value)) Trailer[key] = value;
        }
    }

    private PdfDictionary? Section(int offset)
    {
        var lexer = new PdfLexer(data, budget, offset);
        lexer.SkipBlanks();
        if (!data.Span[lexer.Position..].StartsWith("xref"u8)) return Stream(lexer.Position);
        lexer.Position += 4;
        while (true)
        {
            var first = lexer.Read();
            if (first is PdfKeyword { Value: "trailer" }) return lexer.Read() as PdfDictionary;
            if (first is not double start || lexer.Read() is not double count) return null;
            if (!Subsection(lexer, (int)start, count)) return null;
        }
    }

    private bool Subsection(PdfLexer lexer, int start, double count)
    {
        for (var i = 0; i < count; i++)
        {
            if (lexer.Read() is not double position || lexer.Read() is not double || lexer.Read() is not PdfKeyword kind) return false;
            if (kind.Value != "n" || position == 0) continue;
            budget.Object();
            Entries.TryAdd(start + i, new PdfEntry((long)position, 0));
        }

        return true;
    }

    private PdfDictionary? Stream(int offset)
    {
        if (file.ReadAt(offset) is not { Value: PdfStream stream }) return null;
        var bytes = PdfFilters.Decode(stream, file, budget);
        var widths = (stream.Dictionary.GetValueOrDefault("W") as List<object?> ?? []).Select(w => w is double d ? (int)Math.Clamp(d, 0, 8) : 0).ToArray();
        if (widths.Length < 3 || widths.Sum() == 0) return null;
        var index = stream.Dictionary.GetValueOrDefault("Index") as List<object?> ?? [0d, stream.Dictionary.GetValueOrDefault("Size")];
        var at = 0;
        for (var section = 0; section + 1 < index.Count; section += 2)
        {
            if (index[section] is not double start || index[section + 1] is not double count) break;
            for (var i = 0; i < count && at + widths.Sum() <= bytes.Length; i++)
            {
                budget.Object();
                var type = widths[0] == 0 ? 1 : Field(widths[0]);
                long second = Field(widths[1]), third = Field(widths[2]);
                if (type == 1) Entries.TryAdd((int)start + i, new PdfEntry(second, 0));
                else if (type == 2) Entries.TryAdd((int)start + i, new PdfEntry(third, (int)second));
            }
        }

        return stream.Dictionary;

        long Field(int width)
        {
            long value = 0;
            for (; width > 0; width--) value = (value << 8) | bytes[at++];
            return value;
        }
    }
}
