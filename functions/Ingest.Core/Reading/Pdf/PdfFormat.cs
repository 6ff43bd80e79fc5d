using Ingest.Core.Reading.Layout;

namespace Ingest.Core.Reading.Pdf;

/// <summary>PDF with a text layer. Scans and encrypted files are refused.</summary>
internal static class PdfFormat
{
    private const int FewCharacters = 5; // a page with fewer and a picture is a scan
    private const double UnmappedRefused = 0.5;
    private const double UnmappedWarned = 0.02;

    public static ReportText Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget)
    {
        var file = new PdfFile(bytes, budget);
        if (file.Trailer.ContainsKey("Encrypt")) throw new UnreadableException(Refusals.Encrypted);
        var layout = new LayoutText(budget);
        int scanned = 0, pages = 0;
        long mapped = 0, unmapped = 0;
        foreach (var page in PdfPages.Of(file))
        {
            budget.Page();
            pages++;
            var text = new PageText();
            var reader = new ContentReader(file, text);
            reader.Run(Content(page, file), page.Resources, page.ToUpright);
            layout.Add(new PlacedPage(page.Height, text.Runs));
            (mapped, unmapped) = (mapped + text.Mapped, unmapped + text.Unmapped);
            if (reader.HasImages && text.Mapped < FewCharacters) scanned++;
        }

        if (pages == 0) throw new UnreadableException(Refusals.Damaged);
        if (unmapped > (mapped + unmapped) * UnmappedRefused) throw new UnreadableException(Refusals.UnmappedFonts);
        if (scanned == pages) throw new UnreadableException(Refusals.Scanned);
        var document = new DocumentText(budget);
        layout.Write(document);
        var warnings = new List<ReportWarning>();
        if (scanned > 0) warnings.Add(ReadingWarnings.SomePagesScanned);
        if (unmapped > (mapped + unmapped) * UnmappedWarned) warnings.Add(ReadingWarnings.UnmappedGlyphs);
        return document.Build(ReportFormat.Pdf) with { Title = PdfTitle.Of(file), Warnings = warnings };
    }

    private static byte[] Content(PdfPage page, PdfFile file)
    {
        var content = file.Get(page.Dictionary, "Contents");
        if (content is PdfStream single) return file.Decode(single);
        var all = new MemoryStream();
        foreach (var part in (content as List<object?> ?? []).Select(file.Resolve).OfType<PdfStream>())
        {
            all.Write(file.Decode(part));
            all.WriteByte((byte)'\n');
            if (all.Length > file.Budget.Limits.MaxPartBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
        }

        return all.ToArray();
    }
}
