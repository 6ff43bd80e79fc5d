using System.Text;

namespace Ingest.Core.Reading.Zips;

/// <summary>
/// The path of a zip's entry as part of a report's identity. Nothing is ever written to it; it is brought to plain
/// relative form all the same, so that no name climbs out of anything wherever it is shown or joined.
/// </summary>
internal static class EntryPath
{
    private const int MaxLength = 400;

    public static string Of(string name)
    {
        var parts = name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Plain)
            .Where(p => p is not ("" or "." or "..") && !(p.Length == 2 && p[1] == ':'));
        var path = string.Join('/', parts);
        return path.Length <= MaxLength ? path : path[^MaxLength..];
    }

    /// <summary>Whether an entry is no report: a folder, or what an operating system or Office leaves behind.</summary>
    public static bool IsClutter(string name)
    {
        var plain = name.Replace('\\', '/');
        var file = plain[(plain.LastIndexOf('/') + 1)..];
        return file.Length == 0 || file.StartsWith("~$", StringComparison.Ordinal) || plain.Contains("__MACOSX/", StringComparison.Ordinal)
            || file.Equals(".DS_Store", StringComparison.OrdinalIgnoreCase) || file.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
            || file.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string part)
    {
        var plain = new StringBuilder(part.Length);
        foreach (var c in part)
        {
            if (!char.IsControl(c) && c is not ('\u202A' or '\u202B' or '\u202C' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068' or '\u2069')) plain.Append(c);
        }

        return plain.ToString().Trim();
    }
}
