namespace Ingest.Core.Reading.Texts;

/// <summary>Plain text and Markdown: kept as decoded, so that offsets are those of the file.</summary>
internal static class PlainText
{
    private const double DamagedShare = 0.0005;

    public static ReportText Read(DecodedText decoded, ReadingBudget budget)
    {
        budget.Characters(decoded.Text.Length);
        var warnings = decoded.Text.Contains('\uFFFD', StringComparison.Ordinal) && decoded.Score.BadShare > DamagedShare
            ? new[] { ReadingWarnings.LostCharacters }
            : [];
        return new ReportText(decoded.Text, ReportFormat.Text) { Encoding = decoded.Encoding, Warnings = warnings };
    }
}
