using System.Text;

namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>
/// Splits delimited text into rows (RFC 4180). A quote that never closes is read as a plain character instead of
/// swallowing the rest of the file: offices edit such files by hand.
/// </summary>
internal static class CsvRows
{
    private const int LongestQuoted = 10_000;

    public static IEnumerable<IReadOnlyList<string>> Split(string text, char delimiter)
    {
        var row = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var (cell, next) = text[at] == '"' && Quoted(text, at) is { } quoted ? quoted : Plain(text, at, delimiter);
            row.Add(cell);
            at = next;
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                if (at < text.Length) continue;
                row.Add("");
            }

            if (row.Count > 1 || row[0].Length > 0) yield return row;
            row = [];
            if (at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n') at++;
            at++;
        }

        if (row.Count > 0) yield return row;
    }

    private static (string Cell, int Next) Plain(string text, int start, char delimiter)
    {
        var length = text.AsSpan(start).IndexOfAny(delimiter, '\r', '\n');
        var end = length < 0 ? text.Length : start + length;
        return (text[start..end].Trim(), end);
    }

    /// <summary>A quoted cell that ends before a delimiter or line end; null where no closing quote is near.</summary>
    private static (string Cell, int Next)? Quoted(string text, int start)
    {
        var cell = new StringBuilder();
        var stop = Math.Min(text.Length, start + LongestQuoted);
        for (var i = start + 1; i < stop; i++)
        {
            if (text[i] != '"') cell.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else return i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]) && text[i + 1] != ' ' ? (cell.ToString(), i + 1) : null;
        }

        return null;
    }
}
