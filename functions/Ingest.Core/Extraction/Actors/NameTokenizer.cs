using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>Cuts a stretch of text into words of the lexicon, longest first, and what stands between them.</summary>
internal static class NameTokenizer
{
    /// <summary>Longest quoted part of a name, as in 某区“零工之家”工会.</summary>
    private const int LongestQuotedPart = 12;

    /// <summary>No stretch without punctuation has more words than this; what has more is no prose.</summary>
    private const int MostTokens = 200;

    private static readonly CharacterSet InNames = new(CharacterSet.All.Where(static c => c is >= '\u4E00' and <= '\u9FA5' || char.IsLetterOrDigit(c) || c == '·'));

    /// <summary>Fills <paramref name="tokens"/> with the tokens of a stretch that ends at the next punctuation mark.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the stretch begins, or marks before it.</param>
    /// <param name="end">Where the line ends.</param>
    /// <param name="tokens">Emptied, then filled.</param>
    /// <returns>Where the stretch ends: at a mark, or at the span's end.</returns>
    public static int Read(string text, int from, int end, NameTokens tokens)
    {
        tokens.Clear();
        var words = NameLexicon.Words;
        var run = text.AsSpan(0, end);
        var at = from;
        // Characters from here on are unknown so far.
        var unknown = from;
        while (at < run.Length && tokens.Count < MostTokens)
        {
            if (!InNames.Contains(run[at]))
            {
                var quoted = QuotedPart(text, at, end);
                if (quoted > 0)
                {
                    at = quoted;
                    continue;
                }

                if (at > from)
                    break;
                // The mark that ended the stretch before.
                unknown = from = ++at;
                continue;
            }

            var length = words.Longest(run, at, out var word);
            // A longer word that is not meant gives way to a shorter one: 某县和|县工会.
            while (length > 0 && word!.Is(NameRoles.SoftBreak | NameRoles.Yields | NameRoles.Place) && !Stands(text, at, length, end, word, unknown < at, tokens))
                length = length == 1 ? 0 : words.Longest(run[..(at + length - 1)], at, out word);
            if (length == 0)
            {
                at++;
                continue;
            }

            if (unknown < at)
                tokens.Add(unknown, at, null);
            tokens.Add(at, at + length, word);
            at += length;
            unknown = at;
        }

        if (unknown < at)
            tokens.Add(unknown, at, null);
        return at;
    }

    /// <summary>Whether a word of a place, a soft break or one that yields is meant as such, given what stands around it.</summary>
    private static bool Stands(string text, int at, int length, int end, NameWord word, bool afterUnknown, NameTokens tokens)
    {
        var afterPlace = !afterUnknown && tokens.Count > 0 && tokens[tokens.Count - 1].Is(NameRoles.Place);
        if (word.IsOnly(NameRoles.SoftBreak))
            return !OpensName(text, at, tokens.Count == 0 && !afterUnknown) && !(afterUnknown ? text[at - 1] is not (>= '0' and <= '9') : afterPlace);
        if (word.Is(NameRoles.Yields) && YieldsToBody(text.AsSpan(0, end), at, length))
            return false;
        if (word.Place is not { } place)
            return true;

        // 县总工会|会同|县人社局: no county of Hunan; 金清镇 is a town, and not of 清镇.
        if (!place.Full && place.Text[0] is '镇' or '乡' && EndsTown(text, at))
            return false;
        if ((place.Text == "会同县" && at > 0 && char.IsLetter(text[at - 1]) && !afterPlace) || (!place.Full && place.Text[^1] == '镇' && at > 0 && Towns.CountiesOf(text.AsSpan(at - 1, length + 1)).Count > 0))
            return false;

        if (place.Text == "和县" && !afterPlace && at > 0 && char.IsLetter(text[at - 1]))
            return false;

        // 矿区, 城区 are districts only right after their city; 海|口罩 is no place.
        return place.Full ? !place.Ordinary || afterPlace : !RunsOn(text, at, length, end) && !IsStreet(text, at + length, end);
    }

    /// <summary>双河镇|安置点, and no 镇安.</summary>
    private static bool EndsTown(string text, int at) =>
        (at > 1 && Towns.CountiesOf(text.AsSpan(at - 2, 3)).Count > 0) || (at > 2 && Towns.CountiesOf(text.AsSpan(at - 3, 4)).Count > 0);

    /// <summary>中百集团, 上汽集团: right behind a mark, 中 and 上 say no direction.</summary>
    private static bool OpensName(string text, int at, bool first) =>
        first && text[at] is '中' or '上' or '下' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    /// <summary>Whether the word of a body begins inside a word and runs past its end: 市|民政局.</summary>
    private static bool YieldsToBody(ReadOnlySpan<char> text, int at, int length)
    {
        for (var inner = 1; inner < length; inner++)
        {
            if (NameLexicon.Words.Longest(text, at + inner, out var body) is var other && other >= NameLexicon.ShortestOverrun && inner + other > length && body!.Is(NameRoles.Organisation))
                return true;
        }

        return false;
    }

    /// <summary>A short form of a place whose last character opens another known word is none: 海|口罩, 上海|海鲜 stays.</summary>
    private static bool RunsOn(string text, int at, int length, int end)
    {
        var span = text.AsSpan(0, end);
        for (var inner = at + 1; inner < at + length; inner++)
        {
            if (NameLexicon.Words.Longest(span, inner, out var word) is var other && inner + other > at + length && other > 1
                && word!.Is(NameRoles.Break | NameRoles.Inside) && !NextIsInstitution(span, at + length))
                return true;
        }

        return false;
    }

    /// <summary>南京西路, 和平大街: a street named after a place.</summary>
    private static bool IsStreet(string text, int at, int end)
    {
        if (at < end && "东西南北中".Contains(text[at]))
            at++;
        var rest = text.AsSpan(at, end - at);
        return rest.Length > 0 && (rest[0] is '路' || rest.StartsWith("大街", StringComparison.Ordinal) || rest.StartsWith("大道", StringComparison.Ordinal)
            || (rest[0] == '街' && !rest.StartsWith("街道", StringComparison.Ordinal)));
    }

    private static bool NextIsInstitution(ReadOnlySpan<char> text, int at) =>
        at < text.Length && NameLexicon.Words.Longest(text, at, out var next) > 0 && next!.Is(NameRoles.Organisation);

    private static int QuotedPart(string text, int at, int end)
    {
        if (text[at] is not ('“' or '"' or '(' or '‘'))
            return 0;
        for (var i = at + 1; i < Math.Min(end - 1, at + LongestQuotedPart); i++)
        {
            if (text[i] == ')' && text[at] == '(' && NamesPlaceOfFirm(text, at + 1, i, end))
                return i + 1;
            if (text[i] is '”' or '"' or ')' or '’')
                return NameLexicon.Words.Longest(text.AsSpan(0, end), i + 1, out var next) > 0 && next!.Is(NameRoles.Organisation) ? i + 1 : 0;
            if (!InNames.Contains(text[i]))
                return 0;
        }

        return 0;
    }

    /// <summary>某某(上海)贸易有限公司: a firm's name with its place in brackets.</summary>
    private static bool NamesPlaceOfFirm(string text, int from, int to, int end) =>
        NameLexicon.Words.TryGet(text.AsSpan(from, to - from), out var word) && word!.Is(NameRoles.Place)
        && text.AsSpan(to, Math.Min(LongestQuotedPart, end - to)).Contains("公司", StringComparison.Ordinal);
}
