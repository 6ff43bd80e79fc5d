using System.Text;

namespace Ingest.Core.Reading.Pdf;

/// <summary>The title in a PDF's information dictionary.</summary>
internal static class PdfTitle
{
    private const int Longest = 200;

    /// <summary>The title, or null where there is none or a program wrote its file's name there.</summary>
    public static string? Of(PdfFile file)
    {
        if (file.Get(file.Get(file.Trailer, "Info") as PdfDictionary, "Title") is not PdfString { Bytes: { Length: > 0 } bytes }) return null;
        var title = (bytes switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
            _ => Texts.TextDecoding.Decode(bytes).Text,
        }).Trim();
        var isFileName = title.StartsWith("Microsoft Word", StringComparison.Ordinal) || Path.GetExtension(title) is ".doc" or ".docx" or ".wps" or ".txt" or ".pdf";
        return title.Length is 0 or > Longest || isFileName ? null : title;
    }
}
