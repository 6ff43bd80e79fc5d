using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Actors;

/// <summary>Reads what follows an organisation's name and belongs to the subject: titles, personal names, 干部, 一行.</summary>
internal static class SubjectReader
{
    /// <summary>Titles come in chains (党组书记、常务副主席); a chain this long is a list of those present.</summary>
    private const int LongestChain = 8;

    /// <summary>Where the subject phrase ends that a name ending at <paramref name="at"/> opens.</summary>
    /// <param name="text">The text, up to where the line ends.</param>
    /// <param name="at">Where the name ends.</param>
    /// <param name="person">The last person named in the phrase; empty if none is.</param>
    public static int EndOf(ReadOnlySpan<char> text, int at, out TextSpan person)
    {
        person = default;
        var end = at;
        for (var links = 0; links < LongestChain && at < text.Length; links++)
        {
            var from = links > 0 && text[at] is '、' ? at + 1 : at;
            if (from >= text.Length)
                break;
            var length = NameLexicon.Words.Longest(text, from, out var word);
            if (length == 0 || !word!.Is(NameRoles.Title | NameRoles.People) || (from > at && !word.Is(NameRoles.Title)))
                break;
            at = end = from + length;
            if (word.Is(NameRoles.Title) && PersonLength(text, at) is var name and > 0)
            {
                person = new(at, at + name);
                at = end = person.End;
            }

        }

        return end > 0 && end + 1 < text.Length && text[end] == '等' && text[end + 1] == '人' ? end + 2 : end;
    }

    /// <summary>What a village, a street or a body ends with, and hardly anybody's name: 石家村 is no person.</summary>
    private const string PlaceEndings = "村镇乡区县市路街巷队会店厂部所站院校局社组";

    /// <summary>Length of a personal name that closes a post or trade (党支部书记|某某); 0 where what stands there may be a place.</summary>
    public static int CreditedLength(ReadOnlySpan<char> text, int at) =>
        PersonLength(text, at) is > 1 and var length && !PlaceEndings.Contains(text[at + length - 1], StringComparison.Ordinal) ? length : 0;

    /// <summary>Length of a personal name that stands at a position: a family name and one or two characters; 0 if none does.</summary>
    public static int PersonLength(ReadOnlySpan<char> text, int at)
    {
        var surname = SurnameLength(text, at);
        if (surname == 0 || at + surname >= text.Length || !IsGiven(text, at + surname, first: true))
            return 0;
        // 菜农向上海捐赠: no name.
        if (text[at] is '向' or '于' && NameLexicon.Words.Longest(text, at + 1, out var place) > 1 && place!.Is(NameRoles.Place))
            return 0;
        return surname + (at + surname + 1 < text.Length && IsGiven(text, at + surname + 1, first: false) ? 2 : 1);
    }

    /// <summary>Whether some characters are a family name.</summary>
    public static bool IsSurname(ReadOnlySpan<char> name) => NameLexicon.Surnames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static int SurnameLength(ReadOnlySpan<char> text, int at)
    {
        var surnames = NameLexicon.Surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        if (at + 2 <= text.Length && surnames.Contains(text.Slice(at, 2)))
            return 2;
        return at < text.Length && surnames.Contains(text.Slice(at, 1)) ? 1 : 0;
    }

    private static bool IsGiven(ReadOnlySpan<char> text, int at, bool first)
    {
        if (text[at] is < '一' or > '鿿')
            return false;
        if (text[at] == '某')
            return true;
        var length = NameLexicon.Words.Longest(text, at, out var word);
        return length == 0 || (first && length == 1) || !word!.Is(NameRoles.Break | NameRoles.Title | NameRoles.People | NameRoles.Credit);
    }
}
