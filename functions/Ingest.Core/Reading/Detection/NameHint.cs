namespace Ingest.Core.Reading.Detection;

/// <summary>Compares a file's name with what its bytes are.</summary>
internal static class NameHint
{
    public static ReportWarning? Contradiction(string name, ReportFormat format)
    {
        var extension = Path.GetExtension(name.Replace('\\', '/')).TrimStart('.').ToLowerInvariant();
        var expected = Expected(extension);
        return expected.Length == 0 || expected.Contains(format) ? null : ReadingWarnings.FormatMismatch(extension, Name(format));
    }

    private static ReportFormat[] Expected(string extension) => extension switch
    {
        "txt" or "md" or "markdown" or "text" => [ReportFormat.Text, ReportFormat.Csv],
        "htm" or "html" or "shtml" or "xhtml" => [ReportFormat.Html],
        "mht" or "mhtml" => [ReportFormat.Mht],
        "docx" or "docm" or "dotx" => [ReportFormat.Docx],
        "doc" or "wps" or "dot" or "wpt" => [ReportFormat.Doc],
        "rtf" => [ReportFormat.Rtf],
        "pdf" => [ReportFormat.Pdf],
        "ofd" => [ReportFormat.Ofd],
        "xlsx" or "xlsm" or "xlsb" => [ReportFormat.Xlsx],
        "xls" or "et" or "ett" => [ReportFormat.Xls],
        "csv" or "tsv" => [ReportFormat.Csv, ReportFormat.Text],
        _ => [],
    };

    private static string Name(ReportFormat format) => format switch
    {
        ReportFormat.Text => "纯文本",
        ReportFormat.Html => "网页",
        ReportFormat.Mht => "网页存档",
        ReportFormat.Docx => "Word 文档（docx）",
        ReportFormat.Doc => "Word 97–2003 或 WPS 文档",
        ReportFormat.Rtf => "RTF 文档",
        ReportFormat.Pdf => "PDF",
        ReportFormat.Ofd => "OFD",
        ReportFormat.Xlsx => "Excel 工作簿（xlsx）",
        ReportFormat.Xls => "Excel 97–2003 工作簿",
        _ => "CSV 表格",
    };
}
