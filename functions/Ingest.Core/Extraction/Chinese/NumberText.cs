using System.Globalization;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Extraction.Chinese;

/// <summary>
/// The value of a run of number characters, without regard to what it counts: 3.5万, 1万3千, 三十几万, 壹佰零伍, 1,869,000.
/// A small state machine: digits wait for their unit, units below 万 fill a section, 万 and 亿 close it.
/// </summary>
internal ref struct NumberText
{
    private const int MostDigits = 20;
    private const int MostPlainDigits = 9;

    /// <summary>What may stand behind the digits of a number and belong to it.</summary>
    private static readonly CharacterSet GoesOn = new([.. CharacterSet.All.Where(NumberChars.IsNumeric), NormalText.Lost, '.', ',', ',', '余', '多', '几', '来', '把']);

    private readonly ReadOnlySpan<char> _text;
    private decimal _total;
    private decimal _section;
    private decimal? _digit;
    private long _lastUnit;
    private long _lastBig;
    private bool _zero;
    private bool _unitBefore;
    private int _at;

    private NumberText(ReadOnlySpan<char> text, int at)
    {
        _text = text;
        _at = at;
    }

    /// <summary>What was read.</summary>
    /// <param name="End">One past the last character.</param>
    /// <param name="Value">The value; 0 for a run too long to be a number.</param>
    /// <param name="Exactness">余, 多, 几, 来 inside or behind; lost digits.</param>
    /// <param name="IsLong">A run of digits too long to count anything.</param>
    public readonly record struct Result(int End, decimal Value, Exactness Exactness, bool IsLong);

    /// <summary>Reads the number at <paramref name="at"/>; false where none begins there.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Result result)
    {
        if (TryReadPlain(text, at, out result))
            return true;
        var reader = new NumberText(text, at);
        return reader.Read(out result);
    }

    /// <summary>Reads a few digits that nothing of a number follows, as most numbers are.</summary>
    private static bool TryReadPlain(ReadOnlySpan<char> text, int at, out Result result)
    {
        var value = 0;
        var end = at;
        for (; end < text.Length && end - at < MostPlainDigits && char.IsAsciiDigit(text[end]); end++)
            value = (value * 10) + (text[end] - '0');
        result = new(end, value, Exactness.Exact, false);
        return end > at && (end == text.Length || !GoesOn.Contains(text[end]));
    }

    private bool Read(out Result result)
    {
        var start = _at;
        var exactness = Exactness.Exact;
        var isLong = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == NormalText.Lost)
            {
                exactness |= Exactness.Damaged;
                _at++;
            }
            else if (char.IsAsciiDigit(c))
            {
                if (_digit is not null && _text[_at - 1] != NormalText.Lost)
                {
                    break;
                }

                isLong |= !Arabic();
                _unitBefore = false;
            }
            else if (NumberChars.Digit(c) is var digit and >= 0)
            {
                if (!Chinese(c, digit, ref exactness))
                {
                    break;
                }
            }
            else if (NumberChars.Unit(c) is var unit and > 0)
            {
                if (IsThousandOfUnit(c) || !Take(unit))
                {
                    break;
                }

                _at++;
            }
            else if (IsMore(c, start))
            {
                exactness |= Exactness.Approximate;
                _at++;
            }
            else
            {
                break;
            }
        }

        result = new(_at, (exactness & (Exactness.Damaged | Exactness.Vague)) != Exactness.Exact || isLong ? 0 : Sum(), exactness, isLong);
        return _at > start;
    }

    /// <summary>3000|千克, 50|千瓦: 千 behind digits belongs to the unit.</summary>
    private readonly bool IsThousandOfUnit(char c) => c == '千' && _at > 0 && char.IsAsciiDigit(_text[_at - 1]) && _at + 1 < _text.Length && _text[_at + 1] is '克' or '瓦' or '米' or '卡';

    /// <summary>Digits with thousands separators and a decimal point.</summary>
    private bool Arabic()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        Span<char> digits = stackalloc char[MostDigits + 8];
        if (_at - start > MostDigits)
        {
            _digit = 0;
            return false;
        }

        var length = _at - start;
        _text[start.._at].CopyTo(digits);
        while (IsGroup(start) && length <= MostDigits)
        {
            _text.Slice(_at + 1, 3).CopyTo(digits[length..]);
            length += 3;
            _at += 4;
        }

        if (_at + 1 < _text.Length && _text[_at] == '.' && char.IsAsciiDigit(_text[_at + 1]))
        {
            var point = _at++;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            {
                _at++;
            }

            var kept = Math.Min(_at - point, digits.Length - length);
            _text.Slice(point, kept).CopyTo(digits[length..]);
            length += kept;
        }

        _digit = Value(digits[..length]);
        return true;
    }

    /// <summary>The value of digits with or without a decimal point. Those that a long holds, nearly all, need no parsing.</summary>
    private static decimal Value(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 18)
            return decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var value = 0L;
        var point = digits.IndexOf('.');
        foreach (var c in digits)
            value = c == '.' ? value : (value * 10) + (c - '0');
        return new((int)value, (int)(value >> 32), 0, isNegative: false, (byte)(point < 0 ? 0 : digits.Length - point - 1));
    }

    /// <summary>A thousands group behind digits: one to three digits before the first comma, three behind each, no digit after.</summary>
    private readonly bool IsGroup(int start)
    {
        var comma = _text[start.._at].IndexOfAny(',', ',');
        return _at + 3 < _text.Length && _text[_at] is ',' or ','
            && (comma < 0 ? _at - start : comma) is <= 3 and >= 1 && _text[start] != '0'
            && char.IsAsciiDigit(_text[_at + 1]) && char.IsAsciiDigit(_text[_at + 2]) && char.IsAsciiDigit(_text[_at + 3])
            && (_at + 4 >= _text.Length || !char.IsAsciiDigit(_text[_at + 4]));
    }

    /// <summary>A Chinese digit: one that waits for its unit, a year-like run (二〇二〇), a decimal (三点五), 零 as a filler.</summary>
    private bool Chinese(char c, int digit, ref Exactness exactness)
    {
        if (digit == 0 && (_section > 0 || _total > 0) && _digit is null)
        {
            (_zero, _at) = (true, _at + 1);
            return true;
        }

        if (_digit is not null || !_unitBefore && (_section > 0 || _total > 0) && !_zero)
        {
            return false;
        }

        var start = _at++;
        while (_at < _text.Length && NumberChars.IsChineseDigit(_text[_at]) && _text[_at] is not '两')
        {
            _at++;
        }

        var length = _at - start;
        _digit = digit;
        if (length == 2 && NumberChars.Digit(_text[start + 1]) == digit + 1 && digit > 0)
        {
            // 三四十人, 七八个: an estimate between the two.
            exactness |= Exactness.Vague;
        }
        else if (length > 1)
        {
            _digit = length > MostDigits ? 0 : Run(_text[start.._at]);
        }
        else if (_at + 1 < _text.Length && _text[_at] == '点' && NumberChars.IsChineseDigit(_text[_at + 1]))
        {
            Decimals();
        }

        _unitBefore = false;
        return c != '\0';
    }

    private static decimal Run(ReadOnlySpan<char> digits)
    {
        var value = 0m;
        foreach (var d in digits)
        {
            value = (value * 10) + NumberChars.Digit(d);
        }

        return value;
    }

    private void Decimals()
    {
        var scale = 0.1m;
        var end = _at + 1;
        var value = _digit ?? 0;
        while (end < _text.Length && NumberChars.IsChineseDigit(_text[end]) && end - _at < MostDigits)
        {
            value += NumberChars.Digit(_text[end++]) * scale;
            scale /= 10;
        }

        // 三点五十分 and 三点二十 are times of day.
        if (end < _text.Length && _text[end] is not ('十' or '分' or '刻'))
        {
            (_digit, _at) = (value, end);
        }
    }

    /// <summary>Applies a unit; false where no number could go on so (百百).</summary>
    private bool Take(long unit)
    {
        if (unit >= 10_000)
        {
            var section = _section + (_digit ?? 0);
            if (section == 0 && _total == 0)
            {
                section = 1;
            }

            if (_unitBefore && _digit is null && _section == 0 && !(unit > _lastBig) && _total > 0)
            {
                return false;
            }

            if (section > 10_000_000_000_000_000m || _total > 10_000_000_000_000_000m)
            {
                return false;
            }

            _total = unit > _lastBig && _lastBig > 0 ? (_total + section) * unit : _total + (section * unit);
            (_section, _digit, _lastBig) = (0, null, unit);
        }
        else
        {
            if (_unitBefore && _digit is null && _lastUnit <= unit)
            {
                return false;
            }

            _section += (_digit ?? 1) * unit;
            _digit = null;
        }

        (_lastUnit, _unitBefore, _zero) = (unit, true, false);
        return _section < 1_000_000_000_000_000m;
    }

    /// <summary>
    /// 余, 多, 几, 来 that belong to the number: 二百余万, 10多, 三十几. 来 and 几 only behind 十 to 万, 来 only
    /// before something counted. Behind a bare digit 多 is another word (5多).
    /// </summary>
    private readonly bool IsMore(char c, int start)
    {
        if (_at == start || c is not ('余' or '多' or '几' or '来' or '把'))
        {
            return false;
        }

        var last = _text[_at - 1];
        var next = _at + 1 < _text.Length ? _text[_at + 1] : '\n';
        return c switch
        {
            '余' => next != '额',
            '多' => NumberChars.Unit(last) > 0 || last is '0' || _at - start > 1,
            '几' => NumberChars.Unit(last) > 0,
            '来' => last is '十' or '百' or '千' or '0' && next is '个' or '名' or '人' or '天' or '岁' or '万' or '家' or '户' or '位' or '年' or '次' or '种' or '项' or '元' or '箱',
            _ => last is '百' or '千' or '万' && next is '人' or '块' or '斤' or '个',
        };
    }

    /// <summary>The value; a single digit behind a unit of hundred or more counts its tenths: 一百五, 3万5.</summary>
    private readonly decimal Sum()
    {
        var rest = _digit ?? 0;
        if (_lastUnit == 0)
            return Reduced(rest);
        var colloquial = rest is > 0 and < 10 && rest == decimal.Truncate(rest) && _lastUnit >= 100 && !_zero;
        var value = _total + _section + (colloquial ? rest * (_lastUnit / 10) : rest);

        return Reduced(value);
    }

    /// <summary>3.50万 is 35000 and no 35000.00: dividing by a one with many zeros drops a decimal's trailing ones.</summary>
    private static decimal Reduced(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
}
