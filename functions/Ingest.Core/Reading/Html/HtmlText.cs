using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Ingest.Core.Reading.Html;

/// <summary>Writes an element as paragraphs and tables.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Blocks = new[]
    {
        "ADDRESS", "ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DD", "DIV", "DL", "DT", "FIELDSET", "FIGCAPTION", "FIGURE", "FORM", "H1", "H2", "H3", "H4",
        "H5", "H6", "HEADER", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION", "UL", "TABLE", "TR", "CAPTION", "TBODY", "THEAD", "TFOOT", "TD", "TH", "BR",
    }.ToFrozenSet();

    public static void Write(INode root, DocumentText document, ReadingBudget budget)
    {
        var paragraph = new StringBuilder();
        INode? block = root;
        INode? table = null;
        foreach (var node in Nodes.Below(root, n => n == table || Clutter.Is(n)))
        {
            budget.Tick();
            if (node is IElement { TagName: "TABLE" } grid && HtmlTable.Rows(grid, budget) is { } rows)
            {
                Flush();
                table = node;
                document.Table(HtmlTable.Caption(grid), rows);
                continue;
            }

            if (node is IElement element && Blocks.Contains(element.TagName)) Flush();
            if (node is IText text)
            {
                var own = BlockOf(node, root);
                if (own != block) Flush();
                block = own;
                if (own is IElement { TagName: "PRE" }) AppendLines(text.Data);
                else AppendText(text, paragraph);
            }
        }

        Flush();

        void AppendLines(string lines)
        {
            foreach (var line in lines.AsSpan().EnumerateLines())
            {
                if (paragraph.Length > 0 && lines.Contains('\n', StringComparison.Ordinal)) Flush();
                paragraph.Append(line);
            }
        }

        void Flush()
        {
            document.Paragraph(paragraph.ToString());
            paragraph.Clear();
        }
    }

    private static INode BlockOf(INode node, INode root)
    {
        var current = node.Parent!;
        while (current != root && current is IElement element && !Blocks.Contains(element.TagName) && current.Parent is { } parent) current = parent;
        return current;
    }

    /// <summary>Blanks fold as a browser folds them, but a line break between Chinese characters is nothing.</summary>
    private static void AppendText(IText text, StringBuilder paragraph)
    {
        var data = text.Data.AsSpan();
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                paragraph.Append(data[i]);
                continue;
            }

            var broken = false;
            for (; i < data.Length && data[i] is ' ' or '\t' or '\n' or '\r' or '\f'; i++) broken |= data[i] is '\n' or '\r';
            i--;
            var before = paragraph.Length > 0 ? paragraph[^1] : '\n';
            var after = i + 1 < data.Length ? data[i + 1] : ' ';
            if (before is ' ' or '\n' || broken && (Whitespace.IsWide(before) || Whitespace.IsWide(after))) continue;
            paragraph.Append(' ');
        }
    }
}
