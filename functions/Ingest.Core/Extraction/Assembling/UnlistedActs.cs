using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// Acts told by words that no list holds: a sentence that says who acts and gives a figure tells of an act four times in five,
/// whatever its verb (县总工会连夜调来货车3辆,免费承运).
/// </summary>
internal static class UnlistedActs
{
    private static readonly PhraseSet States = new([.. Phrases.Of("States"), .. Phrases.Of("Meetings")]);
    private static readonly PhraseSet Presence = new(Phrases.Of("Presence"));

    /// <summary>The clause that holds the act's last figure, or null where the sentence only tells how things stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clauses">The sentence's clauses of which no act was made.</param>
    /// <param name="named">The clause that names who acts.</param>
    /// <param name="actor">What sort of actor that is.</param>
    public static Clause? Find(string text, List<Clause> clauses, Clause named, ActorKind actor)
    {
        // 某集团生产原煤58万吨: what a company or office does all day.
        if (actor is ActorKind.Collective || (actor is ActorKind.Company or ActorKind.Public && !Points.Numbered(named.In(text)) && !clauses.Exists(static c => c.Is(WordClass.Toward | WordClass.Give | WordClass.Donate))))
            return null;
        var told = clauses.FindLast(c => c.Mood == Mood.Told && c.HasFigures && c.Start >= named.Start);
        return told is null || clauses.Exists(c => c.HasFigures && IsState(text, c)) || told.OpensWith(WordClass.Slogan | WordClass.Purpose) || clauses.Exists(static c => c.Is(WordClass.Award)) ? null : told;
    }

    /// <summary>有一千多名员工不能倒休, 13个街镇总工会主席参加: how things stand, and who came.</summary>
    private static bool IsState(string text, Clause clause)
    {
        var span = clause.In(text);
        if (span.Contains('“') || States.StandsIn(span) || Presence.Ends(span.TrimEnd(",;。")))
            return true;
        foreach (var token in clause.Tokens)
        {
            if (token.Kind == TokenKind.Quantity)
                return token.Start > clause.Start && text[token.Start - 1] == '有';
        }

        return false;
    }

    /// <summary>What kind of act they tell of.</summary>
    public static Act Of(List<Clause> clauses, ActorKind actor)
    {
        Category? theme = null;
        foreach (var clause in clauses)
        {
            if (clause.FrontFamily || clause.Is(WordClass.Kin))
                return new("unlisted", Category.Family, Weight.Full);
            if ((clause.Theme ?? clause.Field) is { } field and not (Category.Policy or Category.Commendation) && (theme is null || field < theme))
                theme = field;
        }

        var gives = actor is ActorKind.Person or ActorKind.Company;
        // 工作人员正忙着卸车:方便面430箱…: goods, wherever they go.
        if (theme is Category.Facility && clauses.Exists(static c => c.HasItems && c.Is(WordClass.AnyGoods)))
            theme = null;
        var kind = theme
            ?? (clauses.Exists(static c => c.HasMoney) ? (gives ? Category.Donation : Category.Funds)
            : clauses.Exists(static c => c.HasItems) ? (gives ? Category.Donation : Category.Supplies)
            : Category.Volunteer);
        return new("unlisted", kind, Weight.Full);
    }
}
