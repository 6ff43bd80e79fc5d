using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>Reads a table of data. Tables that only lay out a page are left to be read as paragraphs.</summary>
internal static class HtmlTable
{
    private const int LongestCell = 400;
    private const int WidestSpan = 100;
    private const int MostCells = 200_000;

    /// <summary>The rows of a data table, with merged cells spread out; null for a layout table.</summary>
    public static List<IReadOnlyList<string>>? Rows(IElement table, ReadingBudget budget)
    {
        var trs = new List<IElement>();
        foreach (var node in Nodes.Below(table))
        {
            budget.Tick();
            if (node is IElement { TagName: "TABLE" }) return null;
            if (node is IElement { TagName: "TR" } tr) trs.Add(tr);
        }

        if (trs.Count < 2) return null;
        var rows = new List<IReadOnlyList<string>>();
        var down = new Dictionary<int, (string Text, int Left)>();
        var total = 0;
        foreach (var tr in trs)
        {
            if (Row(tr, down, budget) is not { } row || (total += row.Count) > MostCells) return null;
            rows.Add(row);
        }

        return rows.Max(r => r.Count) < 2 ? null : rows;
    }

    public static string? Caption(IElement table) => table.Children.FirstOrDefault(c => c.TagName == "CAPTION")?.TextContent.Trim();

    private static List<string>? Row(IElement tr, Dictionary<int, (string Text, int Left)> down, ReadingBudget budget)
    {
        var row = new List<string>();
        foreach (var cell in tr.Children.Where(c => c.TagName is "TD" or "TH"))
        {
            FillFromAbove();
            if (CellText(cell, budget) is not { } text) return null;
            var column = row.Count;
            row.Add(text);
            for (var extra = Span(cell, "colspan"); extra > 1; extra--) row.Add("");
            if (Span(cell, "rowspan") is > 1 and var rows) down[column] = (text.Any(char.IsAsciiDigit) ? "" : text, rows - 1);
        }

        FillFromAbove();
        return row;

        void FillFromAbove()
        {
            while (down.TryGetValue(row.Count, out var above))
            {
                if (above.Left == 1) down.Remove(row.Count);
                else down[row.Count] = (above.Text, above.Left - 1);
                row.Add(above.Text);
            }
        }
    }

    private static string? CellText(IElement cell, ReadingBudget budget)
    {
        var text = new StringBuilder();
        foreach (var node in Nodes.Below(cell))
        {
            budget.Tick();
            if (node is IText piece) text.Append(piece.Data);
            else if (node is IElement { TagName: "BR" or "P" or "DIV" }) text.Append('\n');
            if (text.Length > LongestCell) return null;
        }

        return Whitespace.OneLine(text.ToString());
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Min(span, WidestSpan) : 1;
}
