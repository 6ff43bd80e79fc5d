using Ingest.Core.Reading.Zips;

namespace Ingest.Core.Reading.Detection;

/// <summary>Tells the kinds of zip apart by the part that each must hold.</summary>
internal static class ZipKind
{
    public static FileKind Of(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        try
        {
            using var zip = SafeZip.Open(file, budget);
            var names = zip.Entries.Select(e => e.FullName.Replace('\\', '/').TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Contains("OFD.xml")) return FileKind.Of(ReportFormat.Ofd);
            if (names.Contains("word/document.xml") || IsOffice("word/")) return FileKind.Of(ReportFormat.Docx);
            if (names.Contains("xl/workbook.xml") || names.Contains("xl/workbook.bin") || IsOffice("xl/")) return FileKind.Of(ReportFormat.Xlsx);
            if (IsOffice("ppt/")) return FileKind.Refused(Refusals.Presentation);
            if (names.Contains("content.xml") && names.Contains("mimetype")) return FileKind.Refused(Refusals.Unsupported);
            if (names.Contains("META-INF/container.xml") || names.Contains("META-INF/MANIFEST.MF")) return FileKind.Refused(Refusals.Unsupported);
            return zip.Entries.Count == 0 ? FileKind.Refused(Refusals.Empty) : FileKind.Zip;

            bool IsOffice(string folder) => names.Contains("[Content_Types].xml") && names.Any(n => n.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return FileKind.Refused(Refusals.Damaged);
        }
    }
}
