using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>Comma-separated values, or parted by tabs, semicolons or bars.</summary>
internal static class CsvFormat
{
    public static ReportText Read(DecodedText decoded, ReadingBudget budget)
    {
        var delimiter = CsvShape.Delimiter(decoded.Text) ?? ',';
        var document = new DocumentText(budget);
        document.Table(null, [.. CsvRows.Split(decoded.Text, delimiter)]);
        return document.Build(ReportFormat.Csv) with { Encoding = decoded.Encoding };
    }
}
