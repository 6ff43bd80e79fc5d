using System.Buffers;
using System.Text.RegularExpressions;
using Ingest.Core.Reading.Spreadsheets;
using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Detection;

/// <summary>Tells the kinds of text apart: a web page, a saved archive of one, comma-separated values, plain text; or no text at all.</summary>
internal static partial class TextKind
{
    private const int Window = 8 << 10;
    private const double BadShareLimit = 0.05;
    private static readonly SearchValues<char> HeaderName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
    private const double CommonShareFloor = 0.08;

    public static FileKind Of(DecodedText decoded)
    {
        if (string.IsNullOrWhiteSpace(decoded.Text)) return FileKind.Refused(Refusals.Empty);
        var head = decoded.Text.AsSpan(0, Math.Min(decoded.Text.Length, Window)).TrimStart();
        if (IsMime(head)) return new FileKind(ReportFormat.Mht, Decoded: decoded);
        if (head is ['<', ..] && head.Contains("<?mso-application", StringComparison.Ordinal)) return FileKind.Refused(Refusals.Unsupported);
        if (head is ['<', ..] && HtmlHead().IsMatch(head)) return new FileKind(ReportFormat.Html, Decoded: decoded);
        if (!ReadsLikeText(decoded)) return FileKind.Refused(Refusals.Unknown);
        return new FileKind(CsvShape.Delimiter(decoded.Text) is not null ? ReportFormat.Csv : ReportFormat.Text, Decoded: decoded);
    }

    /// <summary>A saved page starts as a mail does: header lines, among them the version of MIME or a multipart type.</summary>
    private static bool IsMime(ReadOnlySpan<char> head)
    {
        var colon = head.IndexOf(':');
        if (colon is < 1 or > 40 || head[..colon].IndexOfAnyExcept(HeaderName) >= 0) return false;
        return head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) || head.Contains("Content-Type: multipart/related", StringComparison.OrdinalIgnoreCase);
    }

    private static bool ReadsLikeText(DecodedText decoded)
    {
        if (decoded.Score.BadShare > BadShareLimit) return false;
        var sample = decoded.Text.AsSpan(0, Math.Min(decoded.Text.Length, Window));
        var ascii = 0;
        foreach (var c in sample)
        {
            if (char.IsAsciiLetterOrDigit(c)) ascii++;
        }

        return decoded.Score.CommonShare >= CommonShareFloor || ascii > sample.Length / 2;
    }

    [GeneratedRegex(@"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|article|section)[\s>/]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex HtmlHead();
}
