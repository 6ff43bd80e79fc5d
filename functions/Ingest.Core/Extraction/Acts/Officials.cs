using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Lexicon;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Acts;

/// <summary>
/// Remembers for whom the officials of a document act, so that their bare names do later: 省总工会副主席某某出席。…某某一行走访…. Those who
/// give act for themselves: 劳模某某捐款。…某某又购买….
/// </summary>
internal sealed class Officials(string text)
{
    /// <summary>Officials that are remembered; a list of those present may name thousands.</summary>
    private const int Most = 256;

    private static readonly string[] Behind = Phrases.Of("BehindOfficials");

    private readonly Dictionary<string, IReadOnlyList<Actor>> _bodies = new(StringComparer.Ordinal);

    // A bit for every 64th character that a name begins with: nearly all clauses are seen off by it.
    private ulong _initials;

    /// <summary>Notes the officials that a clause names with their posts; the last of several posts counts.</summary>
    public void Note(Clause clause)
    {
        for (var i = 0; i < clause.Subject.Count; i++)
        {
            if (clause.Subject[i] is { Kind: ActorKind.Person } person)
                Remember(person.Name, [person]);
        }

        foreach (ref readonly var token in clause.Has(TokenKind.Actor) ? clause.Tokens : [])
        {
            if (token.Kind != TokenKind.Actor || token.Actor is not { } mention || mention.SubjectEnd <= mention.Span.End)
                continue;
            SubjectReader.EndOf(text, mention.Span.End, out var named);
            Remember(text.Substring(named.Start, named.Length), mention.Actors);
        }
    }

    private void Remember(string name, IReadOnlyList<Actor> bodies)
    {
        if (name.Length > 1 && _bodies.Count < Most)
        {
            _bodies[name] = bodies;
            _initials |= 1UL << name[0];
        }
    }

    /// <summary>The bodies for which the official acts whose bare name opens a clause; empty where none does.</summary>
    public IReadOnlyList<Actor> Of(Clause clause)
    {
        var start = clause.Tokens is [{ Kind: TokenKind.Date } date, ..] && date.Start == clause.Start ? date.End : clause.Start;
        if (start >= clause.End || (_initials >> text[start] & 1) == 0)
            return [];
        var names = _bodies.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(4, clause.End - start); length > 1; length--)
        {
            if (names.TryGetValue(text.AsSpan(start, length), out var bodies) && Phrases.StartWithAny(text.AsSpan(start + length, clause.End - start - length), Behind))
                return bodies;
        }

        return [];
    }
}
