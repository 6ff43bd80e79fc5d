using System.Text;
using Ingest.Core.Reading.Texts;

namespace Ingest.Core.Reading.Rtf;

/// <summary>Puts the text of RTF together: bytes by the font's code page, paragraphs, cells and rows.</summary>
internal sealed class RtfText(DocumentText document, ReadingBudget budget)
{
    private readonly Dictionary<int, int> _fontCodePages = [];
    private readonly StringBuilder _paragraph = new();
    private readonly List<byte> _bytes = [];
    private readonly TableStack _tables = new(document, budget);
    private int _codePage = 936;
    private int _bytesCodePage;
    private int _skip;
    private bool _inTable;
    private bool _isTableParagraph;

    public int DefaultFont { get; set; }

    /// <summary>The font that the font table is describing.</summary>
    public int CurrentFont { get; set; }

    public void SetCodePage(int codePage) => _codePage = codePage is 0 or 1252 ? 936 : codePage; // Chinese bytes under a Western page are GBK by all experience

    public void SetCharset(int charset)
    {
        var codePage = charset switch
        {
            134 => 936,
            136 => 950,
            128 => 932,
            129 => 949,
            _ => 0,
        };
        if (codePage != 0) _fontCodePages[CurrentFont] = codePage;
    }

    public void SetFontCodePage(int codePage) => _fontCodePages[CurrentFont] = codePage;

    public void Byte(byte value, bool isEscaped, RtfState state)
    {
        if (_skip > 0)
        {
            _skip--;
            return;
        }

        if (!state.IsVisible) return;
        if (!isEscaped && value < 0x80 && !(_bytes.Count > 0 && IsOpenPair()))
        {
            FlushBytes();
            _paragraph.Append((char)value);
            return;
        }

        var codePage = _fontCodePages.GetValueOrDefault(state.Font ?? DefaultFont, _codePage);
        if (codePage != _bytesCodePage) FlushBytes();
        _bytesCodePage = codePage;
        _bytes.Add(value);
    }

    public void Unicode(char c, RtfState state)
    {
        FlushBytes();
        _skip = state.UnicodeSkip;
        if (state.IsVisible) _paragraph.Append(c);
    }

    public void Plain(char c, RtfState state)
    {
        if (_skip > 0)
        {
            _skip--;
            return;
        }

        FlushBytes();
        if (state.IsVisible) _paragraph.Append(c);
    }

    /// <summary>A control word that stands for a character or a border of paragraphs and cells.</summary>
    public void Structure(string name, RtfState state)
    {
        var isText = true;
        switch (name)
        {
            case "par" or "sect" or "page": FlushBytes(); EndParagraph(); break;
            case "line": Plain('\n', state); break;
            case "tab": Plain('\t', state); break;
            case "emdash": Plain('—', state); break;
            case "endash": Plain('–', state); break;
            case "lquote": Plain('‘', state); break;
            case "rquote": Plain('’', state); break;
            case "ldblquote": Plain('“', state); break;
            case "rdblquote": Plain('”', state); break;
            case "bullet": Plain('•', state); break;
            case "pard": _isTableParagraph = false; break;
            case "intbl": _isTableParagraph = true; break;
            case "cell" or "nestcell": FlushBytes(); EndCell(); break;
            case "row" or "nestrow": FlushBytes(); _tables.CloseRow(); break;
            default: isText = false; break;
        }

        if (isText) _skip = 0;
    }

    /// <summary>Decodes the bytes gathered so far.</summary>
    public void FlushBytes()
    {
        if (_bytes.Count == 0) return;
        _paragraph.Append(TextDecoding.OfCodePage(_bytesCodePage).GetString([.. _bytes]));
        _bytes.Clear();
    }

    public void End()
    {
        FlushBytes();
        EndParagraph();
        _tables.CloseAll();
    }

    /// <summary>The second byte of a GBK or Big5 pair may be an ASCII character.</summary>
    private bool IsOpenPair()
    {
        var lead = false;
        foreach (var b in _bytes) lead = !lead && b >= 0x81;
        return lead;
    }

    private void EndParagraph()
    {
        if (_isTableParagraph) OpenCell();
        else if (_inTable) CloseTable();
        _tables.Paragraph(_paragraph.ToString());
        _paragraph.Clear();
    }

    private void EndCell()
    {
        OpenCell();
        _tables.Paragraph(_paragraph.ToString());
        _paragraph.Clear();
        _tables.CloseCell();
    }

    private void OpenCell()
    {
        if (!_inTable) _tables.Open();
        _inTable = true;
        if (!_tables.InCell) _tables.OpenCell();
    }

    private void CloseTable()
    {
        _tables.CloseAll();
        _inTable = false;
    }
}
