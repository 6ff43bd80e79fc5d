using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Places;

namespace Ingest.Core.Extraction.Actors;

/// <summary>How an organisation's name opens, and where: what stands before its first place is not part of the name.</summary>
/// <param name="Index">First token of the name.</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="CoreStart">Where the rest begins, after places.</param>
/// <param name="Places">Places in order.</param>
/// <param name="Level">市 of 市总工会, or null.</param>
/// <param name="Town">Street or town, or null.</param>
/// <param name="Landmark">Code of a landmark in the name, or null.</param>
/// <param name="Inner">A place that stands inside the name, or null.</param>
/// <param name="Marked">Whether it opens with a word that marks a name (中铁, 全国).</param>
/// <param name="Unknown">Characters before the first word that closes a name, less those of places and levels.</param>
/// <param name="Strange">Those of them that no word of the lexicon explains.</param>
internal readonly record struct NameLead(
    int Index, int Start, int CoreStart, PlaceName[] Places, string? Level, string? Town, string? Landmark, PlaceName? Inner, bool Marked, int Unknown, int Strange)
{
    /// <summary>Unknown characters that may stand before a short form of a place inside a name (中铁|济南|局); more are no part of it.</summary>
    private const int LongestBeforeShortForm = 4;

    /// <summary>Longest name of a street or town that the list doesn't hold.</summary>
    private const int LongestTown = 5;

    /// <summary>Most characters before the word for a zone that belong to its name.</summary>
    private const int LongestZoneLead = 8;

    /// <summary>Reads the opening of the name that lies in tokens <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static NameLead Of(string text, NameTokens tokens, int first, int last)
    {
        var start = StartOf(text, tokens, first, last);
        PlaceName[] places = [];
        var i = start.Index;
        while (i <= last && tokens[i].Word?.Place is { } place && IsPlace(text, tokens, i, last) && (places.Length == 0 || Follows(place, places[^1])))
        {
            places = places.Length == 0 ? place.Alone : [.. places, place];
            i++;
        }

        var core = i > start.Index ? tokens[i - 1].End : start.At;
        // 宁夏自治区: a short form with its level.
        if (places.Length > 0 && i < last && tokens[i].Word?.Text == "自治区")
            core = tokens[i++].End;
        string? town = null, level = null;
        for (var t = i; t <= Math.Min(last, i + 2); t++)
        {
            if (TownAt(text, tokens, t) is { } found && found.Start >= core)
            {
                (town, core) = (found.Name, found.Start + found.Name.Length);
                break;
            }

            // 某县总工会|驻某镇某村工作队: the town is not its own.
            if (text[tokens[t].End - 1] == '会' && tokens[t].Is(NameRoles.Organisation))
                break;
        }

        if (town is null && places.Length == 0 && start.Index < tokens.Count && tokens[start.Index].Is(NameRoles.Level))
            (level, core) = (tokens[start.Index].Word!.Text, tokens[start.Index].End);
        string? landmark = null;
        PlaceName? inner = null;
        var (marked, closed, unknown, strange) = (false, false, 0, 0);
        for (var t = start.Index; t <= last; t++)
        {
            landmark ??= places.Length > 0 ? null : tokens[t].Word?.LandmarkCode;
            if (tokens[t].Word?.Place is { Ordinary: false } place && t >= i)
                inner ??= place;
            marked |= tokens[t].Is(NameRoles.Prefix) && t == start.Index;
            closed |= t > start.Index && tokens[t].Is(NameRoles.Organisation);
            if (closed)
                continue;
            // 关|宝山|公司: no place, as the name began before it.
            var hidden = t > start.Index && t >= i && tokens[t].Word?.Place is { Full: false };
            strange += tokens[t].Word is null || hidden ? tokens[t].End - tokens[t].Start : 0;
            unknown += tokens[t].Word is null || hidden || tokens[t].Is(NameRoles.Inside) ? tokens[t].End - tokens[t].Start : 0;
        }

        return new(start.Index, start.At, core, places, level, town, landmark, inner, marked, unknown, strange);
    }

    /// <summary>The street, town or zone whose last word is token <paramref name="i"/> (镇, 乡, 街道, 街道办事处, 经开区), or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of the stretch.</param>
    /// <param name="i">Index of the token.</param>
    /// <param name="known">Whether only a street or town of the list will do.</param>
    public static (int Start, string Name)? TownAt(string text, NameTokens tokens, int i, bool known = false)
    {
        if (tokens[i].Is(NameRoles.Zone))
            return known ? null : ZoneAt(text, tokens, i);
        if (i == 0 || tokens[i].Word?.Text is not ("镇" or "乡" or "街道" or "街道办" or "街道办事处") || tokens[i - 1].End != tokens[i].Start)
            return null;
        var from = i;
        while (from > 0 && (!tokens[from - 1].Breaks || tokens[from - 1].Is(NameRoles.SoftBreak)) && tokens[i].Start - tokens[from - 1].Start <= 8 && tokens[from - 1].Word?.Place is not { Full: true })
            from--;
        var end = tokens[i].Start + (tokens[i].Word!.Text[0] == '街' ? 2 : 1);
        for (var start = Math.Max(tokens[from].Start, end - 9); start < tokens[i].Start; start++)
        {
            if (Towns.CountiesOf(text.AsSpan(start, end - start)).Count > 0)
                return (start, text[start..end]);
        }

        var before = tokens[i - 1];
        return !known && before.Word is null && before.End - before.Start is >= 2 and <= LongestTown ? (before.Start, text[before.Start..end]) : null;
    }

    /// <summary>A zone with the words that tell what it is for: 化工|产业园区.</summary>
    private static (int Start, string Name) ZoneAt(string text, NameTokens tokens, int i)
    {
        var from = i;
        while (from > 0 && (tokens[from - 1].Word is null || tokens[from - 1].Is(NameRoles.Inside)) && tokens[i].Start - tokens[from - 1].Start <= LongestZoneLead)
            from--;
        return (tokens[from].Start, text[tokens[from].Start..tokens[i].End]);
    }

    /// <summary>
    /// A short form that is an ordinary word too is a place only right before the body's own words (振兴区, but 乡村振兴局), and none is
    /// one that a street bears (桂阳街道).
    /// </summary>
    private static bool IsPlace(string text, NameTokens tokens, int i, int last) =>
        tokens[i].Word!.Place is { } place && !(i < last && !place.Full && TownAt(text, tokens, i + 1, known: true) is { } town && town.Start <= tokens[i].Start) && (place.Full || !place.Ordinary || (i < last && tokens[i + 1].Is(NameRoles.Organisation)));

    /// <summary>Whether a second place name goes on from the first one: it lies in it, or says its own level.</summary>
    private static bool Follows(PlaceName place, PlaceName before) =>
        (place.Full && place.Text[^1] is not '区' and not '县') || LiesIn(place, before);

    private static bool LiesIn(PlaceName place, PlaceName outer)
    {
        foreach (var inner in place.Candidates)
        {
            foreach (var around in outer.Candidates)
            {
                if (PlaceResolver.Lies(inner, around))
                    return true;
            }
        }

        return false;
    }

    /// <summary>省委, 团市委, 全总: bodies whose name needs nothing before it.</summary>
    private static bool NamesItself(NameToken token) =>
        token.Word!.Text is "全总" or "工青妇" || OfficialNames.LevelIn(token.Word.Text) is not null;

    /// <summary>Whether a company's name goes on behind its brand with a place: 某某速运|武汉|公司.</summary>
    private static bool OpensCompany(NameTokens tokens, int place, int last)
    {
        if (tokens[place - 1].Word is not null && !tokens[place - 1].Is(NameRoles.Inside))
            return false;
        for (var i = place + 1; i <= last; i++)
        {
            if (tokens[i].Word?.Kind == ActorKind.Company)
                return true;
        }

        return false;
    }

    private static (int Index, int At) StartOf(string text, NameTokens tokens, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var token = tokens[i];
            if (token.Is(NameRoles.Prefix | NameRoles.Landmark))
                return (i, token.Start);
            if (token.Word?.Place is { } place && IsPlace(text, tokens, i, last))
                return place.Full || i == first || token.Start - tokens[first].Start > LongestBeforeShortForm || !OpensCompany(tokens, i, last)
                    ? (i, token.Start)
                    : (first, tokens[first].Start);
            if (!token.Is(NameRoles.Level | NameRoles.Zone) && token.Word?.Text is not ("街道办" or "街道办事处"))
            {
                if (!token.Is(NameRoles.Organisation))
                    continue;
                if (i > first && NamesItself(token))
                    return (i, token.Start);
                break;
            }

            if (TownAt(text, tokens, i) is { } town)
            {
                var at = first;
                while (at < i && tokens[at].End <= town.Start)
                    at++;
                return (at, town.Start);
            }

            // 市 right before the body's own words; a character run before it is no known place (某市总工会 would be one).
            if (i == last || i == first || tokens[i - 1].Word is not null)
                return (i, token.Start);
        }

        return (first, tokens[first].Start);
    }
}
