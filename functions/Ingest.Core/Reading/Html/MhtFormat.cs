using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Html;

/// <summary>A web page saved with its parts (MIME HTML): the first HTML part is the page, or else the first plain one.</summary>
internal static class MhtFormat
{
    public static ReportText Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget)
    {
        var parts = MimeParts.Of(bytes, budget).ToList();
        var page = parts.FirstOrDefault(p => p.Type is "text/html" or "application/xhtml+xml" or "application/x-mht") ?? parts.FirstOrDefault(p => p.Type == "text/plain");
        if (page is null) throw new UnreadableException(Refusals.Damaged);
        var content = page.Content(budget);
        var decoded = TextDecoding.Decode(content, page.Charset ?? DeclaredCharset.Of(content));
        if (page.Type == "text/plain") return PlainText.Read(decoded, budget) with { Format = ReportFormat.Mht };
        return HtmlFormat.Read(decoded, ReportFormat.Mht, budget);
    }
}
