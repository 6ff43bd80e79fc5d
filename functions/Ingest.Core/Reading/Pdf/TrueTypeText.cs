using System.Buffers.Binary;

namespace Ingest.Core.Reading.Pdf;

/// <summary>The character map of an embedded TrueType font, read backwards: from glyph to character, for files that give no other way.</summary>
internal static class TrueTypeText
{
    private const int MostGlyphs = 65_536;

    /// <summary>Characters by glyph; empty where the font keeps no Unicode map or is broken.</summary>
    public static Dictionary<uint, string> ByGlyph(ReadOnlySpan<byte> font, ReadingBudget budget)
    {
        try
        {
            return UnicodeTable(font) is { IsEmpty: false } table ? Reverse(table, budget) : [];
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return []; // tables that point outside the font
        }
    }

    private static ReadOnlySpan<byte> UnicodeTable(ReadOnlySpan<byte> font)
    {
        if (font.Length < 12) return default;
        var tables = U16(font, 4);
        for (var i = 0; i < tables; i++)
        {
            var record = font.Slice(12 + (i * 16), 16);
            if (!record.StartsWith("cmap"u8)) continue;
            var cmap = font[(int)U32(record, 8)..];
            ReadOnlySpan<byte> best = default;
            for (var j = 0; j < U16(cmap, 2); j++)
            {
                int platform = U16(cmap, 4 + (j * 8)), encoding = U16(cmap, 6 + (j * 8));
                if (platform == 0 || platform == 3 && encoding is 1 or 10) best = cmap[(int)U32(cmap, 8 + (j * 8))..];
            }

            return best;
        }

        return default;
    }

    private static Dictionary<uint, string> Reverse(ReadOnlySpan<byte> table, ReadingBudget budget)
    {
        var characters = new Dictionary<uint, string>();
        var format = U16(table, 0);
        if (format == 4) Segments(table, characters, budget);
        else if (format == 12) Groups(table, characters, budget);
        return characters;
    }

    private static void Segments(ReadOnlySpan<byte> table, Dictionary<uint, string> characters, ReadingBudget budget)
    {
        int twice = U16(table, 6), ends = 14, starts = ends + twice + 2, deltas = starts + twice, offsets = deltas + twice;
        for (var s = 0; s < twice; s += 2)
        {
            int start = U16(table, starts + s), end = U16(table, ends + s), delta = U16(table, deltas + s), offset = U16(table, offsets + s);
            for (var c = start; c <= end && c < 0xFFFF; c++)
            {
                budget.Tick();
                var glyph = offset == 0 ? (c + delta) & 0xFFFF : U16(table, offsets + s + offset + ((c - start) * 2));
                if (offset != 0 && glyph != 0) glyph = (glyph + delta) & 0xFFFF;
                if (glyph != 0 && c is < 0xD800 or > 0xDFFF) characters.TryAdd((uint)glyph, ((char)c).ToString());
            }
        }
    }

    private static void Groups(ReadOnlySpan<byte> table, Dictionary<uint, string> characters, ReadingBudget budget)
    {
        for (var g = 0; g < Math.Min(U32(table, 12), MostGlyphs); g++)
        {
            uint start = U32(table, 16 + (g * 12)), end = Math.Min(U32(table, 20 + (g * 12)), 0x10FFFF), glyph = U32(table, 24 + (g * 12));
            for (var c = start; c <= end && characters.Count < MostGlyphs; c++, glyph++)
            {
                budget.Tick();
                if (c is < 0xD800 or > 0xDFFF) characters.TryAdd(glyph, char.ConvertFromUtf32((int)c));
            }
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
