using Ingest.Core.Reading.Word;

namespace Ingest.Core.Reading.Detection;

/// <summary>Tells the kinds of OLE compound file apart by the streams that each must hold.</summary>
internal static class OleKind
{
    public static FileKind Of(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        var names = CompoundFile.Open(file, budget).Names;
        if (Has("EncryptedPackage") || Has("EncryptionInfo")) return FileKind.Refused(Refusals.Encrypted);
        if (Has("WordDocument")) return FileKind.Of(ReportFormat.Doc);
        if (Has("Workbook") || Has("Book")) return FileKind.Of(ReportFormat.Xls);
        if (Has("PowerPoint Document")) return FileKind.Refused(Refusals.Presentation);
        return FileKind.Refused(names.Count == 0 ? Refusals.Damaged : Refusals.Unsupported);

        bool Has(string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
