using System.Text;

namespace Ingest.Core.Reading.Texts;

/// <summary>A decoded text and how it was decoded.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="Encoding">Name of the encoding.</param>
/// <param name="Score">How much it looks like writing.</param>
/// <param name="Distrusted">Whether the encoding that the file states was set aside because the bytes speak against it.</param>
internal sealed record DecodedText(string Text, string Encoding, EncodingScore Score, bool Distrusted = false);

/// <summary>Finds the encoding of Chinese text from its bytes: marks first, then validity, then which decoding reads like Chinese.</summary>
internal static class TextDecoding
{
    private const int SampleBytes = 64 << 10;
    private const double DeclaredMargin = 0.05; // a stated encoding is believed unless another reads clearly better
    private const double MostlyValid = 0.02;

    private static readonly string[] Candidates = ["gb18030", "big5", "utf-16le", "utf-16be"];

    static TextDecoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the Chinese code pages known to libraries that ask the framework for them.</summary>
    public static void Register()
    {
        // The static constructor has run.
    }

    /// <summary>Decodes bytes. <paramref name="declared"/> is the encoding that the file itself states, if any.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (ByMark(bytes) is { } marked) return marked;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var (name, score) = Best(bytes, sample);
        if (Known(declared) is not { } stated || stated == name) return Make(bytes, name);
        var statedScore = ScoreOf(sample, stated);
        return statedScore.BadShare <= score.BadShare && statedScore.Value >= score.Value - DeclaredMargin
            ? Make(bytes, stated)
            : Make(bytes, name) with { Distrusted = statedScore.Value < score.Value };
    }

    /// <summary>The encoding of a Windows code page, or GB18030 where there is none: office files state odd ones.</summary>
    public static Encoding OfCodePage(int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage is 936 or 0 ? 54936 : codePage);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding(54936);
        }
    }

    private static DecodedText? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Make(bytes[3..], "utf-8"),
        [0xFF, 0xFE, ..] => Make(bytes[2..], "utf-16le"),
        [0xFE, 0xFF, ..] => Make(bytes[2..], "utf-16be"),
        _ => null,
    };

    private static (string Name, EncodingScore Score) Best(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sample)
    {
        var utf8 = ScoreOf(sample, "utf-8");
        if (IsUtf8(bytes) && !sample.Contains((byte)0)) return ("utf-8", utf8);
        var best = ("utf-8", Score: utf8);
        if (ReplacedShare(sample) < MostlyValid) return best;
        foreach (var candidate in Candidates)
        {
            if (candidate.StartsWith("utf-16", StringComparison.Ordinal) && bytes.Length % 2 != 0) continue;
            var score = ScoreOf(sample, candidate);
            if (score.Value - (score.BadShare * 3) > best.Score.Value - (best.Score.BadShare * 3)) best = (candidate, score);
        }

        return best;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>Share of broken sequences among those beyond ASCII, read as UTF-8: a damaged UTF-8 file has few, another encoding is full of them.</summary>
    private static double ReplacedShare(ReadOnlySpan<byte> sample)
    {
        int beyond = 0, broken = 0, zeros = 0;
        foreach (var c in Encoding.UTF8.GetString(sample))
        {
            if (c >= 0x80) beyond++;
            if (c == '\uFFFD') broken++;
            if (c == 0) zeros++;
        }

        return zeros > sample.Length / 100 ? 1 : beyond == 0 ? 0 : (double)broken / beyond;
    }

    private static EncodingScore ScoreOf(ReadOnlySpan<byte> sample, string name) => EncodingScore.Of(Encoding.GetEncoding(name).GetString(sample));

    private static DecodedText Make(ReadOnlySpan<byte> bytes, string name)
    {
        var text = Encoding.GetEncoding(name).GetString(bytes);
        return new DecodedText(text, name, EncodingScore.Of(text.AsSpan(0, Math.Min(text.Length, SampleBytes))));
    }

    private static string? Known(string? declared)
    {
        var name = declared?.Trim().Trim('"', '\'').ToLowerInvariant();
        return name switch
        {
            null or "" => null,
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "cp936" or "gb18030" or "gb18030-2000" => "gb18030",
            "big5-hkscs" or "x-x-big5" or "cp950" or "big5" => "big5",
            "utf8" or "utf-8" or "unicode-1-1-utf-8" => "utf-8",
            "utf-16" or "utf-16le" or "unicode" => "utf-16le",
            _ => IsInFramework(name) ? name : null,
        };
    }

    private static bool IsInFramework(string name) =>
        Encoding.GetEncodings().Any(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
