using System.Buffers;
using System.Net;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>
/// A character that stands as an HTML entity in a text, <c>&amp;nbsp;</c> or <c>&amp;ldquo;</c>: pages that were copied or
/// exported as plain text keep them. Names and numbers are those of the framework's HTML decoder.
/// </summary>
internal static class Entity
{
    private const int Longest = 10;
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Reads the entity that begins at <paramref name="at"/>; false where there is none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="at">Place of an <c>&amp;</c>.</param>
    /// <param name="meant">The character it stands for.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out char meant)
    {
        meant = default;
        var length = Length(text, at);
        if (length == 0) return false;
        var decoded = WebUtility.HtmlDecode(text.Slice(at, length).ToString());
        if (decoded.Length != 1) return false;
        meant = decoded[0];
        return true;
    }

    /// <summary>Length of what is written as an entity at <paramref name="at"/>, from <c>&amp;</c> to <c>;</c>; 0 where nothing is.</summary>
    public static int Length(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '&') return 0;
        var rest = text.Slice(at, Math.Min(Longest, text.Length - at));
        var end = rest.IndexOf(';');
        return end > 2 && !rest[1..end].ContainsAnyExcept(NameCharacters) ? end + 1 : 0;
    }
}
