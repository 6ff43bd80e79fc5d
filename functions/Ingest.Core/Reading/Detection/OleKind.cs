namespace Ingest.Core.Reading.Detection;

/// <summary>Tells the kinds of OLE compound file apart by the streams that each must hold.</summary>
internal static class OleKind
{
    public static FileKind Of(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        _ = (file, budget);
        return FileKind.Refused(Refusals.Unsupported);
    }
}
