using System.Globalization;
using System.Text;
using System.Xml;

namespace Ingest.Core.Reading.Word;

/// <summary>
/// Walks WordprocessingML once: paragraphs, tables in tables, text boxes. Left out are deleted and moved-away
/// revisions, hidden runs, phonetic guides, and the fallback copy that drawings carry of the same text.
/// </summary>
internal sealed class WordXml(DocumentText document, ReadingBudget budget)
{
    private readonly Stack<StringBuilder> _paragraphs = new();
    private readonly char[] _chunk = new char[4096];
    private readonly TableStack _tables = new(document, budget);
    private bool _hidden;
    private bool _inText;

    public void Read(XmlReader xml)
    {
        var advance = true;
        while (!advance || xml.Read())
        {
            advance = true;
            budget.Tick();
            budget.Depth(xml.Depth);
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                End(xml.LocalName);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName is "Fallback" or "rt" or "pPrChange" or "rPrChange" or "instrText" or "delText" || IsDeletion(xml))
                {
                    xml.Skip();
                    advance = false;
                    if (xml.EOF) return;
                    continue;
                }

                var empty = xml.IsEmptyElement;
                Start(xml);
                if (empty) End(xml.LocalName);
            }
            else if (_inText && !_hidden)
            {
                AppendText(xml);
            }
        }
    }

    /// <summary>A deleted run; inside run properties the same name only marks the paragraph sign.</summary>
    private static bool IsDeletion(XmlReader xml) => xml.LocalName is "del" or "moveFrom" && !xml.IsEmptyElement;

    private void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p": _paragraphs.Push(new StringBuilder()); budget.Object(); break;
            case "r": _hidden = false; break;
            case "vanish": _hidden = xml.GetAttribute("val", xml.NamespaceURI) is not ("0" or "false"); break;
            case "t": _inText = true; break;
            case "tab" when _paragraphs.TryPeek(out var p) && p.Length > 0: p.Append('\t'); break;
            case "br" or "cr": Append("\n"); break;
            case "noBreakHyphen": Append("-"); break;
            case "tbl": _tables.Open(); break;
            case "tr": _tables.OpenRow(); break;
            case "tc": _tables.OpenCell(); break;
            case "gridSpan" when int.TryParse(xml.GetAttribute("val", xml.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var span): _tables.Span(span); break;
            case "vMerge" when xml.GetAttribute("val", xml.NamespaceURI) is not "restart": _tables.Continue(); break;
            default: break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when _paragraphs.TryPop(out var paragraph): _tables.Paragraph(paragraph.ToString()); break;
            case "r": _hidden = false; break;
            case "t": _inText = false; break;
            case "tc": _tables.CloseCell(); break;
            case "tr": _tables.CloseRow(); break;
            case "tbl": _tables.Close(); break;
            default: break;
        }
    }

    /// <summary>In chunks: one element may hold more text than a report may.</summary>
    private void AppendText(XmlReader xml)
    {
        if (!_paragraphs.TryPeek(out var paragraph)) return;
        for (var read = xml.ReadValueChunk(_chunk, 0, _chunk.Length); read > 0; read = xml.ReadValueChunk(_chunk, 0, _chunk.Length))
        {
            paragraph.Append(_chunk, 0, read);
            if (paragraph.Length > budget.Limits.MaxCharacters) throw new UnreadableException(Refusals.TooMuchText);
        }
    }

    private void Append(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph)) paragraph.Append(text);
    }
}
