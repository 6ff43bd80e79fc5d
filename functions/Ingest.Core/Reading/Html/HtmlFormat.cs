using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Html;

/// <summary>A web page saved as HTML: its article, without navigation and advertisements, and what its metadata state.</summary>
internal static class HtmlFormat
{
    private const int MaxMarkup = 10_000_000; // bounds the time of a parse that cannot be interrupted

    public static ReportText Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget)
    {
        var decoded = TextDecoding.Decode(bytes.Span, DeclaredCharset.Of(bytes.Span));
        return Read(decoded, ReportFormat.Html, budget);
    }

    public static ReportText Read(DecodedText decoded, ReportFormat format, ReadingBudget budget)
    {
        if (decoded.Text.Length > MaxMarkup) throw new UnreadableException(Refusals.TooMuchText);
        var page = HtmlPage.Parse(decoded.Text, budget);
        var metadata = PageMetadata.Of(page);
        var document = new DocumentText(budget);
        if (page.Body is { } body)
        {
            HtmlText.Write(MainContent.Find(body, budget), document, budget);
            if (document.Length == 0) HtmlText.Write(body, document, budget);
        }

        var text = document.Build(format);
        return WithTitle(text, metadata.Title) with
        {
            Title = metadata.Title,
            Published = metadata.Published,
            Source = metadata.Source,
            Encoding = decoded.Encoding,
            Warnings = decoded.Distrusted ? [ReadingWarnings.CharsetMismatch] : [],
        };
    }

    /// <summary>The title is part of the report; where the article does not repeat it, it goes on top.</summary>
    private static ReportText WithTitle(ReportText text, string? title)
    {
        if (string.IsNullOrEmpty(title) || text.Text.Contains(title, StringComparison.Ordinal)) return text;
        var shift = title.Length + 1;
        return text with
        {
            Text = $"{title}\n{text.Text}",
            Tables = [.. text.Tables.Select(t => t with { Rows = [.. t.Rows.Select(r => (IReadOnlyList<TextSpan>)[.. r.Select(c => new TextSpan(c.Start + shift, c.End + shift))])] })],
        };
    }
}
