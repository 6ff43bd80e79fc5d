namespace Ingest.Core.Reading.Pdf;

/// <summary>LZW as PDF uses it: codes of 9 to 12 bits, 256 clears, 257 ends.</summary>
internal static class PdfLzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int Size = 4096;

    public static byte[] Decode(ReadOnlySpan<byte> bytes, bool isEarly, ReadingBudget budget)
    {
        var output = new MemoryStream();
        var entries = new (int Previous, byte Last, int Length)[Size];
        for (var i = 0; i < 256; i++) entries[i] = (-1, (byte)i, 1);
        int next = End + 1, width = 9, previous = -1, bits = 0, held = 0;
        var run = new byte[Size + 1];
        foreach (var b in bytes)
        {
            held = ((held << 8) | b) & 0xFFFFFF;
            bits += 8;
            if (bits < width) continue;
            bits -= width;
            var code = (held >> bits) & ((1 << width) - 1);
            if (code == End) break;
            if (code == Clear)
            {
                (next, width, previous) = (End + 1, 9, -1);
                continue;
            }

            if (code > next || code == next && previous < 0) break; // broken: what stands before is kept
            if (previous >= 0 && next < Size)
            {
                var first = First(entries, code == next ? previous : code);
                entries[next++] = (previous, first, entries[previous].Length + 1);
            }

            Write(entries, code, run, output);
            previous = code;
            width = (next + (isEarly ? 1 : 0)) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
            if (output.Length > budget.Limits.MaxPartBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
        }

        budget.Unpack(output.Length);
        return output.ToArray();
    }

    private static byte First((int Previous, byte Last, int Length)[] entries, int code)
    {
        while (entries[code].Previous >= 0) code = entries[code].Previous;
        return entries[code].Last;
    }

    private static void Write((int Previous, byte Last, int Length)[] entries, int code, byte[] run, MemoryStream output)
    {
        var length = entries[code].Length;
        for (var i = length - 1; i >= 0 && code >= 0; i--, code = entries[code].Previous) run[i] = entries[code].Last;
        output.Write(run, 0, length);
    }
}
