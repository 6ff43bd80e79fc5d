using System.Text;
using System.Text.RegularExpressions;

namespace Ingest.Core.Reading.Html;

/// <summary>The encoding that a page states in its head.</summary>
internal static partial class DeclaredCharset
{
    private const int Window = 4096;

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]);
        var match = Charset().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"(?:charset|encoding)\s{0,3}=\s{0,3}[""']?(?<name>[A-Za-z0-9_:.-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Charset();
}
