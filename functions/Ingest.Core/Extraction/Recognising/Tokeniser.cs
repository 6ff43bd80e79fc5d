using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Segmenting;

namespace Ingest.Core.Extraction.Recognising;

/// <summary>
/// Turns sentences into tokens: names, dates, amounts and quantities as their readers found them, and between them the words
/// of the lexicons. Sentences must come in the order of the text: every list is walked once.
/// </summary>
internal sealed class Tokeniser(string text, DocumentNames names, ChineseScan scan, WordBook book)
{
    private const int LongestTitle = 120;
    private const int LongestName = 40;
    private const string Marks = ",,、;;:。!?!?()()\n:…—“”\"";

    private int _actor, _place, _date, _money, _quantity, _numeral;

    /// <summary>Adds the tokens of one sentence.</summary>
    public void Read(Sentence sentence, List<Token> tokens)
    {
        var at = sentence.Span.Start;
        while (at < sentence.Span.End)
        {
            at = ReadAt(at, sentence.Span.End, tokens);
        }
    }

    private int ReadAt(int at, int end, List<Token> tokens)
    {
        if (Next(names.Actors, ref _actor, at, static a => a.Span.Start) is { } actor && actor.Span.Start == at)
        {
            tokens.Add(new(TokenKind.Actor, at, actor.Span.End) { Actor = actor });
            return actor.Span.End;
        }

        if (text[at] == '《' && Enclosed(at, end, '》', LongestTitle) is { } title)
        {
            tokens.Add(title with { Kind = TokenKind.Title });
            return title.End;
        }

        if (text[at] == '“' && Next(names.Actors, ref _actor, at, static a => a.Span.Start) is { } inside
            && inside.Span.Start == at + 1 && inside.Span.End < end && text[inside.Span.End] == '”')
        {
            tokens.Add(new(TokenKind.Mark, at, at + 1) { Index = text[at] });
            return at + 1;
        }

        if (text[at] is '“' or '"' or '‘' && Enclosed(at, end, text[at] == '“' ? '”' : text[at] == '‘' ? '’' : '"', LongestName) is { } quoted)
        {
            tokens.Add(quoted);
            AddCountOfMeasures(quoted, tokens);
            return quoted.End;
        }

        if (Found(TokenKind.Date, scan.Dates, ref _date, at, static d => d.Start, static d => d.End, tokens) is { } afterDate)
        {
            return afterDate;
        }

        if (Found(TokenKind.Money, scan.Money, ref _money, at, static m => m.Start, static m => m.End, tokens) is { } afterMoney)
        {
            return afterMoney;
        }

        if (Found(TokenKind.Quantity, scan.Quantities, ref _quantity, at, static q => q.Start, static q => q.End, tokens) is { } afterQuantity)
        {
            return afterQuantity;
        }

        if (Found(TokenKind.Numeral, scan.Numerals, ref _numeral, at, static n => n.Start, static n => n.End, tokens) is { } afterNumeral)
        {
            return afterNumeral;
        }

        if (Next(names.Places, ref _place, at, static p => p.Span.Start) is { } place && place.Span.Start == at)
        {
            tokens.Add(new(TokenKind.Place, at, place.Span.End) { Place = place });
            return place.Span.End;
        }

        if (book.LongestAt(text, at) is { } word && at + word.Text.Length <= end)
        {
            tokens.Add(new(TokenKind.Word, at, at + word.Text.Length) { Word = word });
            return at + word.Text.Length;
        }

        if (Marks.Contains(text[at], StringComparison.Ordinal))
        {
            tokens.Add(new(TokenKind.Mark, at, at + 1) { Index = text[at] });
        }

        return at + 1;
    }

    /// <summary>“…十项措施”: the number in a package's name counts.</summary>
    private void AddCountOfMeasures(Token quoted, List<Token> tokens)
    {
        for (; _quantity < scan.Quantities.Count && scan.Quantities[_quantity].Start < quoted.End; _quantity++)
        {
            var found = scan.Quantities[_quantity];
            if (found.Start > quoted.Start && found.Unit.Text is "项" or "条" && (quoted.Word?.Theme ?? quoted.Word?.Field) == Category.Policy)
                tokens.Add(new(TokenKind.Quantity, found.Start, found.End) { Index = _quantity });
        }
    }

    private static T? Next<T>(IReadOnlyList<T> list, ref int index, int at, Func<T, int> start)
        where T : class
    {
        while (index < list.Count && start(list[index]) < at)
        {
            index++;
        }

        return index < list.Count ? list[index] : null;
    }

    private static int? Found<T>(
        TokenKind kind, IReadOnlyList<T> list, ref int index, int at, Func<T, int> start, Func<T, int> end, List<Token> tokens)
    {
        while (index < list.Count && start(list[index]) < at)
        {
            index++;
        }

        if (index >= list.Count || start(list[index]) != at)
        {
            return null;
        }

        tokens.Add(new(kind, at, end(list[index])) { Index = index });
        return end(list[index]);
    }

    /// <summary>A name in marks; null where the closing mark is far, or a sentence ends inside.</summary>
    private Token? Enclosed(int at, int end, char close, int longest)
    {
        var limit = Math.Min(end, at + longest);
        for (var i = at + 1; i < limit; i++)
        {
            if (text[i] == close)
            {
                return new(TokenKind.Quoted, at, i + 1) { Word = LastTelling(at + 1, i) };
            }

            if (text[i] is '。' or '!' or '?' or '!' or '?' or '\n')
            {
                return null;
            }
        }

        return null;
    }

    private Word? LastTelling(int from, int to)
    {
        Word? last = null;
        for (var at = from; at < to;)
        {
            var word = book.LongestAt(text, at);
            if (word is null || at + word.Text.Length > to)
            {
                at++;
                continue;
            }

            if (word.Theme is not null || (word.Field is not null && last?.Theme is null) || (last is null && (word.Class & WordClass.AnyGoods) != 0))
            {
                last = word;
            }

            at += word.Text.Length;
        }

        return last;
    }
}
