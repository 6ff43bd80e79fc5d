using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Places;

/// <summary>The place whose disaster a document tells of; gifts for it serve that place, wherever they come from.</summary>
internal static class Disasters
{
    private const int Reach = 14;

    private static readonly PhraseSet Stricken = new("灾区", "地震灾区", "洪涝灾区", "洪灾灾区", "重灾区", "震区", "抗震救灾", "抗洪救灾", "受灾群众", "受灾地区", "受灾职工", "灾情", "的灾情");
    private static readonly PhraseSet Happens = new("遭遇", "发生", "遭受", "出现", "遭", "普降", "突降", "连降", "突发");
    private static readonly PhraseSet Quakes = new("级地震", "特大地震");
    private static readonly PhraseSet Kinds = new("地震", "暴雨", "洪", "台风", "泥石流", "山体滑坡", "滑坡", "雪灾", "大雪", "龙卷风", "冰雹", "雨雪冰冻");

    /// <summary>The place right before 灾区, else the first where a disaster is said to have struck; null where none is.</summary>
    public static Place? PlaceOf(string text, IReadOnlyList<PlaceMention> places)
    {
        Place? struck = null;
        foreach (var mention in places)
        {
            var after = text.AsSpan(mention.Span.End, Math.Min(Reach, text.Length - mention.Span.End));
            if (Stricken.Starts(after))
                return mention.Place;
            var end = after.IndexOfAny("。;");
            after = end < 0 ? after : after[..end];
            struck ??= (Happens.StandsIn(after) && Kinds.StandsIn(after)) || Quakes.StandsIn(after) ? mention.Place : null;
        }

        return struck;
    }
}
