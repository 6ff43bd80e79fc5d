using System.IO.Compression;

namespace Ingest.Core.Reading.Pdf;

/// <summary>Undoes the filters of a stream. A broken stream gives what stands before the break; a picture gives nothing.</summary>
internal static class PdfFilters
{
    private const int MostFilters = 8;

    public static byte[] Decode(PdfStream stream, PdfFile file, ReadingBudget budget)
    {
        var filters = AsList(file.Get(stream.Dictionary, "Filter") ?? file.Get(stream.Dictionary, "F"), file);
        var parameters = AsList(file.Get(stream.Dictionary, "DecodeParms") ?? file.Get(stream.Dictionary, "DP"), file);
        var bytes = stream.Raw;
        if (filters.Count == 0 && bytes.Length > budget.Limits.MaxPartBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
        for (var i = 0; i < Math.Min(filters.Count, MostFilters); i++)
        {
            if (filters[i] is not PdfName filter) continue;
            budget.CheckTime();
            var parameter = i < parameters.Count ? parameters[i] as PdfDictionary : null;
            bytes = filter.Value switch
            {
                "FlateDecode" or "Fl" => Predictors.Undo(Inflate(bytes, budget), parameter, file),
                "LZWDecode" or "LZW" => Predictors.Undo(PdfLzw.Decode(bytes.Span, file.Number(parameter, "EarlyChange", 1) != 0, budget), parameter, file),
                "ASCII85Decode" or "A85" => Ascii85(bytes.Span, budget),
                "ASCIIHexDecode" or "AHx" => AsciiHex(bytes.Span),
                "RunLengthDecode" or "RL" => RunLength(bytes.Span, budget),
                _ => default, // pictures
            };
        }

        return filters.Count == 0 ? bytes.ToArray() : System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array) && array.Offset == 0 && array.Count == array.Array!.Length ? array.Array : bytes.ToArray();
    }

    private static List<object?> AsList(object? value, PdfFile file) => value switch
    {
        null => [],
        List<object?> list => [.. list.Select(file.Resolve)],
        _ => [value],
    };

    private static byte[] Inflate(ReadOnlyMemory<byte> bytes, ReadingBudget budget)
    {
        var output = new MemoryStream();
        foreach (var header in new[] { 2, 0 })
        {
            if (bytes.Length <= header) break;
            using var inflate = new DeflateStream(Bytes.AsStream(bytes[header..]), CompressionMode.Decompress);
            Copy(inflate, output, budget);
            if (output.Length > 0) break;
        }

        return output.ToArray();
    }

    private static void Copy(DeflateStream from, MemoryStream to, ReadingBudget budget)
    {
        var buffer = new byte[16 << 10];
        try
        {
            for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
            {
                budget.Unpack(read);
                to.Write(buffer, 0, read);
                if (to.Length > budget.Limits.MaxPartBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
            }
        }
        catch (InvalidDataException)
        {
            // what stands before the break is kept
        }
    }

    private static byte[] Ascii85(ReadOnlySpan<byte> bytes, ReadingBudget budget)
    {
        var output = new List<byte>(bytes.Length);
        uint group = 0;
        var count = 0;
        foreach (var c in bytes)
        {
            if (c == '~') break;
            if (c == 'z' && count == 0)
            {
                output.AddRange([0, 0, 0, 0]);
            }
            else if (c is >= (byte)'!' and <= (byte)'u')
            {
                group = unchecked((group * 85) + c - '!');
                if (++count < 5) continue;
                output.AddRange([(byte)(group >> 24), (byte)(group >> 16), (byte)(group >> 8), (byte)group]);
                (group, count) = (0, 0);
            }
        }

        if (count > 1)
        {
            for (var pad = count; pad < 5; pad++) group = unchecked((group * 85) + 84);
            for (var i = 0; i < count - 1; i++) output.Add((byte)(group >> (24 - (i * 8))));
        }

        budget.Unpack(output.Count);
        return [.. output];
    }

    private static byte[] AsciiHex(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'>');
        var digits = new List<char>();
        foreach (var c in end < 0 ? bytes : bytes[..end])
        {
            if (char.IsAsciiHexDigit((char)c)) digits.Add((char)c);
        }

        if (digits.Count % 2 != 0) digits.Add('0');
        return Convert.FromHexString(new string([.. digits]));
    }

    private static byte[] RunLength(ReadOnlySpan<byte> bytes, ReadingBudget budget)
    {
        var output = new MemoryStream();
        for (var i = 0; i < bytes.Length && bytes[i] != 128;)
        {
            var length = bytes[i++];
            if (length < 128)
            {
                var count = Math.Min(length + 1, bytes.Length - i);
                output.Write(bytes.Slice(i, count));
                i += count;
            }
            else if (i < bytes.Length)
            {
                for (var n = 257 - length; n > 0; n--) output.WriteByte(bytes[i]);
                i++;
            }

            if (output.Length > budget.Limits.MaxPartBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
        }

        budget.Unpack(output.Length);
        return output.ToArray();
    }
}
