using System.Globalization;
using Azure.Data.Tables;

namespace Ingest.Functions.Tables;

/// <summary>Texts longer than the 64 KB (32,768 UTF-16 units) of one property, laid over several: Name, Name1, Name2 ….</summary>
internal static class WideText
{
    /// <summary>Longest text that is stored, in UTF-16 units: a row holds 1 MB, and leaves room for its other properties.</summary>
    public const int Longest = 14 * PropertyLength;

    private const int PropertyLength = 32_000;

    /// <summary>Sets the text; a shorter one than before leaves no rest, since rows are replaced and not merged.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Longest"/>.</exception>
    public static void Set(TableEntity row, string name, string text)
    {
        if (text.Length > Longest)
        {
            throw new ArgumentException($"The text has {text.Length} UTF-16 units; a row holds {Longest}.", nameof(text));
        }

        for (var part = 0; part == 0 || part * PropertyLength < text.Length; part++)
        {
            row[PartName(name, part)] = text[(part * PropertyLength)..Math.Min(text.Length, (part + 1) * PropertyLength)];
        }
    }

    /// <summary>The text; empty where none was set.</summary>
    public static string Get(TableEntity row, string name)
    {
        var text = row.GetString(name) ?? "";
        for (var part = 1; row.GetString(PartName(name, part)) is { } next; part++)
        {
            text += next;
        }

        return text;
    }

    private static string PartName(string name, int part) => part == 0 ? name : name + part.ToString(CultureInfo.InvariantCulture);
}
