using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>Comma-separated values, or parted by tabs, semicolons or bars.</summary>
internal static class CsvFormat
{
    public static ReportText Read(DecodedText decoded, ReadingBudget budget)
    {
        var delimiter = CsvShape.Delimiter(decoded.Text) ?? ',';
        if (decoded.Text.Length > budget.Limits.MaxCharacters) throw new UnreadableException(Refusals.TooMuchText);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in CsvRows.Split(decoded.Text, delimiter))
        {
            foreach (var _ in row) budget.Object();
            rows.Add(row);
        }

        var document = new DocumentText(budget);
        document.Table(null, rows);
        return document.Build(ReportFormat.Csv) with { Encoding = decoded.Encoding };
    }
}
