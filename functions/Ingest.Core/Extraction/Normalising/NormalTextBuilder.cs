using System.Buffers;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>The pass that writes a <see cref="NormalText"/>: block by block, line by line, character by character.</summary>
/// <param name="original">The text as uploaded.</param>
/// <param name="source">The same, or its repaired form where it was mojibake.</param>
/// <param name="sourceStarts">Where each unit of the repaired form began in the original; null where nothing was repaired.</param>
/// <param name="warnings">What was found so far; what this pass finds is added.</param>
internal sealed class NormalTextBuilder(string original, string source, int[]? sourceStarts, List<ReportWarning> warnings)
{
    private const int MostWarnings = 200;

    // What stands for a character; none for those that are written otherwise or not at all where the characters around them say so.
    private static readonly char[] Ordinary = [.. CharacterSet.All.Select(static c => IsOrdinary(c) ? CharacterTable.Plain(c) : Special)];
    private const char Special = '\0';

    private readonly bool _dotsAreStops = FullStops.AreDots(source);
    private readonly GlossRepair _glosses = GlossRepair.Learn(source);
    private char[] _text = ArrayPool<char>.Shared.Rent(source.Length + 16);
    private readonly OffsetMap _starts = new();
    private int _length;
    private int _paragraph;
    private bool _quoteOpen;
    private TextSpan _judged;
    private bool? _isNoisy;
    private bool? _documentIsNoisy;

    private ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

    /// <summary>Whether the spaces of the line or wrapped block at hand are noise; asked only where one is met.</summary>
    private bool IsNoisy => _isNoisy ??= Spacing.Of(source.AsSpan(_judged.Start, _judged.Length)).IsNoiseIn(_documentIsNoisy ??= Spacing.Of(source) is { IsNoise: true, Wraps: >= 20 });

    private char Last => _length == 0 ? '\n' : _text[_length - 1];

    public NormalText Build()
    {
        for (var at = 0; at < source.Length;)
        {
            var wrapping = Wrapping.Measure(source, at, out var end);
            if (end == at)
            {
                at = AfterBreak(LineEnd(at));
            }
            else
            {
                Block(wrapping, at, end);
                at = end;
            }

            EndParagraph(at);
        }

        var length = Written.TrimEnd("\n ").Length;
        var text = new string(_text, 0, length);
        ArrayPool<char>.Shared.Return(_text);
        return new NormalText(original, source, sourceStarts, text, _starts, warnings);
    }

    private void Block(Wrapping wrapping, int at, int end)
    {
        (_judged, _isNoisy) = (new(at, end), null);
        while (at < end)
        {
            var lineEnd = LineEnd(at);
            var line = source.AsSpan(at, lineEnd - at);
            if (wrapping == Wrapping.None)
                (_judged, _isNoisy) = (new(at, lineEnd), null);
            Line(at, lineEnd);
            at = AfterBreak(lineEnd);
            if (!GoesOn(wrapping, line.Trim(), at))
            {
                EndParagraph(at);
            }
        }
    }

    /// <summary>Whether the paragraph goes on behind a line: a wrap of the block, or a number cut from its unit.</summary>
    private bool GoesOn(Wrapping wrapping, ReadOnlySpan<char> line, int next)
    {
        if (line.IsEmpty || next >= source.Length || line.Contains('\t') || TextKind.IsSpace(source[next]) || source[next] == '\t')
        {
            return false;
        }

        if (ParagraphBreaks.IsStray(Written[_paragraph..], source.AsSpan(next)))
        {
            return true;
        }

        var isCut = Last is (>= '0' and <= '9') or '万' or '亿' && "元万亿余多月日号名人个%".Contains(CharacterTable.Plain(source[next]), StringComparison.Ordinal);
        return (isCut || wrapping != Wrapping.None) && Wrapping.WidthOf(line) is var width && (wrapping.GoesOn(width, line[^1]) || (isCut && width >= Wrapping.ShortestWrap));
    }

    private void Line(int at, int end)
    {
        var spaces = 0;
        while (at < end)
        {
            var c = source[at];
            if (Ordinary[c] is var ordinary and not Special)
            {
                Space(at, ordinary, ref spaces, end);
                at = Run(at, end);
                at += TextKind.IsHan(Last) ? PinyinGloss.Length(source, at) : 0;
            }
            else if (TextKind.IsSpace(c))
            {
                spaces += TextKind.SpaceWidth(c);
                at++;
            }
            else if (CharacterTable.Plain(c) is var mark && IsClauseMark(mark))
            {
                Space(at, mark, ref spaces, end);
                Mark(mark, at++);
            }
            else if (TextKind.IsInvisible(c) || IsInjectedStar(at))
            {
                at++;
            }
            else if (c == '&' && Entity.TryRead(source, at, out var meant))
            {
                if (TextKind.IsSpace(meant))
                {
                    spaces += TextKind.SpaceWidth(meant);
                }
                else if (!TextKind.IsInvisible(meant))
                {
                    Space(at, CharacterTable.Plain(meant), ref spaces, end);
                    Character(CharacterTable.Plain(meant), at);
                }

                at += Entity.Length(source, at);
            }
            else if (_glosses.TryRepair(source, at, Last, out var repaired, out var broken))
            {
                at = BrokenGloss(repaired, at, at + broken);
            }
            else
            {
                var plain = PlainAt(at);
                Space(at, plain, ref spaces, end);
                Character(plain, at);
                at++;
                at += TextKind.IsHan(plain) ? PinyinGloss.Length(source, at) : 0;
            }
        }
    }

    /// <summary>
    /// Writes characters up to the first special one, and returns where it stands. Clause marks are special only next to others;
    /// between words they are written in passing, or each would part a run.
    /// </summary>
    private int Run(int at, int end)
    {
        Reserve(end - at);
        _starts.Add(_length, at);
        var (text, length, ordinary) = (_text, _length, Ordinary);
        foreach (var c in source.AsSpan(at, end - at))
        {
            var plain = ordinary[c];
            if (plain == Special)
            {
                plain = CharacterTable.Plain(c);
                if (!IsClauseMark(plain) || IsClauseMark(text[length - 1]))
                    break;
            }

            text[length++] = plain;
        }

        at += length - _length;
        _length = length;
        return at;
    }

    private static bool IsClauseMark(char c) => c is ',' or '、' or '。' or ';';

    /// <summary>Writes what a broken gloss stood for and what it shifted; returns where the text is sound again.</summary>
    private int BrokenGloss(char repaired, int at, int next)
    {
        if (repaired == NormalText.Lost)
        {
            Lose(at);
            return next;
        }

        if (next < source.Length && GlossRepair.TryUnshift(source, next, repaired, out var characters, out var length))
        {
            for (var i = 0; i < characters.Length; i++)
            {
                Write(characters[i], i == 0 ? at : next + Math.Min(i - 1, length - 1));
            }

            Warn("lost-text", "此处文字在文件中已损坏,已尽量还原,可能缺字;请对照原件核对。", next, length);
            return next + length;
        }

        Write(repaired, at);
        if (next < source.Length && source[next] == '?')
        {
            Lose(next);
            return next + 1;
        }

        var shifted = GlossRepair.ShiftedLength(source, next, repaired: true);
        if (shifted > 0)
        {
            Write('□', next);
            Warn("lost-text", "此处文字在文件中已损坏,无法还原;请对照原件改正后重新上传。", next, shifted);
        }

        return next + shifted;
    }

    private void Character(char plain, int at)
    {
        if (plain == NormalText.Lost || plain == '?' && StandsForDigit(at))
        {
            Lose(at);
            return;
        }

        if (plain == '.' && _dotsAreStops && FullStops.IsStop(source, at))
        {
            plain = '。';
        }

        if (LostQuantity.MayLack(plain) && LostQuantity.IsMissing(Written, plain, NextPlain(at), NextPlain(at + 1)))
        {
            Lose(at);
        }

        if (IsClauseMark(plain))
        {
            Mark(plain, at);
            return;
        }

        if (plain == '"')
        {
            _quoteOpen = !_quoteOpen;
            plain = _quoteOpen ? '“' : '”';
        }

        Write(plain, at);
    }

    /// <summary>Writes a clause mark. ,, and 。, are slips of a converter: the stronger mark stays.</summary>
    private void Mark(char mark, int at)
    {
        if (mark is ',' or '、' && Last is ',' or '。' or ';' or '、')
        {
            return;
        }

        if (mark is '。' or ';' && Last is ',' or '、')
        {
            _length--;
        }

        Write(mark, at);
    }

    /// <summary>Writes what a run of spaces stands for, if one stands before: the end of a paragraph, one space, or nothing.</summary>
    private void Space(int at, char next, ref int spaces, int lineEnd)
    {
        var width = spaces;
        if (width == 0)
            return;
        spaces = 0;
        if (ParagraphBreaks.IsIndent(Written[_paragraph..], width, lineEnd - at))
        {
            EndParagraph(at);
            return;
        }

        var last = Last;
        if (last is '\n' or '\t' or ' ' || next == '\t' || TextKind.IsChineseMark(last) || TextKind.IsChineseMark(next))
        {
            return;
        }

        if (next == '%' && TextKind.IsDigit(last) || last is '人' && next == '次' || last is '万' or '亿' && next is '元' or '余' or '多' or '名' or '人' or '个')
        {
            return;
        }

        var cut = TextKind.IsDigit(last) || last == '.' ? CutNumber.Of(source.AsSpan(0, at), source.AsSpan(at), IsNoisy) : NumberCut.None;
        if (cut == NumberCut.Doubtful)
        {
            Lose(at - 1);
        }

        if (cut != NumberCut.None)
        {
            return;
        }

        var keep = (TextKind.IsHan(last), TextKind.IsHan(next)) switch
        {
            (true, true) => !IsNoisy,
            (false, false) => true,
            _ => !(char.IsAsciiLetterOrDigit(last) || char.IsAsciiLetterOrDigit(next)),
        };
        if (keep)
        {
            Write(' ', at - 1);
        }
    }

    /// <summary>Stars that some converters put around words they watch: <c>*党**员*</c>. Between digits a star multiplies.</summary>
    private bool IsInjectedStar(int at) =>
        source[at] is '*' or '＊' && !(TextKind.IsDigit(Last) && at + 1 < source.Length && TextKind.IsDigit(source[at + 1]));

    private static bool IsOrdinary(char c) =>
        !TextKind.IsInvisible(c) && !TextKind.IsSpace(c) && !CharacterTable.DependsOnContext(c)
        && CharacterTable.Plain(c) is var plain && plain is not ('*' or '?' or NormalText.Lost or ',' or '、' or '。' or ';' or '"' or '○' or '.' or '&' or '(') && !LostQuantity.MayLack(plain);

    private char PlainAt(int at) => CharacterTable.PlainAt(source, at);

    /// <summary>捐款?00元: a question mark between a character and a digit, or a measure word that ends there (口罩?个、), is a number that was lost.</summary>
    private bool StandsForDigit(int at) =>
        (TextKind.IsHan(Last) || Last == NormalText.Lost) && at + 1 < source.Length && !LostQuantity.AsksBefore(Last)
        && (TextKind.IsDigit(PlainAt(at + 1)) || at + 2 < source.Length && LostQuantity.MayLack(PlainAt(at + 1)) && PlainAt(at + 2) is '、' or ',' or '。');

    private char NextPlain(int at)
    {
        // Two units are looked at, a few invisible ones between: more would let a run of spaces cost its square.
        for (var next = at + 1; next < source.Length && next < at + 4; next++)
        {
            if (!TextKind.IsSpace(source[next]) && !TextKind.IsInvisible(source[next])) return CharacterTable.Plain(source[next]);
        }

        return '\n';
    }

    private void Lose(int at)
    {
        if (Last == NormalText.Lost)
        {
            return;
        }

        Write(NormalText.Lost, at);
        Warn("lost-digits", "此处的数字或文字在文件中已丢失,未计入统计;请对照原件补齐后重新上传。", at, 1);
    }

    private void Warn(string code, string message, int at, int length)
    {
        if (warnings.Count < MostWarnings)
        {
            var span = sourceStarts is null ? new TextSpan(at, at + length) : new TextSpan(sourceStarts[at], sourceStarts[at + length]);
            warnings.Add(new ReportWarning(code, message, span));
        }
    }

    private void EndParagraph(int at)
    {
        _quoteOpen = false;
        while (_length > 0 && _text[_length - 1] == ' ')
        {
            _length--;
        }

        if (Last != '\n')
        {
            Write('\n', Math.Min(at, source.Length) - 1);
        }

        _paragraph = _length;
    }

    private void Write(char c, int at)
    {
        Reserve(1);
        _starts.Add(_length, at);
        _text[_length++] = c;
    }

    private void Reserve(int more)
    {
        if (_length + more <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(_length + more + (_length / 2));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }

    private int LineEnd(int at) => at + TextKind.BreakIn(source.AsSpan(at));

    private int AfterBreak(int at) => Math.Min(source.Length, at + (source.AsSpan(at).StartsWith("\r\n") ? 2 : 1));
}
