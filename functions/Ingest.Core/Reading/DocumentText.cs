using System.Text;

namespace Ingest.Core.Reading;

/// <summary>Gathers the paragraphs and tables of a document into one text, a paragraph or table row a line.</summary>
internal sealed class DocumentText(ReadingBudget budget)
{
    private const int LongestCell = 500;
    private readonly StringBuilder _text = new();
    private readonly List<ReportTable> _tables = [];

    public int Length => _text.Length;

    /// <summary>Adds a paragraph; blank ones are skipped. Line breaks inside it stay.</summary>
    public void Paragraph(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty) return;
        budget.Characters(text.Length + 1);
        _text.Append(text).Append('\n');
    }

    /// <summary>Adds a table: its caption on a line, then a row a line and cells parted by tabs. A row above with one cell is the caption.</summary>
    public void Table(string? caption, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        if (!string.IsNullOrWhiteSpace(caption)) Paragraph(caption);
        if (IsLayout(rows))
        {
            foreach (var cell in rows.SelectMany(r => r)) Paragraph(cell);
            return;
        }

        var titles = rows.TakeWhile(r => r.Count(c => c.Length > 0) <= 1).ToList();
        foreach (var title in titles) Paragraph(string.Concat(title));
        caption = titles.Select(t => string.Concat(t)).FirstOrDefault(t => t.Length > 0) ?? caption;
        var spans = new List<IReadOnlyList<TextSpan>>();
        foreach (var row in rows.Skip(titles.Count))
        {
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            spans.Add(Row(row));
        }

        if (spans.Count > 0) _tables.Add(new ReportTable(caption, spans));
    }

    public ReportText Build(ReportFormat format)
    {
        while (_text.Length > 0 && _text[^1] == '\n') _text.Length--;
        return new ReportText(_text.ToString(), format) { Tables = _tables };
    }

    /// <summary>Tables that only place text on the page: one column, or cells that hold whole passages.</summary>
    private static bool IsLayout(IReadOnlyCollection<IReadOnlyList<string>> rows) =>
        rows.All(r => r.Count(c => c.Length > 0) < 2) || rows.Any(r => r.Any(c => c.Length > LongestCell));

    private List<TextSpan> Row(IReadOnlyList<string> cells)
    {
        var spans = new List<TextSpan>(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) _text.Append('\t');
            var cell = Whitespace.OneLine(cells[i]);
            budget.Characters(cell.Length + 1);
            spans.Add(new TextSpan(_text.Length, _text.Length + cell.Length));
            _text.Append(cell);
        }

        _text.Append('\n');
        return spans;
    }
}
