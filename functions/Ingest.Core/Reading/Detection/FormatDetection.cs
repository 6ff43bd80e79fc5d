using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Detection;

/// <summary>Decides the kind of a file by its bytes. The order: signatures, containers, then text.</summary>
internal static class FormatDetection
{
    private const int PdfHeaderWindow = 1024;

    public static FileKind Detect(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        var bytes = file.Span;
        if (IsBlank(bytes)) return FileKind.Refused(Refusals.Empty);
        if (bytes[..Math.Min(bytes.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8) >= 0) return FileKind.Of(ReportFormat.Pdf);
        if (bytes.StartsWith("PK\x03\x04"u8)) return ZipKind.Of(file, budget);
        if (bytes.StartsWith("PK\x05\x06"u8)) return FileKind.Refused(Refusals.Empty);
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..]) return OleKind.Of(file, budget);
        if (bytes.Length > 8 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 or 8 && bytes[3] == 0 && bytes[2] is >= 4 and <= 16) return FileKind.Of(ReportFormat.Xls);
        if (bytes.StartsWith("{\\rtf"u8)) return FileKind.Of(ReportFormat.Rtf);
        if (Signatures.Of(bytes) is { } refusal) return FileKind.Refused(refusal);
        return TextKind.Of(TextDecoding.Decode(bytes));
    }

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        return bytes.IndexOfAnyExcept("\0\t\n\r "u8) < 0;
    }
}
