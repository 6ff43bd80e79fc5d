using System.Text;

namespace Ingest.Core.Reading;

/// <summary>Tables while a document is walked: a paragraph goes into the open cell, or else into the document. A table in a cell becomes the cell's text.</summary>
internal sealed class TableStack(DocumentText document, ReadingBudget budget)
{
    private const int WidestSpan = 100;
    private readonly Stack<OpenTable> _open = new();

    private OpenTable? Top => _open.TryPeek(out var table) ? table : null;

    public bool InCell => Top?.Cell is not null;

    public void Paragraph(string text)
    {
        if (Top is not { Cell: { } cell }) document.Paragraph(text);
        else if (cell.Length > 0 && text.Length > 0) cell.Append('\n').Append(text);
        else cell.Append(text);
    }

    public void Open() => _open.Push(new OpenTable());

    public void OpenRow()
    {
        if (Top is { } table) table.Row = [];
    }

    public void OpenCell()
    {
        if (Top is { } table) (table.Cell, table.Columns, table.IsContinued) = (new StringBuilder(), 1, false);
    }

    /// <summary>The open cell is as wide as so many.</summary>
    public void Span(int columns)
    {
        if (Top is { } table) table.Columns = Math.Clamp(columns, 1, WidestSpan);
    }

    /// <summary>The open cell continues the one above it: a name is repeated, an amount stands once.</summary>
    public void Continue()
    {
        if (Top is { } table) table.IsContinued = true;
    }

    public void CloseCell()
    {
        if (Top is not { Cell: { } cell } table) return;
        budget.Object();
        var text = cell.ToString();
        table.Row ??= [];
        if (table.IsContinued && text.Length == 0 && table.Rows.Count > 0 && table.Row.Count < table.Rows[^1].Count)
        {
            var above = table.Rows[^1][table.Row.Count];
            if (!above.Any(char.IsAsciiDigit)) text = above;
        }

        table.Row.Add(text);
        for (; table.Columns > 1; table.Columns--) table.Row.Add("");
        table.Cell = null;
    }

    public void CloseRow()
    {
        if (Top is not { } table) return;
        if (table.Cell is not null) CloseCell();
        if (table.Row is { Count: > 0 } row) table.Rows.Add(row);
        table.Row = null;
    }

    public void Close()
    {
        if (Top is null) return;
        CloseRow();
        var table = _open.Pop();
        if (Top?.Cell is null) document.Table(null, table.Rows);
        else foreach (var row in table.Rows) Paragraph(string.Join(' ', row.Where(c => c.Length > 0)));
    }

    /// <summary>Closes what the document left open.</summary>
    public void CloseAll()
    {
        while (_open.Count > 0) Close();
    }

    private sealed class OpenTable
    {
        public List<List<string>> Rows { get; } = [];

        public List<string>? Row { get; set; }

        public StringBuilder? Cell { get; set; }

        public int Columns { get; set; } = 1;

        public bool IsContinued { get; set; }
    }
}
