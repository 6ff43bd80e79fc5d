using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Recognising;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Acts;

/// <summary>Cuts sentences into clauses and notes what each clause's tokens say.</summary>
internal static class ClauseReader
{
    private const WordClass Movers =
        WordClass.Give | WordClass.Allocate | WordClass.Buy | WordClass.Launch | WordClass.Issue | WordClass.Donate;

    // So many characters without a mark are no clause that a person wrote. Later stages look back inside a clause from each of
    // its tokens, so its length must be bounded for time to grow no faster than the text.
    private const int LongestClause = 1_000;

    // Clauses that are read ahead: enough to stay with one kind of work for a while, few enough that those which state nothing are soon
    // garbage. Kept to the end they made a quarter of what a long report held, which every collection had to copy.
    private const int Batch = 256;

    /// <summary>Reads all clauses of a document in order, moods and subjects included.</summary>
    public static IEnumerable<Clause> Read(string text, DocumentOutline outline, Tokeniser tokeniser, ChineseScan scan)
    {
        // A few more than the outline has, since Cut parts some.
        var clauses = new List<Clause>(Math.Min(Batch, outline.Clauses.Count * 9 / 8));
        var moods = new MoodReader(text);
        var tokens = new List<Token>(16);
        var subject = new List<Actor>();
        var officials = new Officials(text);
        for (var i = 0; i < outline.Sentences.Count; i++)
        {
            var sentence = outline.Sentences[i];
            if (!sentence.Repeated)
            {
                tokens.Clear();
                tokeniser.Read(sentence, tokens);
                var first = clauses.Count;
                Cut(outline, i, [.. tokens], clauses);
                for (var c = first; c < clauses.Count; c++)
                {
                    var clause = clauses[c];
                    ClauseFeatures.Note(text, clause, scan);
                    SubjectOfClause.Read(text, clause, subject);
                    if (clause.Subject.Count == 0 && officials.Of(clause) is { Count: > 0 } bodies)
                        (clause.Subject, clause.ByOfficials, clause.OtherSubject) = (bodies, true, false);
                    officials.Note(clause);
                }

                if (clauses.Count > first + 1 && clauses[first].Subject.Count == 0)
                    clauses[first].Subject = Donors.Heading(text, clauses[first], clauses[first + 1]) is { Length: > 0 } giver ? giver : Donors.Opening(text, clauses, first);

                moods.Read(clauses, first);
            }

            if (clauses.Count < Batch && i + 1 < outline.Sentences.Count)
                continue;
            foreach (var clause in clauses)
                yield return clause;
            clauses.Clear();
        }
    }

    private static void Cut(DocumentOutline outline, int index, Token[] tokens, List<Clause> clauses)
    {
        var text = outline.Text;
        var sentence = outline.Sentences[index];
        var next = 0;
        for (var c = 0; c < sentence.ClauseCount; c++)
        {
            var span = outline.Clauses[sentence.FirstClause + c];
            var start = span.Start;
            var from = next;
            var moves = false;
            var enumerated = false;
            for (; next < tokens.Length && tokens[next].Start < span.End; next++)
            {
                ref readonly var token = ref tokens[next];
                if (token.Start - start > LongestClause && next > from)
                {
                    Add(start, token.Start, from, next, enumerated);
                    (start, from, moves, enumerated) = (token.Start, next, false, false);
                }

                if (token.Kind != TokenKind.Mark)
                {
                    moves |= token.Is(Movers);
                    continue;
                }

                var listed = moves && token.IsMark('、') && OpensAct(tokens, next + 1) && !NamesMeans(text, span);
                if (listed || (token.End < span.End && EndsQuotedPart(text, token)))
                {
                    Add(start, token.End, from, next + 1, enumerated);
                    (start, from, moves, enumerated) = (token.End, next + 1, false, listed);
                }
            }

            Add(start, span.End, from, next, enumerated);
        }

        void Add(int start, int end, int from, int to, bool enumerated) => clauses.Add(new()
        {
            Start = start,
            End = end,
            Sentence = index,
            Paragraph = sentence.Paragraph,
            Stretch = new(tokens, from, to - from),
            Enumerated = enumerated,
        });
    }

    /// <summary>通过发放慰问金、开展心理疏导等方式: ways that are listed, no acts of their own.</summary>
    private static bool NamesMeans(string text, TextSpan span)
    {
        var clause = text.AsSpan(span.Start, span.Length);
        var through = clause.IndexOf("通过");
        return through >= 0 && ClauseFeatures.EndOfWay(clause[through..]) >= 0;
    }

    /// <summary>The seam of two quotations (…”“…), an ellipsis, or a line end inside a sentence that lost its mark.</summary>
    private static bool EndsQuotedPart(string text, in Token token) =>
        token.IsMark('\n') || (token.IsMark('”') && text[token.End] == '“') || (token.IsMark('…') && text[token.End] != '…');

    /// <summary>Whether what stands behind an enumeration comma is a further act and not a further noun.</summary>
    private static bool OpensAct(Token[] tokens, int at) =>
        at < tokens.Length && tokens[at].Start == tokens[at - 1].End && tokens[at].Is(WordClass.Allocate | WordClass.Launch | WordClass.Issue | WordClass.Toward | WordClass.With)
        && tokens[at].Word is { Theme: null, Field: null };
}
