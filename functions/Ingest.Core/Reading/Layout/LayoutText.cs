namespace Ingest.Core.Reading.Layout;

/// <summary>Turns pages of placed text into paragraphs and tables in reading order.</summary>
internal sealed class LayoutText(ReadingBudget budget)
{
    private readonly List<(double Height, List<Row> Rows)> _pages = [];

    public void Add(PlacedPage page) => _pages.Add((page.Height, Rows.Of(page, budget)));

    public void Write(DocumentText document)
    {
        var paragraphs = new Paragraphs(document);
        foreach (var page in RunningHeads.Without(_pages))
        {
            foreach (var block in Columns.Of(page, budget)) paragraphs.Add(block);
        }

        paragraphs.End();
    }
}
