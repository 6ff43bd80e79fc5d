using System.Buffers;
using System.Text;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// Text whose UTF-8 bytes were read in another encoding: as Latin-1 (<c>å·¥ä¼š</c>) or as GBK (<c>宸ヤ細</c>). It is undone
/// only where the bytes, written back, are sound UTF-8 from start to end; else a warning says so.
/// </summary>
internal static class Mojibake
{
    private const int SampleLength = 20_000;

    // The forms that the most frequent Chinese characters and marks take when their UTF-8 bytes are read as GBK.
    private static readonly SearchValues<char> GbkTraces = SearchValues.Create("鐨勶紝銆傚湪鏄鍜屽伐浼氫汉锛鈥");

    /// <summary>Repairs a text that is mojibake throughout.</summary>
    /// <param name="text">As uploaded.</param>
    /// <param name="warnings">Where it is told that the text was repaired, or looks like mojibake and can't be.</param>
    /// <param name="repaired">What it was meant to be.</param>
    /// <param name="starts">For each unit of the repaired text, and one past it, the offset in the original.</param>
    public static bool TryRepair(string text, List<ReportWarning> warnings, out string repaired, out int[] starts)
    {
        (repaired, starts) = ("", []);
        var isLatin = IsLatin(text);
        if (!isLatin && !IsGbk(text))
            return false;
        var done = isLatin
            ? TryUndo(text, 1252, out repaired, out starts) || TryUndo(text, 28591, out repaired, out starts)
            : TryUndo(text, 936, out repaired, out starts);
        warnings.Add(done
            ? new("mojibake-repaired", "文件的文字编码有误,已自动修复;请抽查几处内容是否正确。")
            : new("mojibake", "文件中有乱码,无法可靠修复;请用 UTF-8 或 GB18030 编码重新保存后上传。"));
        return done;
    }

    private static bool IsLatin(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var high = 0;
        for (var rest = sample; rest.IndexOfAnyInRange('\u0080', '\u00FF') is var at and >= 0; rest = rest[(at + 1)..])
        {
            high++;
        }

        return high >= 12 && high > CountHan(sample, sample.Length) * 4;
    }

    private static bool IsGbk(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var traces = 0;
        for (var rest = sample; rest.IndexOfAny(GbkTraces) is var at and >= 0; rest = rest[(at + 1)..])
        {
            traces++;
        }

        return CountHan(sample, traces * 12) is var han and >= 12 && traces * 12 > han;
    }

    private static int CountHan(ReadOnlySpan<char> text, int most)
    {
        var han = 0;
        for (var i = 0; i < text.Length && han < most; i++)
        {
            han += TextKind.IsHan(text[i]) ? 1 : 0;
        }

        return han;
    }

    private static bool TryUndo(string text, int codePage, out string repaired, out int[] starts)
    {
        (repaired, starts) = ("", []);
        var wrong = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            var bytes = wrong.GetBytes(text);
            repaired = utf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            // EncoderFallbackException and DecoderFallbackException: written back, these are no sound bytes.
            return false;
        }

        starts = Align(text, repaired, wrong);
        return true;
    }

    /// <summary>Walks both texts by their bytes: the repaired one's in UTF-8, the original's in the wrong encoding.</summary>
    private static int[] Align(string text, string repaired, Encoding wrong)
    {
        var starts = new int[repaired.Length + 1];
        Span<byte> buffer = stackalloc byte[8];
        int at = 0, bytesOfText = 0, bytesOfRepaired = 0;
        for (var i = 0; i < repaired.Length; i++)
        {
            while (at < text.Length && bytesOfText + wrong.GetBytes(text.AsSpan(at, 1), buffer) is var end && end <= bytesOfRepaired)
            {
                (at, bytesOfText) = (at + 1, end);
            }

            starts[i] = at;
            bytesOfRepaired += repaired[i] switch { < '\u0080' => 1, < '\u0800' => 2, _ when char.IsSurrogate(repaired[i]) => 2, _ => 3 };
        }

        starts[^1] = text.Length;
        return starts;
    }
}
