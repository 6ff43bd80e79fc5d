using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>The place that an act serves: its actor's, unless it goes to one narrower or other place alone.</summary>
internal static class PlaceOfAct
{
    private static readonly HashSet<string> Moving = ["运往", "送往", "发往", "运抵", "送抵", "运至", "送至", "运到", "送到", "驰援"];

    /// <summary>GB/T 2260 code, or null.</summary>
    public static string? Of(string text, Draft draft, DocumentNames names)
    {
        var own = draft.Actors.Select(a => a.Place).FirstOrDefault(p => p is not null);
        var target = Target(text, draft, own) ?? Destination(text, draft, own) ?? Receiver(text, draft, own);
        return target ?? own ?? names.SettingAt(draft.Start).Narrowest?.Code;
    }

    private static string? Target(string text, Draft draft, string? own)
    {
        string? target = null;
        foreach (var clause in draft.Lead.Concat(draft.Clauses))
        {
            var goalEnd = -1;
            foreach (var token in clause.Tokens)
            {
                if (token.Kind != TokenKind.Place || token.Start == 0 || (token.Start != goalEnd && !(token.Start == goalEnd + 1 && text[goalEnd] == '、') && !IsGoal(text, token)))
                    continue;
                goalEnd = token.End;
                if (token.Place!.Place.Level != PlaceLevel.County)
                    continue;
                var code = token.Place.Place.Code;
                if (target is not null && target != code)
                    return null;
                target = code;
            }
        }

        return target is not null && own is not null && Contains(own, target) ? target : null;
    }

    /// <summary>向某市总工会下拨: money for the one union below serves its place.</summary>
    private static string? Receiver(string text, Draft draft, string? own)
    {
        if (own is null || draft.Act.Category is not (Category.Funds or Category.Supplies))
            return null;
        string? receiver = null;
        foreach (var clause in draft.Clauses)
        {
            foreach (var token in clause.Tokens)
            {
                if (token.Kind is TokenKind.Place && token.Place!.Place.Code != own)
                    return null;
                if (token.Kind != TokenKind.Actor || token.Start == 0 || !Reaches(text, token.Start))
                    continue;
                if (token.Actor!.Actors is not [{ Kind: ActorKind.Union, Place: { } place }] || (receiver is not null && receiver != place) || (token.End < text.Length && text[token.End] is '、' or '和' or '等'))
                    return null;
                receiver = place;
            }
        }

        return receiver is not null && Contains(own, receiver) ? receiver : null;
    }

    /// <summary>运往某市,: goods that leave the actor's own place for one other place serve that one.</summary>
    private static string? Destination(string text, Draft draft, string? own)
    {
        string? destination = null;
        foreach (var clause in draft.Clauses)
        {
            foreach (var token in clause.Tokens)
            {
                if (token.Kind != TokenKind.Place || token.Start < 2 || !Moving.Contains(text.Substring(token.Start - 2, 2)) || (token.End < text.Length && char.IsLetter(text[token.End])))
                    continue;
                var place = token.Place!.Place;
                if (own is null || PlaceResolver.Lies(place, Gazetteer.Find(own)) || (destination is not null && destination != place.Code))
                    return null;
                destination = place.Code;
            }
        }

        return destination;
    }

    private static bool Reaches(string text, int at) =>
        text[at - 1] is '向' or '给' or '为' || (at >= 2 && text.AsSpan(at - 2, 2) is "拨付" or "下拨" or "划拨" or "支援" or "援助");

    private static bool IsGoal(string text, Token token) =>
        text[token.Start - 1] is '到' or '赴' or '往' or '至' or '来' or '进';

    private static bool Contains(string outer, string inner) =>
        outer != inner && Gazetteer.Find(inner) is { } place && PlaceResolver.Lies(place, Gazetteer.Find(outer));
}
