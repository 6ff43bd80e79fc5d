using System.Collections.Frozen;

namespace Ingest.Core.Reading.Rtf;

/// <summary>Rich Text Format. No package that restores reads it, and its text needs only its groups, code pages and a few words.</summary>
internal sealed class RtfFormat
{
    // Groups whose text is not the document's.
    private static readonly FrozenSet<string> Passed = new[]
    {
        "colortbl", "stylesheet", "info", "pict", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "fldinst",
        "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "datastore", "latentstyles",
        "annotation", "atnid", "atnauthor", "atndate", "atrfstart", "atrfend", "bkmkstart", "bkmkend", "xe", "tc", "template", "private", "nonshppict", "sp", "blipuid",
        "pgptbl", "mmathPr", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "userprops", "docvar", "formfield", "do", "background", "panose", "falt", "pnseclvl", "pntext", "listtext",
    }.ToFrozenSet();

    // Groups marked as optional (\*) that hold text all the same.
    private static readonly FrozenSet<string> OptionalText = new[] { "shpinst", "shptxt", "footnote", "aftn", "nesttableprops", "shppict", "ud" }.ToFrozenSet();

    private readonly RtfTokens _tokens;
    private readonly ReadingBudget _budget;
    private readonly RtfText _text;
    private readonly Stack<RtfState> _groups = new();
    private RtfState _state = new();
    private bool _isOptional;
    private bool _isGroupStart;

    private RtfFormat(ReadOnlyMemory<byte> file, DocumentText document, ReadingBudget budget)
    {
        (_tokens, _budget) = (new RtfTokens(file), budget);
        _text = new RtfText(document, budget);
    }

    public static ReportText Read(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        var document = new DocumentText(budget);
        new RtfFormat(file, document, budget).Run();
        return document.Build(ReportFormat.Rtf);
    }

    private void Run()
    {
        for (var kind = _tokens.Next(); kind != RtfKind.End; kind = _tokens.Next())
        {
            _budget.Tick();
            switch (kind)
            {
                case RtfKind.Open:
                    _groups.Push(_state);
                    _budget.Depth(_groups.Count / 4); // groups nest more than other formats' elements and cost a record each
                    (_isOptional, _isGroupStart) = (false, true);
                    continue;
                case RtfKind.Close:
                    _text.FlushBytes();
                    if (_groups.TryPop(out var outer)) _state = outer;
                    break;
                case RtfKind.Word: Word(); break;
                case RtfKind.Symbol: Symbol(); break;
                case RtfKind.Byte or RtfKind.Text: Character(kind); break;
                default: break;
            }

            if (kind is not RtfKind.Symbol || _tokens.Name != "*") _isGroupStart = _isOptional = false;
        }

        _text.End();
    }

    private void Word()
    {
        var (name, number) = (_tokens.Name, _tokens.Number);
        if (_isGroupStart && (Passed.Contains(name) || _isOptional && !OptionalText.Contains(name) && name != "fonttbl")) _state = _state with { IsPassed = true };
        if (name == "bin") _tokens.Skip(number ?? 0);
        if (name == "fonttbl") _state = _state with { IsFontTable = true, IsPassed = true };
        if (_state.IsFontTable) FontTable(name, number);
        if (_state.IsPassed) return;
        switch (name)
        {
            case "ansicpg": _text.SetCodePage(number ?? 0); break;
            case "deff": _text.DefaultFont = number ?? 0; break;
            case "f" or "af": _text.FlushBytes(); _state = _state with { Font = number }; break;
            case "uc": _state = _state with { UnicodeSkip = Math.Clamp(number ?? 1, 0, 16) }; break;
            case "u": _text.Unicode((char)(ushort)(number ?? 0xFFFD), _state); break;
            case "v" or "deleted" or "webhidden": _text.FlushBytes(); _state = name == "deleted" ? _state with { IsDeleted = number != 0 } : _state with { IsHidden = number != 0 }; break;
            case "plain": _text.FlushBytes(); _state = _state with { IsHidden = false, IsDeleted = false, Font = null }; break;
            default: _text.Structure(name, _state); break;
        }
    }

    private void FontTable(string name, int? number)
    {
        if (name == "f") _text.CurrentFont = number ?? 0;
        if (name == "fcharset") _text.SetCharset(number ?? 0);
        if (name == "cpg") _text.SetFontCodePage(number ?? 0);
    }

    private void Symbol()
    {
        if (_tokens.Name == "*")
        {
            _isOptional = true;
            return;
        }

        if (_state.IsPassed) return;
        if (_tokens.Name is "{" or "}" or "\\") _text.Plain(_tokens.Name[0], _state);
        else if (_tokens.Name == "~") _text.Plain(' ', _state);
        else if (_tokens.Name == "_") _text.Plain('-', _state);
        else if (_tokens.Name is "\r" or "\n") _text.Structure("par", _state);
    }

    private void Character(RtfKind kind)
    {
        if (_state.IsPassed) return;
        _text.Byte(_tokens.Value, kind == RtfKind.Byte, _state);
    }
}

/// <summary>What a group inherits and gives back at its end.</summary>
internal sealed record RtfState
{
    public int? Font { get; init; }

    public int UnicodeSkip { get; init; } = 1;

    public bool IsPassed { get; init; }

    public bool IsFontTable { get; init; }

    public bool IsHidden { get; init; }

    public bool IsDeleted { get; init; }

    public bool IsVisible => !IsHidden && !IsDeleted;
}
