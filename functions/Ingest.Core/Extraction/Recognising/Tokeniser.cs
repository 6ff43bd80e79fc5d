using System.Buffers;
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

    private static readonly SearchValues<char> Marks = SearchValues.Create(",,、;;:。!?!?()()\n:…—“”\"");

    private Cursor _actors = Cursor.Over(names.Actors, static a => a.Span.Start);
    private Cursor _places = Cursor.Over(names.Places, static p => p.Span.Start);
    private Cursor _dates = Cursor.Over(scan.Dates, static d => d.Start);
    private Cursor _money = Cursor.Over(scan.Money, static m => m.Start);
    private Cursor _quantities = Cursor.Over(scan.Quantities, static q => q.Start);
    private Cursor _numerals = Cursor.Over(scan.Numerals, static n => n.Start);

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
        if (_actors.At(at))
        {
            var actor = names.Actors[_actors.Index];
            tokens.Add(new(TokenKind.Actor, at, actor.Span.End) { Actor = actor });
            return actor.Span.End;
        }

        if (text[at] == '《' && Enclosed(at, end, '》', LongestTitle) is { } title)
        {
            tokens.Add(title with { Kind = TokenKind.Title });
            return title.End;
        }

        if (text[at] == '“' && _actors.Start == at + 1 && names.Actors[_actors.Index].Span.End is var named && named < end && text[named] == '”')
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

        if (_dates.At(at))
            return Add(TokenKind.Date, at, scan.Dates[_dates.Index].End, _dates.Index, tokens);
        if (_money.At(at))
            return Add(TokenKind.Money, at, scan.Money[_money.Index].End, _money.Index, tokens);
        if (_quantities.At(at))
            return Add(TokenKind.Quantity, at, scan.Quantities[_quantities.Index].End, _quantities.Index, tokens);
        if (_numerals.At(at) && !(book.LongestAt(text, at) is { } idiom && at + idiom.Text.Length >= scan.Numerals[_numerals.Index].End))
            return Add(TokenKind.Numeral, at, scan.Numerals[_numerals.Index].End, _numerals.Index, tokens);

        if (_places.At(at))
        {
            var place = names.Places[_places.Index];
            tokens.Add(new(TokenKind.Place, at, place.Span.End) { Place = place });
            return place.Span.End;
        }

        if (book.LongestAt(text, at) is { } word && at + word.Text.Length <= end)
        {
            tokens.Add(new(TokenKind.Word, at, at + word.Text.Length) { Word = word });
            return at + word.Text.Length;
        }

        if (Marks.Contains(text[at]))
        {
            tokens.Add(new(TokenKind.Mark, at, at + 1) { Index = text[at] });
        }

        return at + 1;
    }

    /// <summary>“…十项措施”: the number in a package's name counts.</summary>
    private void AddCountOfMeasures(Token quoted, List<Token> tokens)
    {
        for (; _quantities.Start < quoted.End; _quantities.Pass())
        {
            var found = scan.Quantities[_quantities.Index];
            if (found.Start > quoted.Start && found.Unit.Text is "项" or "条" && (quoted.Word?.Theme ?? quoted.Word?.Field) == Category.Policy)
                tokens.Add(new(TokenKind.Quantity, found.Start, found.End) { Index = _quantities.Index });
        }
    }

    private static int Add(TokenKind kind, int start, int end, int index, List<Token> tokens)
    {
        tokens.Add(new(kind, start, end) { Index = index });
        return end;
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
