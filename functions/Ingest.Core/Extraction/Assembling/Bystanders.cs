using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>Bodies that a clause names at its head and that do not act: those who came, and those whom a notice speaks to.</summary>
internal static class Bystanders
{
    /// <summary>Length of the line by which a notice names those it speaks to.</summary>
    private const int LongestAddress = 120;

    private static readonly string[] Presence = Phrases.Of("Presence");

    /// <summary>县总工会主席、开发区总工会负责人等80余人参加: those who were there.</summary>
    public static bool Came(string text, Clause clause) =>
        Phrases.EndWithAny(text.AsSpan(clause.Start, clause.End - clause.Start).TrimEnd(",;。"), Presence);

    /// <summary>各县(区)总工会,市级各产业工会: — those whom a notice speaks to.</summary>
    public static bool AreAddressed(string text, Clause clause)
    {
        var rest = text.AsSpan(clause.Start, Math.Min(LongestAddress, text.Length - clause.Start));
        var end = rest.IndexOf('\n');
        return !clause.Is(WordClass.AnyAct) && end > 0 && rest[end - 1] == ':' && rest[..end].Contains('各') && rest[..end].IndexOf('。') < 0;
    }
}
