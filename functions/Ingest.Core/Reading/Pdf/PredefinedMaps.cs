using System.Text;
using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Pdf;

/// <summary>
/// The CMaps that PDF knows by name. Their codes are an ordinary character encoding, so the text follows from the code
/// and the tables of character ids are not needed.
/// </summary>
internal sealed class PredefinedMap
{
    private readonly Encoding _encoding;
    private readonly Func<ReadOnlySpan<byte>, int> _length;
    private readonly Dictionary<uint, string> _known = [];

    private PredefinedMap(int codePage, Func<ReadOnlySpan<byte>, int> length) => (_encoding, _length) = (TextDecoding.OfCodePage(codePage), length);

    /// <summary>The map of a name such as <c>GBK-EUC-H</c>; null for Identity and for names that are not predefined.</summary>
    public static PredefinedMap? Named(string name) => name switch
    {
        _ when name.Contains("UCS2", StringComparison.Ordinal) || name.Contains("UTF16", StringComparison.Ordinal) => new(1201, Utf16Length),
        _ when name.Contains("UTF32", StringComparison.Ordinal) => new(12001, b => Math.Min(4, b.Length)),
        _ when name.Contains("UTF8", StringComparison.Ordinal) => new(65001, Utf8Length),
        _ when name.StartsWith("GB", StringComparison.Ordinal) => new(54936, GbLength),
        _ when name.StartsWith("B5", StringComparison.Ordinal) || name.StartsWith("ETen", StringComparison.Ordinal) || name.StartsWith("ETHK", StringComparison.Ordinal) || name.StartsWith("HKscs", StringComparison.Ordinal) => new(950, PairLength),
        _ when name.Contains("RKSJ", StringComparison.Ordinal) => new(932, b => b[0] is (>= 0x81 and <= 0x9F) or >= 0xE0 ? Math.Min(2, b.Length) : 1),
        _ when name.StartsWith("KSC", StringComparison.Ordinal) => new(949, PairLength),
        _ => null,
    };

    public int CodeLength(ReadOnlySpan<byte> bytes) => _length(bytes);

    public string Text(uint code, ReadOnlySpan<byte> bytes)
    {
        if (!_known.TryGetValue(code, out var text)) _known[code] = text = _encoding.GetString(bytes);
        return text;
    }

    private static int PairLength(ReadOnlySpan<byte> bytes) => bytes[0] >= 0x81 ? Math.Min(2, bytes.Length) : 1;

    private static int GbLength(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] => Math.Min(4, bytes.Length),
        [>= 0x81 and <= 0xFE, ..] => Math.Min(2, bytes.Length),
        _ => 1,
    };

    private static int Utf16Length(ReadOnlySpan<byte> bytes) => Math.Min(bytes[0] is >= 0xD8 and <= 0xDB ? 4 : 2, bytes.Length);

    private static int Utf8Length(ReadOnlySpan<byte> bytes) => Math.Min(bytes[0] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 }, bytes.Length);
}
