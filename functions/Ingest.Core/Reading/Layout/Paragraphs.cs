using System.Text;

namespace Ingest.Core.Reading.Layout;

/// <summary>
/// Joins lines into paragraphs. A line ends one where the first word of the next would still have fitted behind it; a
/// line begins one where it is indented, stands apart, or is of another size.
/// </summary>
internal sealed class Paragraphs(DocumentText document)
{
    private const double Indent = 1.2;
    private const double Slack = 0.35;
    private const double Apart = 1.7;
    private const double OtherSize = 0.12;
    private const string NoLineStart = "，。、；：？！）》”’〉】』」…,.;:?!)]}%％";
    private readonly StringBuilder _paragraph = new();
    private Row? _last;
    private Block? _block;
    private double _leading;

    public void Add(Block block)
    {
        for (var i = 0; i < block.Rows.Count; i++)
        {
            var table = GridOf(block, i);
            if (table.Count > 0)
            {
                End();
                document.Table(null, Grid.Cells(table));
                i += table.Count - 1;
                continue;
            }

            AddLine(block.Rows[i], block);
        }
    }

    public void End()
    {
        document.Paragraph(_paragraph.ToString());
        _paragraph.Clear();
        _last = null;
    }

    /// <summary>The rows from here on that make up a table: at least two in a row with several cells each.</summary>
    private static List<Row> GridOf(Block block, int start)
    {
        var rows = block.Rows.Skip(start).TakeWhile(r => r.Segments.Count > 1).ToList();
        return rows.Count < 2 ? [] : rows;
    }

    private void AddLine(Row row, Block block)
    {
        if (_last is { } last && _block is { } before && Begins(row, block, last, before)) End();
        var text = row.Text;
        if (EndsInHyphen() && char.IsAsciiLetterLower(text[0])) _paragraph.Length--;
        else if (_paragraph.Length > 0 && Whitespace.NeedsBlank(_paragraph[^1], text[0])) _paragraph.Append(' ');
        _paragraph.Append(text);
        if (_last is { } above && _block == block && above.Y > row.Y) _leading = above.Y - row.Y;
        (_last, _block) = (row, block);
    }

    /// <summary>A Latin word parted at the line's end.</summary>
    private bool EndsInHyphen() => _paragraph is { Length: > 1 } && _paragraph[^1] == '-' && char.IsAsciiLetterLower(_paragraph[^2]);

    private bool Begins(Row row, Block block, Row last, Block before)
    {
        if (Math.Abs(row.Size - last.Size) > OtherSize * last.Size) return true;
        var isIndented = row.X - block.Left > Indent * row.Size;
        if (block != before) return isIndented || EndsShort(last, before, row) || last.Text[^1] is '。' or '！' or '？' or '：';
        if (last.Y - row.Y > Apart * Math.Max(_leading, last.Size)) return true;
        if (isIndented && Math.Abs(last.X - row.X) > 0.5 * row.Size) return true;
        return EndsShort(last, before, row);
    }

    private static bool EndsShort(Row last, Block block, Row next) => last.Right + FirstWord(next) < block.Right - (Slack * last.Size);

    /// <summary>Width of what a line breaker cannot part at the start of a line: a Latin word or number, or one character, with the marks that cling to it.</summary>
    private static double FirstWord(Row row)
    {
        var text = row.Text;
        double width = 0;
        var i = 0;
        while (i < text.Length && text[i] is '（' or '《' or '“' or '‘' or '〈' or '【') (i, width) = (i + 1, width + row.Size);
        var isWord = i < text.Length && !Whitespace.IsWide(text[i]);
        do
        {
            if (i >= text.Length) break;
            width += row.Size * (Whitespace.IsWide(text[i]) ? 1 : 0.55);
            i++;
        }
        while (isWord && i < text.Length && !Whitespace.IsWide(text[i]) && text[i] != ' ');
        for (; i < text.Length && NoLineStart.Contains(text[i], StringComparison.Ordinal); i++) width += row.Size * (Whitespace.IsWide(text[i]) ? 1 : 0.5);
        return width;
    }
}
