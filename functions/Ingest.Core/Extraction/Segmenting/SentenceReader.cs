using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>Cuts running text into sentences and clauses in one pass.</summary>
/// <param name="clauses">Where the clauses are added.</param>
internal sealed class SentenceReader(List<TextSpan> clauses)
{
    /// <summary>A quotation or bracket up to this long is kept whole; a longer one is speech, and is cut like text.</summary>
    private const int LongestKeptQuote = 24;

    /// <summary>Marks that may end a clause or sentence, or open a quotation or bracket.</summary>
    private static readonly CharacterSet Telling = new(",，;；:：。!！?？”….“‘《(（【「『");

    private readonly List<(TextSpan Span, int Clauses)> _sentences = [];

    /// <summary>The sentences of a run of text, each with the number of its clauses; good until the next run is read.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="run">The run: a paragraph, or several that broke in mid-sentence.</param>
    public List<(TextSpan Span, int Clauses)> Read(string text, TextSpan run)
    {
        _sentences.Clear();
        var first = clauses.Count;
        var (sentence, clause) = (run.Start, run.Start);
        for (var i = run.Start; i < run.End; i++)
        {
            if (i == sentence && char.IsWhiteSpace(text[i]))
            {
                sentence = clause = i + 1;
                continue;
            }

            i = Telling.Next(text.AsSpan(0, run.End), i);
            if (i == run.End)
                break;
            if (KeptUntil(text, i, run.End) is var kept and > 0)
            {
                i = kept;
                continue;
            }

            var c = text[i];
            if (c is ',' or '，' or ';' or '；' or ':' or '：' && !BetweenDigits(text, i, run))
            {
                clauses.Add(new(clause, i + 1));
                clause = i + 1;
            }
            else if (EndsSentence(text, i, run))
            {
                var end = AfterClosers(text, i + 1, run.End);
                Close(end);
                i = end - 1;
            }
        }

        Close(run.End);
        return _sentences;

        void Close(int end)
        {
            if (end > clause)
                clauses.Add(new(clause, end));
            if (end > sentence)
                _sentences.Add((new(sentence, end), clauses.Count - first));
            (first, sentence, clause) = (clauses.Count, end, end);
        }
    }

    private static bool EndsSentence(string text, int at, TextSpan run) => text[at] switch
    {
        '。' or '!' or '！' or '?' or '？' => true,
        // Speech next to speech, and an ellipsis that ends what stands before it.
        '”' => at + 1 < run.End && text[at + 1] == '“',
        '…' => at > run.Start && text[at - 1] == '…' && at + 1 < run.End && text[at + 1] is not ('…' or '等' or ',' or '。' or '”' or '"'),
        '.' => at > run.Start && text[at - 1] >= 0x4E00 && (at + 1 == run.End || char.IsWhiteSpace(text[at + 1])),
        _ => false,
    };

    private static bool BetweenDigits(string text, int at, TextSpan run) =>
        at > run.Start && at + 1 < run.End && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static int AfterClosers(string text, int at, int end)
    {
        while (at < end && text[at] is '”' or '’' or '」' or '』' or ')' or '）' or '!' or '！' or '?' or '？' or '。')
            at++;
        return at;
    }

    /// <summary>Index of the closing mark of a short quotation or bracket that opens here, or 0.</summary>
    private static int KeptUntil(string text, int at, int end)
    {
        var closer = text[at] switch { '“' => '”', '‘' => '’', '《' => '》', '(' => ')', '（' => '）', '【' => '】', '「' => '」', '『' => '』', _ => '\0' };
        if (closer == '\0')
            return 0;
        var longest = closer == '》' ? LongestKeptQuote * 4 : LongestKeptQuote;
        for (var i = at + 1; i < Math.Min(end, at + longest); i++)
        {
            if (text[i] == closer)
                return i;
            if (text[i] is '。' or '\n')
                return 0;
        }

        return 0;
    }
}
