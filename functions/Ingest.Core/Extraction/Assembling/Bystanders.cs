using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Bodies that a clause names at its head and that do not act: those who came, and those whom a notice speaks to.</summary>
internal static class Bystanders
{
    /// <summary>Length of the line by which a notice names those it speaks to.</summary>
    private const int LongestAddress = 120;

    private static readonly PhraseSet Speakers = new(["职工", "员工", "工人", "护士", "医生", "学生", "教师", "队员", "骑手", "司机", "一线"]);

    private static readonly PhraseSet Presence = new(Phrases.Of("Presence"));

    /// <summary>县总工会主席、开发区总工会负责人等80余人参加: those who were there.</summary>
    public static bool Came(string text, Clause clause) =>
        Presence.Ends(clause.In(text).TrimEnd(",;。"));

    /// <summary>某公司职工某某说: the company is named only to tell who speaks.</summary>
    public static bool Speaks(string text, Clause clause)
    {
        if (clause.Mood == Mood.Said && !clause.Is(WordClass.Say | WordClass.Urge))
            return true;
        if (clause.Mood != Mood.Said || clause.Subject is not [{ Kind: ActorKind.Company or ActorKind.Institution }])
            return false;
        foreach (var token in clause.Tokens)
        {
            if (token.Kind == TokenKind.Actor)
                return Speakers.Starts(text.AsSpan(token.End));
        }

        return false;
    }

    /// <summary>各县(区)总工会,市级各产业工会: — those whom a notice speaks to.</summary>
    public static bool AreAddressed(string text, Clause clause)
    {
        var rest = text.AsSpan(clause.Start, Math.Min(LongestAddress, text.Length - clause.Start));
        var end = rest.IndexOf('\n');
        return !clause.Is(WordClass.AnyAct) && end > 0 && rest[end - 1] == ':' && rest[..end].Contains('各') && rest[..end].IndexOf('。') < 0;
    }
}
