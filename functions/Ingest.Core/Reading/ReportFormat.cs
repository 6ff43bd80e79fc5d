namespace Ingest.Core.Reading;

/// <summary>The kinds of file that offices send, decided by the bytes and not by the name.</summary>
public enum ReportFormat
{
    /// <summary>Plain text or Markdown in any encoding.</summary>
    Text,

    /// <summary>A web page saved as HTML.</summary>
    Html,

    /// <summary>A web page saved with its parts (MIME HTML).</summary>
    Mht,

    /// <summary>Word, Office Open XML.</summary>
    Docx,

    /// <summary>Word 97–2003 or WPS Writer, binary.</summary>
    Doc,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>PDF with a text layer.</summary>
    Pdf,

    /// <summary>OFD, the Chinese layout format (GB/T 33190).</summary>
    Ofd,

    /// <summary>Excel, Office Open XML.</summary>
    Xlsx,

    /// <summary>Excel 97–2003 or WPS Spreadsheets, binary.</summary>
    Xls,

    /// <summary>Comma-separated values.</summary>
    Csv,
}
