using ExcelDataReader;
using Ingest.Core.Reading.Word;
using Ingest.Core.Reading.Zips;

namespace Ingest.Core.Reading.Spreadsheets;

/// <summary>Excel workbooks, binary and Office Open XML: each visible sheet is a table under its name.</summary>
internal static class ExcelFormat
{
    private const int MostColumns = 1_000;
    private const int MostStyleBytes = 8 << 20; // each format becomes an object twenty times its size
    private const int MostBinaryRows = 65_536;
    private const int MostBinaryColumns = 256;
    private const int EmptyRowsToEnd = 10_000;

    public static ReportText Read(ReadOnlyMemory<byte> file, ReportFormat format, ReadingBudget budget)
    {
        if (format == ReportFormat.Xlsx) CheckParts(file, budget);
        Texts.TextDecoding.Register();
        using var stream = Bytes.AsStream(format == ReportFormat.Xls ? Workbook(file, budget) : file);
        using var reader = Open(stream, format);
        var document = new DocumentText(budget);
        var hidden = false;
        do
        {
            if (reader.VisibleState is not (null or "visible"))
            {
                hidden = true;
                continue;
            }

            budget.Entry();
            if (format == ReportFormat.Xls && (reader.RowCount > MostBinaryRows || reader.FieldCount > MostBinaryColumns))
                throw new UnreadableException(Refusals.Damaged); // the library believes the stated size and would count to it
            var rows = Rows(reader, budget).ToList();
            MergedCells.Fill(rows, reader.MergeCells);
            document.Table(rows.Count == 0 ? null : Caption(reader.Name), rows);
        }
        while (reader.NextResult());
        return document.Build(format) with { Warnings = hidden ? [ReadingWarnings.HiddenSheet] : [] };
    }

    /// <summary>The stream of records inside the compound file: its chains are followed here, within bounds, and not by the library.</summary>
    private static ReadOnlyMemory<byte> Workbook(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        if (!file.Span.StartsWith(CompoundFile.Signature)) return file;
        var ole = CompoundFile.Open(file, budget);
        return ole.Read("Workbook") ?? ole.Read("Book") ?? throw new UnreadableException(Refusals.Damaged);
    }

    private static IExcelDataReader Open(Stream stream, ReportFormat format)
    {
        var configuration = new ExcelReaderConfiguration { FallbackEncoding = Texts.TextDecoding.OfCodePage(936) };
        try
        {
            return format == ReportFormat.Xlsx
                ? ExcelReaderFactory.CreateOpenXmlReader(stream, configuration)
                : ExcelReaderFactory.CreateBinaryReader(stream, configuration);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            throw new UnreadableException(Refusals.Encrypted);
        }
    }

    /// <summary>The library unpacks parts without a limit, so their stated sizes are checked first; the framework holds each part to its size.</summary>
    private static void CheckParts(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        using var zip = SafeZip.Open(file, budget);
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)))
        {
            if (entry.IsEncrypted) throw new UnreadableException(Refusals.Encrypted);
            if (entry.Length > budget.Limits.MaxPartBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
            if (entry.Length > MostStyleBytes && entry.FullName.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)) throw new UnreadableException(Refusals.TooManyObjects);
            budget.Unpack(entry.Length);
        }
    }

    private static IEnumerable<List<string>> Rows(IExcelDataReader reader, ReadingBudget budget)
    {
        var empty = 0;
        while (reader.Read())
        {
            budget.Tick();
            var cells = new List<string>();
            for (var column = 0; column < Math.Min(reader.FieldCount, MostColumns); column++)
            {
                budget.Object();
                cells.Add(CellText.Of(reader.GetValue(column), reader.GetNumberFormatString(column)));
            }

            while (cells is [.., ""]) cells.RemoveAt(cells.Count - 1);
            empty = cells.Count == 0 ? empty + 1 : 0;
            if (empty > EmptyRowsToEnd) yield break; // formatted to the last row of the sheet
            yield return cells;
        }
    }

    /// <summary>A sheet's name says something unless it is the one that Excel gives.</summary>
    private static string? Caption(string name) =>
        name.StartsWith("Sheet", StringComparison.OrdinalIgnoreCase) || name.StartsWith("工作表", StringComparison.Ordinal) ? null : name;
}
