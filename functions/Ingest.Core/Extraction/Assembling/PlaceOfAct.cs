using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>The place that an act serves: its actor's, unless it goes to one narrower or other place alone.</summary>
internal static class PlaceOfAct
{
    /// <summary>GB/T 2260 code, or null.</summary>
    public static string? Of(string text, Draft draft, DocumentNames names)
    {
        var own = draft.Actors.Select(a => a.Place).FirstOrDefault(p => p is not null);
        var target = Target(text, draft, own);
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
                if (token.Kind != TokenKind.Place || token.Start == 0 || (token.Start != goalEnd && !IsGoal(text, token)))
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

    private static bool IsGoal(string text, Token token) =>
        text[token.Start - 1] is '到' or '赴' or '往' or '至' or '来' or '进';

    private static bool Contains(string outer, string inner) =>
        outer != inner && inner.StartsWith(outer.TrimEnd('0').PadRight(2, '0'), StringComparison.Ordinal);
}
