using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Core.Reading.Html;

/// <summary>A part of a MIME message.</summary>
/// <param name="Type">Media type in lower case.</param>
/// <param name="Charset">The stated encoding, or null.</param>
/// <param name="Transfer">How the body is written down: <c>base64</c>, <c>quoted-printable</c> or as it is.</param>
/// <param name="Body">The body as it stands in the message.</param>
internal sealed record MimePart(string Type, string? Charset, string Transfer, ReadOnlyMemory<byte> Body)
{
    public byte[] Content(ReadingBudget budget)
    {
        budget.Unpack(Body.Length);
        return Transfer switch
        {
            "base64" => Base64Of(Body.Span),
            "quoted-printable" => QuotedPrintable(Body.Span),
            _ => Body.ToArray(),
        };
    }

    private static byte[] Base64Of(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        Base64.DecodeFromUtf8(body, bytes, out _, out var written); // what stands before an error is kept
        return bytes[..written];
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var bytes = new byte[body.Length];
        var length = 0;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=') bytes[length++] = body[i];
            else if (i + 2 < body.Length && char.IsAsciiHexDigit((char)body[i + 1]) && char.IsAsciiHexDigit((char)body[i + 2]))
            {
                bytes[length++] = (byte)((Convert.ToInt32(((char)body[i + 1]).ToString(), 16) << 4) | Convert.ToInt32(((char)body[i + 2]).ToString(), 16));
                i += 2;
            }
            else
            {
                while (i + 1 < body.Length && body[i + 1] is (byte)' ' or (byte)'\r') i++; // a soft line break
                if (i + 1 < body.Length && body[i + 1] == '\n') i++;
            }
        }

        return bytes[..length];
    }
}

/// <summary>Splits a MIME message into its parts, one level of multiparts in another included.</summary>
internal static partial class MimeParts
{
    private const int MaxHeader = 16 << 10;

    public static IEnumerable<MimePart> Of(ReadOnlyMemory<byte> message, ReadingBudget budget, int depth = 0)
    {
        budget.Entry();
        budget.Depth(depth * 32);
        var (headers, body) = Split(message);
        var type = Value(headers, TypeHeader())?.ToLowerInvariant() ?? "text/plain";
        if (!type.StartsWith("multipart/", StringComparison.Ordinal) || Value(headers, Boundary()) is not { } boundary)
        {
            yield return new MimePart(type, Value(headers, Charset()), Value(headers, Transfer())?.ToLowerInvariant() ?? "", body);
            yield break;
        }

        foreach (var part in Parts(body, Encoding.Latin1.GetBytes("--" + boundary)))
        {
            foreach (var inner in Of(part, budget, depth + 1)) yield return inner;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, byte[] mark)
    {
        var start = body.Span.IndexOf(mark);
        while (start >= 0)
        {
            start += mark.Length;
            var length = body.Span[start..].IndexOf(mark);
            var part = length < 0 ? body[start..] : body.Slice(start, length);
            if (!part.Span.StartsWith("--"u8) && part.Length > 2) yield return part;
            start = length < 0 ? -1 : start + length;
        }
    }

    private static (string Headers, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> message)
    {
        var span = message.Span;
        var skip = 0;
        while (skip < span.Length && span[skip] is (byte)'\r' or (byte)'\n') skip++;
        int crlf = span[skip..].IndexOf("\r\n\r\n"u8), lf = span[skip..].IndexOf("\n\n"u8);
        var end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : span.Length - skip;
        var headers = Encoding.Latin1.GetString(span.Slice(skip, Math.Min(end, MaxHeader)));
        return (headers, message[(skip + end)..]);
    }

    private static string? Value(string headers, Regex pattern) => pattern.Match(headers) is { Success: true } match ? match.Groups["value"].Value : null;

    [GeneratedRegex(@"^Content-Type:\s{0,20}(?<value>[\w.+-]{1,60}/[\w.+-]{1,60})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"boundary\s{0,3}=\s{0,3}""?(?<value>[^""\r\n;]{1,100})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"charset\s{0,3}=\s{0,3}""?(?<value>[\w.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Charset();

    [GeneratedRegex(@"^Content-Transfer-Encoding:\s{0,20}(?<value>[\w-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Transfer();
}
