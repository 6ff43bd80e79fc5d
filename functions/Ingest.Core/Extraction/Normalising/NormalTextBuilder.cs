using System.Buffers;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Normalising;

/// <summary>The pass that writes a <see cref="NormalText"/>: block by block, line by line, character by character.</summary>
/// <param name="original">The text as uploaded.</param>
/// <param name="source">The same, or its repaired form where it was mojibake.</param>
/// <param name="sourceStarts">Where each unit of the repaired form began in the original; null where nothing was repaired.</param>
internal sealed class NormalTextBuilder(string original, string source, int[]? sourceStarts)
{
    private const int MostWarnings = 200;

    // Nearly all of a text: what is written in its plain form whatever stands around it.
    private static readonly bool[] Ordinary = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => IsOrdinary((char)c))];

    private readonly List<ReportWarning> _warnings = Mojibake.Warn(original, sourceStarts is not null);
    private readonly bool _noisy = Spacing.Of(source) is { IsNoise: true, Wraps: >= 20 };
    private readonly bool _dotsAreStops = FullStops.AreDots(source);
    private readonly GlossRepair _glosses = GlossRepair.Learn(source);
    private char[] _text = ArrayPool<char>.Shared.Rent(source.Length + 16);
    private int[] _starts = new int[source.Length + 16];
    private int _length;
    private int _paragraph;
    private bool _quoteOpen;

    private ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

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
        return new NormalText(original, source, sourceStarts, text, _starts, _warnings);
    }

    private void Block(Wrapping wrapping, int at, int end)
    {
        var blockIsNoisy = wrapping != Wrapping.None && Spacing.Of(source.AsSpan(at, end - at)).IsNoiseIn(_noisy);
        while (at < end)
        {
            var lineEnd = LineEnd(at);
            var line = source.AsSpan(at, lineEnd - at);
            Line(at, lineEnd, wrapping == Wrapping.None ? Spacing.Of(line).IsNoiseIn(_noisy) : blockIsNoisy);
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

        var width = Wrapping.WidthOf(line);
        return wrapping.GoesOn(width, line[^1])
            || width >= Wrapping.ShortestWrap && Last is (>= '0' and <= '9') or '万' or '亿' && "元万亿余多月日号名人个%".Contains(CharacterTable.Plain(source[next]), StringComparison.Ordinal);
    }

    private void Line(int at, int end, bool noisy)
    {
        var spaces = 0;
        while (at < end)
        {
            var c = source[at];
            if (Ordinary[c])
            {
                var plain = CharacterTable.Plain(c);
                if (spaces > 0)
                {
                    Space(at, plain, noisy, spaces, end);
                    spaces = 0;
                }

                Write(plain, at);
                at++;
                at += TextKind.IsHan(plain) ? PinyinGloss.Length(source, at) : 0;
            }
            else if (TextKind.IsInvisible(c) || IsInjectedStar(at))
            {
                at++;
            }
            else if (TextKind.IsSpace(c))
            {
                spaces += SpaceWidth(c);
                at++;
            }
            else if (c == '&' && Entity.TryRead(source, at, out var meant))
            {
                if (TextKind.IsSpace(meant))
                {
                    spaces += SpaceWidth(meant);
                }
                else if (!TextKind.IsInvisible(meant))
                {
                    if (spaces > 0)
                    {
                        Space(at, CharacterTable.Plain(meant), noisy, spaces, end);
                        spaces = 0;
                    }

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
                if (spaces > 0)
                {
                    Space(at, plain, noisy, spaces, end);
                    spaces = 0;
                }

                Character(plain, at);
                at++;
                at += TextKind.IsHan(plain) ? PinyinGloss.Length(source, at) : 0;
            }
        }
    }

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
        if (plain == '?' && Last is var last && (TextKind.IsHan(last) || last == NormalText.Lost) && at + 1 < source.Length && TextKind.IsDigit(PlainAt(at + 1)) && !LostQuantity.AsksBefore(last))
        {
            Lose(at);
            return;
        }

        if (plain == NormalText.Lost)
        {
            Lose(at);
            return;
        }

        if (plain == '.' && _dotsAreStops && FullStops.IsStop(source, at))
        {
            plain = '。';
        }

        if (LostQuantity.IsMissing(Written, plain, NextPlain(at), NextPlain(at + 1)))
        {
            Lose(at);
        }

        // ,, and 。, are slips of a converter: the stronger mark stays.
        if (plain is ',' or '、' && Last is ',' or '。' or ';' or '、')
        {
            return;
        }

        if (plain is '。' or ';' && Last is ',' or '、')
        {
            _length--;
        }

        if (plain == '"')
        {
            _quoteOpen = !_quoteOpen;
            plain = _quoteOpen ? '“' : '”';
        }

        Write(plain, at);
    }

    /// <summary>Writes what a run of spaces stands for: the end of a paragraph, one space, or nothing.</summary>
    private void Space(int at, char next, bool noisy, int width, int lineEnd)
    {
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

        if (next == '%' && TextKind.IsDigit(last) || last is '万' or '亿' && next is '元' or '余' or '多' or '名' or '人' or '个')
        {
            return;
        }

        var keep = (TextKind.IsHan(last), TextKind.IsHan(next)) switch
        {
            (true, true) => !noisy,
            (false, false) => !(TextKind.IsDigit(last) && TextKind.IsDigit(next) && IsSplitNumber(at, noisy)),
            _ => !(char.IsAsciiLetterOrDigit(last) || char.IsAsciiLetterOrDigit(next)),
        };
        if (keep)
        {
            Write(' ', at - 1);
        }
    }

    /// <summary>Width of a space in half-characters.</summary>
    private static int SpaceWidth(char space) => space is '\u3000' or '\u2003' ? 2 : 1;

    /// <summary>Whether the digits written last and those at <paramref name="at"/> are one number cut by a space: <c>1 8日</c>.</summary>
    private bool IsSplitNumber(int at, bool noisy)
    {
        var before = 0;
        while (before < 3 && before < _length && TextKind.IsDigit(_text[_length - 1 - before]))
        {
            before++;
        }

        var after = at;
        while (after - at < 4 && after < source.Length && (TextKind.IsDigit(PlainAt(after)) || TextKind.IsSpace(source[after])))
        {
            after++;
        }

        return (before == 1 || after - at == 1) && (noisy || before < 3 && after < source.Length && PlainAt(after) is '年' or '月' or '日');
    }

    /// <summary>Stars that some converters put around words they watch: <c>*党**员*</c>. Between digits a star multiplies.</summary>
    private bool IsInjectedStar(int at) =>
        source[at] is '*' or '＊' && !(TextKind.IsDigit(Last) && at + 1 < source.Length && TextKind.IsDigit(source[at + 1]));

    private static bool IsOrdinary(char c) =>
        !TextKind.IsInvisible(c) && !TextKind.IsSpace(c) && !CharacterTable.DependsOnContext(c)
        && CharacterTable.Plain(c) is var plain && plain is not ('*' or '?' or NormalText.Lost or ',' or '、' or '。' or ';' or '"' or '○' or '.' or '&') && !LostQuantity.MayLack(plain);

    private char PlainAt(int at)
    {
        var c = CharacterTable.Simplified(source, at);
        return c == '○' && (IsChineseDigit(at - 1) || IsChineseDigit(at + 1)) ? '〇' : c;
    }

    private bool IsChineseDigit(int at) => at >= 0 && at < source.Length && source[at] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '○' or '〇';

    private char NextPlain(int at)
    {
        // Two units are looked at, a few invisible ones between: more would let a run of spaces cost its square.
        for (var next = at + 1; next < source.Length && next < at + 4; next++)
        {
            if (!TextKind.IsSpace(source[next]) && !TextKind.IsInvisible(source[next]))
            {
                return CharacterTable.Plain(source[next]);
            }
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
        if (_warnings.Count < MostWarnings)
        {
            var span = sourceStarts is null ? new TextSpan(at, at + length) : new TextSpan(sourceStarts[at], sourceStarts[at + length]);
            _warnings.Add(new ReportWarning(code, message, span));
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
        if (_length == _text.Length)
        {
            Array.Resize(ref _text, _length + (_length / 2));
        }

        if (_length == _starts.Length)
        {
            Array.Resize(ref _starts, _length + (_length / 2));
        }

        _text[_length] = c;
        _starts[_length++] = at;
    }

    private int LineEnd(int at)
    {
        var length = source.AsSpan(at).IndexOfAny(TextKind.Breaks);
        return length < 0 ? source.Length : at + length;
    }

    private int AfterBreak(int at) => Math.Min(source.Length, at + (source.AsSpan(at).StartsWith("\r\n") ? 2 : 1));
}
