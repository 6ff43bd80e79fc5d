using Ingest.Core.Reading.Html;
using Ingest.Core.Reading.Ofd;
using Ingest.Core.Reading.Pdf;
using Ingest.Core.Reading.Rtf;
using Ingest.Core.Reading.Spreadsheets;
using Ingest.Core.Reading.Texts;
using Ingest.Core.Reading.Word;

namespace Ingest.Core.Reading;

/// <summary>Which reader takes which format. To add a format: a value of <see cref="ReportFormat"/>, a line here, its detection.</summary>
internal static class Formats
{
    public static ReportText Read(ReportFormat format, ReadOnlyMemory<byte> bytes, DecodedText? decoded, ReadingBudget budget) => format switch
    {
        ReportFormat.Text => PlainText.Read(decoded!, budget),
        ReportFormat.Html => HtmlFormat.Read(bytes, budget),
        ReportFormat.Mht => MhtFormat.Read(bytes, budget),
        ReportFormat.Docx => DocxFormat.Read(bytes, budget),
        ReportFormat.Doc => DocFormat.Read(bytes, budget),
        ReportFormat.Rtf => RtfFormat.Read(bytes, budget),
        ReportFormat.Pdf => PdfFormat.Read(bytes, budget),
        ReportFormat.Ofd => OfdFormat.Read(bytes, budget),
        ReportFormat.Csv => CsvFormat.Read(decoded!, budget),
        ReportFormat.Xlsx or ReportFormat.Xls => ExcelFormat.Read(bytes, format, budget),
        _ => throw new UnreadableException(Refusals.Unsupported),
    };
}
