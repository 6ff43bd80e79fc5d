using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Normalising;
using Ingest.Core.Extraction.Places;
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

    private static readonly CharacterSet Marks = new(WordBook.Marks);

    private Cursor<ActorMention> _actors = new(names.Actors, static a => a.Span.Start);
    private Cursor<PlaceMention> _places = new(names.Places, static p => p.Span.Start);
    private Cursor<DateExpression> _dates = new(scan.Dates, static d => d.Start);
    private Cursor<MoneyExpression> _money = new(scan.Money, static m => m.Start);
    private Cursor<QuantityExpression> _quantities = new(scan.Quantities, static q => q.Start);
    private Cursor<Numeral> _numerals = new(scan.Numerals, static n => n.Start);

    // Before this offset no finding begins that was not passed.
    private int _nextFinding;

    /// <summary>Adds the tokens of one sentence.</summary>
    public void Read(Sentence sentence, List<Token> tokens)
    {
        var (at, end) = (sentence.Span.Start, sentence.Span.End);
        while (at < end)
            at = at < _nextFinding && !book.MayStandAt(text, at) ? at + 1 : ReadAt(at, end, tokens);
    }

    private int ReadAt(int at, int end, List<Token> tokens)
    {
        var finds = at >= _nextFinding;
        if (finds && _actors.At(at))
        {
            var actor = names.Actors[_actors.Index];
            tokens.Add(new(TokenKind.Actor, at, actor.Span.End) { Actor = actor });
            return actor.Span.End;
        }

        if (Marks.Contains(text[at]))
            return ReadMark(at, end, tokens);
        if (finds && ReadFinding(at, tokens) is var found and > 0)
            return found;
        var length = book.Longest(text, at, out var word);
        if (length == 0 || at + length > end)
            return at + 1;
        tokens.Add(new(TokenKind.Word, at, at + length) { Word = word });
        return at + length;
    }

    /// <summary>Adds a mark, or the name that it opens, and returns where that ends.</summary>
    private int ReadMark(int at, int end, List<Token> tokens)
    {
        var mark = text[at];
        var opensActor = mark == '“' && _actors.Start == at + 1 && names.Actors[_actors.Index].Span.End is var named && named < end && text[named] == '”';
        if (!opensActor && Enclosed(at, end) is { } enclosed)
        {
            tokens.Add(enclosed);
            AddCountOfMeasures(enclosed, tokens);
            return enclosed.End;
        }

        // These mean something with their other halves only.
        if (mark is not ('《' or '‘'))
            tokens.Add(Token.Mark(at, mark));
        return at + 1;
    }

    /// <summary>Adds what a reader found right at an offset and returns its end; 0 where none found anything.</summary>
    private int ReadFinding(int at, List<Token> tokens)
    {
        // Whichever is found at this offset, the next can only stand behind it.
        var isDate = _dates.At(at);
        var isMoney = _money.At(at);
        var isQuantity = _quantities.At(at);
        var isNumeral = _numerals.At(at);
        var isPlace = _places.At(at);
        _nextFinding = Math.Min(Math.Min(Math.Min(_actors.Start, _dates.Start), Math.Min(_money.Start, _quantities.Start)), Math.Min(_numerals.Start, _places.Start));
        if (isDate)
            return Add(TokenKind.Date, at, scan.Dates[_dates.Index].End, _dates.Index, tokens);
        if (isMoney)
            return Add(TokenKind.Money, at, scan.Money[_money.Index].End, _money.Index, tokens);

        // 九江, 十堰, 七台河 begin like numbers.
        var place = isPlace ? names.Places[_places.Index] : null;
        isQuantity = isQuantity && (place is null || place.Span.End < scan.Quantities[_quantities.Index].End);
        isNumeral = isNumeral && (place is null || place.Span.End < scan.Numerals[_numerals.Index].End);
        if (isQuantity)
            return Add(TokenKind.Quantity, at, scan.Quantities[_quantities.Index].End, _quantities.Index, tokens);
        if (isNumeral && at + book.Longest(text, at, out _) < scan.Numerals[_numerals.Index].End)
            return Add(TokenKind.Numeral, at, scan.Numerals[_numerals.Index].End, _numerals.Index, tokens);
        if (place is null)
            return 0;
        tokens.Add(new(TokenKind.Place, at, place.Span.End) { Place = place });
        return place.Span.End;
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

    private Token? Enclosed(int at, int end) => text[at] switch
    {
        '《' => Enclosed(at, end, '》', LongestTitle) is { } title ? title with { Kind = TokenKind.Title } : null,
        '“' => Enclosed(at, end, '”', LongestName),
        '‘' => Enclosed(at, end, '’', LongestName),
        '"' => Enclosed(at, end, '"', LongestName),
        _ => null,
    };

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
            var length = book.Longest(text, at, out var word);
            if (word is null || at + length > to)
            {
                at++;
                continue;
            }

            if (word.Theme is not null || (word.Field is not null && last?.Theme is null) || (last is null && (word.Class & WordClass.AnyGoods) != 0))
            {
                last = word;
            }

            at += length;
        }

        return last;
    }
}
