using System.Buffers.Binary;
using System.Text;

namespace Ingest.Core.Reading.Word;

/// <summary>Writes character positions of a Word document as paragraphs and tables; control characters carry its structure.</summary>
internal sealed class DocText(byte[] main, List<Piece> pieces, CharacterRuns runs, DocumentText document, ReadingBudget budget)
{
    private static readonly char[] Windows1252 = [.. "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"];
    private readonly StringBuilder _paragraph = new();
    private readonly TableStack _tables = new(document, budget);
    private int _fieldDepth;
    private int _codeDepth; // fields whose code, not result, is being passed
    private bool _inTable;

    public void Write(int start, int end)
    {
        (_fieldDepth, _codeDepth) = (0, 0);
        foreach (var piece in pieces)
        {
            for (var position = Math.Max(start, piece.Start); position < Math.Min(end, piece.End); position++)
            {
                budget.Tick();
                var offset = piece.Offset + ((position - piece.Start) * piece.BytesPerCharacter);
                Put(At(offset, piece.IsWide), offset);
            }
        }

        EndParagraph();
        EndTable();
    }

    private char At(int offset, bool isWide)
    {
        if (isWide) return (char)BinaryPrimitives.ReadUInt16LittleEndian(main.AsSpan(offset));
        var c = (char)main[offset];
        return c is >= '\u0080' and < '\u00A0' ? Windows1252[c - 0x80] : c;
    }

    private void Put(char c, int offset)
    {
        switch (c)
        {
            case '\u0013': _fieldDepth++; _codeDepth++; break;
            case '\u0014' when _codeDepth > 0: _codeDepth--; break;
            case '\u0015':
                if (_fieldDepth > 0) _fieldDepth--;
                if (_codeDepth > _fieldDepth) _codeDepth = _fieldDepth;
                break;
            case '\u0007': EndCell(offset); break;
            case '\r' or '\f' or '\u000E':
                if (runs.IsInTable(offset)) OpenCell();
                else EndTable();
                EndParagraph();
                break;
            case '\v': Append('\n', offset); break;
            case '\u001E': Append('-', offset); break;
            case '\t' or >= ' ': Append(c, offset); break;
            default: break; // pictures, notes' references, soft hyphens
        }
    }

    private void Append(char c, int offset)
    {
        if (_codeDepth == 0 && !runs.IsDropped(offset)) _paragraph.Append(c);
    }

    private void EndParagraph()
    {
        _tables.Paragraph(_paragraph.ToString());
        _paragraph.Clear();
    }

    /// <summary>The same mark ends a cell and a row; where the file does not say which, an empty cell is taken for the row's end.</summary>
    private void EndCell(int offset)
    {
        if (runs.IsRowEnd(offset) || !runs.HasRowEnds && _paragraph.Length == 0 && !_tables.InCell)
        {
            _paragraph.Clear();
            _tables.CloseRow();
            return;
        }

        OpenCell();
        EndParagraph();
        _tables.CloseCell();
    }

    private void OpenCell()
    {
        if (!_inTable) _tables.Open();
        _inTable = true;
        if (!_tables.InCell) _tables.OpenCell();
    }

    private void EndTable()
    {
        if (_inTable) _tables.CloseAll();
        _inTable = false;
    }
}
