using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Acts;
using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>How long those stay whom a report names beside the body it is about.</summary>
internal enum GuestScope
{
    /// <summary>They take the story over.</summary>
    None,
    /// <summary>To the end of the item, which a semicolon closes.</summary>
    Item,
    /// <summary>To the end of the sentence.</summary>
    Sentence,
    /// <summary>To the end of the paragraph.</summary>
    Paragraph,
}

/// <summary>Remembers whom the story goes back to when those who only have a part in it have done theirs.</summary>
internal sealed class Guests
{
    /// <summary>How a report tells of what came to it from elsewhere.</summary>
    internal static readonly PhraseSet Hither = new("送来", "寄来", "运来", "捎来", "发来", "带来", "派来", "调来", "赶来", "捐来", "拉来", "汇来", "前来");

    private IReadOnlyList<Actor> _host = [];

    /// <summary>How long those who act now stay.</summary>
    public GuestScope Scope { get; private set; }

    /// <summary>Notes the subject of a clause before it takes over.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause, which names a subject.</param>
    /// <param name="before">Who acted before it.</param>
    public void Note(string text, Clause clause, IReadOnlyList<Actor> before)
    {
        var scope = ScopeOf(text, clause, before);
        if (scope == GuestScope.None)
            _host = [];
        else if (Scope == GuestScope.None)
            _host = clause.Host.Count > 0 ? clause.Host : before;
        Scope = scope;
    }

    /// <summary>村民某某捐款…。为…发放…: the body that the story goes back to; null where it goes on with the guest (他…) or there is none.</summary>
    /// <param name="opening">First character of what follows.</param>
    /// <param name="opensParagraph">Whether a paragraph begins.</param>
    public IReadOnlyList<Actor>? Leaving(char opening, bool opensParagraph)
    {
        if (_host.Count == 0 || Scope == GuestScope.None || (Scope == GuestScope.Paragraph && !opensParagraph) || opening is '他' or '她' or '其' or '两')
            return null;
        Scope = GuestScope.None;
        return _host;
    }

    /// <summary>A heading names who acts from here on: nobody goes back to whom it was about before.</summary>
    public void Forget() => (_host, Scope) = ([], GuestScope.None);

    private static GuestScope ScopeOf(string text, Clause clause, IReadOnlyList<Actor> before)
    {
        var actor = clause.Subject[0];
        if (clause.Host.Count > 0)
            return GuestScope.Item;
        if (actor.Kind == ActorKind.Person || clause.ByAgent || IsPartOf(actor, before) || AreUnitsOf(actor, before) || GivesToOurs(text, clause, before))
            return GuestScope.Sentence;
        // 邻县红十字会送来药品,…: from elsewhere to the place the report is about.
        if (before is [{ Place: { } home }, ..] && actor.Place is { } other && other != home && Hither.StandsIn(clause.In(text)))
            return GuestScope.Sentence;
        return IsAllOf(actor, before) ? GuestScope.Paragraph : GuestScope.None;
    }

    /// <summary>市总工会为我院队员…: told by the hospital, which the report is about.</summary>
    private static bool GivesToOurs(string text, Clause clause, IReadOnlyList<Actor> before) =>
        before is [{ Kind: ActorKind.Company or ActorKind.Institution or ActorKind.Union } own, ..] && !own.Name.EndsWith("总工会", StringComparison.Ordinal)
        && clause.In(text) is var told && (told.IndexOf("我院") >= 0 || told.IndexOf("我校") >= 0 || told.IndexOf("我公司") >= 0 || told.IndexOf("我司") >= 0 || told.IndexOf("我厂") >= 0);

    /// <summary>某区总工会|法律援助站.</summary>
    private static bool IsPartOf(Actor actor, IReadOnlyList<Actor> before) =>
        before is [{ Kind: ActorKind.Union } body] && actor.Name.Length > body.Name.Length && actor.Name.StartsWith(body.Name, StringComparison.Ordinal);

    /// <summary>某县各级工会 in the report of 某县总工会.</summary>
    private static bool IsAllOf(Actor actor, IReadOnlyList<Actor> before) =>
        actor.Kind == ActorKind.Collective && before is [{ Kind: ActorKind.Union } union] && union.Place == actor.Place;

    /// <summary>某集团各基层工会 in the report of 某集团工会.</summary>
    private static bool AreUnitsOf(Actor actor, IReadOnlyList<Actor> before) =>
        actor.Kind == ActorKind.Collective && !actor.Name.EndsWith("各级工会", StringComparison.Ordinal) && before is [{ Kind: ActorKind.Union } union] && !union.Name.Contains("总工会", StringComparison.Ordinal) && actor.Name.StartsWith(union.Name[..^2], StringComparison.Ordinal);
}
