using System.Text;

namespace Ingest.Core.Tests.Extraction.Chinese;

/// <summary>Writes numbers in Chinese the way a schoolbook does; the reader's opposite, made independently of it.</summary>
internal static class ChineseWriter
{
    private const string Plain = "零一二三四五六七八九";
    private const string Financial = "零壹贰叁肆伍陆柒捌玖";

    public static string Write(long n, bool financial)
    {
        var text = new StringBuilder();
        var pendingZero = false;
        foreach (var (size, name) in (ReadOnlySpan<(long, string)>)[(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")])
        {
            var section = (int)(n / size % 10_000);
            if (section == 0)
            {
                pendingZero |= text.Length > 0;
                continue;
            }

            if (text.Length > 0 && (pendingZero || section < 1000))
            {
                text.Append('零');
            }

            Section(text, section, financial);
            text.Append(name);
            pendingZero = false;
        }

        var written = text.ToString();
        return !financial && written.StartsWith("一十", StringComparison.Ordinal) ? written[1..] : written;
    }

    private static void Section(StringBuilder text, int section, bool financial)
    {
        var digits = financial ? Financial : Plain;
        var started = false;
        var zero = false;
        foreach (var (size, name) in (ReadOnlySpan<(int, string)>)[(1000, financial ? "仟" : "千"), (100, financial ? "佰" : "百"), (10, financial ? "拾" : "十"), (1, "")])
        {
            var digit = section / size % 10;
            if (digit == 0)
            {
                zero = started;
                continue;
            }

            text.Append(zero ? "零" : "").Append(digits[digit]).Append(name);
            (started, zero) = (true, false);
        }
    }
}
