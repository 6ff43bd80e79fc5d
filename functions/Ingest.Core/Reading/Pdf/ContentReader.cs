using Ingest.Core.Reading.Layout;

namespace Ingest.Core.Reading.Pdf;

/// <summary>
/// Runs the content streams of a page and places the text they show. Only what moves or shows text is carried out.
/// Vertical writing advances downwards; slanted text (watermarks) is left out.
/// </summary>
internal sealed class ContentReader(PdfFile file, PageText page)
{
    private const int MaxForms = 12;
    private const int MostOperands = 512;
    private const int MostStates = 512;
    private readonly Dictionary<PdfDictionary, PdfFont> _fonts = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PdfStream> _drawing = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<TextState> _saved = new();
    private readonly List<object?> _operands = [];
    private readonly List<PdfGlyph> _glyphs = [];
    private TextState _state = new();
    private Matrix _text = Matrix.Identity;
    private Matrix _line = Matrix.Identity;
    private int _artifactDepth;
    private int _markDepth;

    /// <summary>Whether the page shows pictures.</summary>
    public bool HasImages { get; private set; }

    public void Run(byte[] content, PdfDictionary? resources, Matrix start)
    {
        _state = new TextState { Ctm = start };
        Run(content, resources, depth: 0);
    }

    private void Run(byte[] content, PdfDictionary? resources, int depth)
    {
        var lexer = new PdfLexer(content, file.Budget, isContent: true);
        var saved = _saved.Count;
        while (true)
        {
            var token = lexer.Read();
            if (ReferenceEquals(token, PdfLexer.End)) break;
            if (token is not PdfKeyword word)
            {
                if (_operands.Count < MostOperands) _operands.Add(token);
                continue;
            }

            file.Budget.Tick();
            if (word.Value == "BI") SkipInlineImage(lexer, content);
            else if (word.Value == "Do") Draw(resources, depth);
            else Operate(word.Value, resources);
            _operands.Clear();
        }

        while (_saved.Count > saved) _saved.Pop();
    }

    private void Operate(string name, PdfDictionary? resources)
    {
        switch (name)
        {
            case "q" when _saved.Count < MostStates: _saved.Push(_state); break;
            case "Q" when _saved.Count > 0: _state = _saved.Pop(); break;
            case "cm" when Six() is { } matrix: _state = _state with { Ctm = matrix * _state.Ctm }; break;
            case "BT": _text = _line = Matrix.Identity; break;
            case "Tf": SetFont(resources); break;
            case "Td": NextLine(Number(0), Number(1)); break;
            case "TD": _state = _state with { Leading = -Number(1) }; NextLine(Number(0), Number(1)); break;
            case "Tm" when Six() is { } matrix: _text = _line = matrix; break;
            case "T*": NextLine(0, -_state.Leading); break;
            case "Tc": _state = _state with { CharacterSpacing = Number(0) }; break;
            case "Tw": _state = _state with { WordSpacing = Number(0) }; break;
            case "Tz": _state = _state with { Scale = Number(0) / 100 }; break;
            case "TL": _state = _state with { Leading = Number(0) }; break;
            case "Ts": _state = _state with { Rise = Number(0) }; break;
            case "Tj": Show(Operand(0)); break;
            case "'": NextLine(0, -_state.Leading); Show(Operand(0)); break;
            case "\"": _state = _state with { WordSpacing = Number(0), CharacterSpacing = Number(1) }; NextLine(0, -_state.Leading); Show(Operand(2)); break;
            case "TJ": ShowAll(); break;
            case "BDC" or "BMC": Mark(); break;
            case "EMC": Unmark(); break;
            default: break;
        }
    }

    /// <summary>Producers mark running headers, footers and page numbers as artifacts.</summary>
    private void Mark()
    {
        _markDepth++;
        if (_artifactDepth == 0 && Operand(0) is PdfName { Value: "Artifact" }) _artifactDepth = _markDepth;
    }

    private void Unmark()
    {
        if (_artifactDepth == _markDepth) _artifactDepth = 0;
        if (_markDepth > 0) _markDepth--;
    }

    private void SetFont(PdfDictionary? resources)
    {
        var font = Operand(0) is PdfName name ? file.Get(file.Get(resources, "Font") as PdfDictionary, name.Value) as PdfDictionary : null;
        PdfFont? known = null;
        if (font is not null && !_fonts.TryGetValue(font, out known)) _fonts[font] = known = PdfFont.Of(font, file);
        _state = _state with { Font = known, Size = Number(1) };
    }

    private void NextLine(double x, double y) => _text = _line = Matrix.Move(x, y) * _line;

    private void ShowAll()
    {
        if (Operand(0) is not List<object?> items) return;
        foreach (var item in items)
        {
            if (item is double kern)
            {
                var shift = -kern / 1000 * _state.Size;
                _text = (_state.Font?.IsVertical == true ? Matrix.Move(0, shift) : Matrix.Move(shift * _state.Scale, 0)) * _text;
            }
            else
            {
                Show(item);
            }
        }
    }

    private void Show(object? operand)
    {
        if (operand is not PdfString text || _state.Font is not { } font) return;
        _glyphs.Clear();
        font.Decode(text.Bytes, _glyphs);
        foreach (var glyph in _glyphs)
        {
            file.Budget.Tick();
            var spacing = _state.CharacterSpacing + (glyph.IsBlank ? _state.WordSpacing : 0);
            var advance = ((glyph.Width / 1000 * _state.Size) + spacing) * _state.Scale;
            Place(glyph, advance);
            _text = (font.IsVertical ? Matrix.Move(0, -_state.Size - spacing) : Matrix.Move(advance, 0)) * _text;
        }
    }

    private void Place(PdfGlyph glyph, double advance)
    {
        if (_artifactDepth != 0) return;
        if (glyph.Text is null)
        {
            page.Unmapped++;
            return;
        }

        var at = Matrix.Move(0, _state.Rise) * _text * _state.Ctm;
        var size = Math.Abs(_state.Size) * Math.Sqrt((at.C * at.C) + (at.D * at.D));
        if (size is < 0.5 or > 2000 || double.IsNaN(size) || Math.Abs(at.B) > 0.2 * Math.Abs(at.A)) return;
        var width = advance * at.A;
        if (glyph.Text.Length > 0) page.Add(glyph.Text, width < 0 ? at.E + width : at.E, at.F, Math.Abs(width), size);
    }

    private void Draw(PdfDictionary? resources, int depth)
    {
        if (Operand(0) is not PdfName name || file.Get(file.Get(resources, "XObject") as PdfDictionary, name.Value) is not PdfStream form) return;
        if (file.Name(form.Dictionary, "Subtype") != "Form")
        {
            HasImages = true;
            return;
        }

        if (depth >= MaxForms || !_drawing.Add(form)) return; // a form that draws itself
        file.Budget.CheckTime();
        var (state, text, line) = (_state, _text, _line);
        if (file.Get(form.Dictionary, "Matrix") is List<object?> { Count: 6 } matrix) _state = _state with { Ctm = ToMatrix(matrix) * _state.Ctm };
        _operands.Clear();
        Run(file.Decode(form), file.Get(form.Dictionary, "Resources") as PdfDictionary ?? resources, depth + 1);
        (_state, _text, _line) = (state, text, line);
        _drawing.Remove(form);
    }

    private void SkipInlineImage(PdfLexer lexer, byte[] content)
    {
        HasImages = true;
        for (var at = lexer.Position; ;)
        {
            var found = content.AsSpan(at).IndexOf("EI"u8);
            if (found < 0)
            {
                lexer.Position = content.Length;
                return;
            }

            at += found + 2;
            if (content[at - 3] is 10 or 13 or 32 && (at == content.Length || content[at] is 10 or 13 or 32))
            {
                lexer.Position = at;
                return;
            }
        }
    }

    private object? Operand(int index) => index < _operands.Count ? _operands[index] : null;

    private double Number(int index) => Operand(index) is double number ? number : 0;

    private Matrix? Six() => _operands.Count >= 6 ? ToMatrix(_operands) : null;

    private Matrix ToMatrix(List<object?> values)
    {
        var numbers = values.Take(6).Select(v => file.Resolve(v) is double number ? number : 0).ToArray();
        return new Matrix(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }
}
