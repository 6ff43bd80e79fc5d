namespace Ingest.Core.Extraction.Acts;

/// <summary>The points of a list told in running text: 一是…二是…三是….</summary>
internal static class Points
{
    private const string Ordinals = "一二三四五六七八九十";

    /// <summary>Whether a clause or sentence opens a point.</summary>
    public static bool Opens(ReadOnlySpan<char> text) => text.Length > 2 && text[1] == '是' && Ordinals.Contains(text[0], StringComparison.Ordinal);
}
