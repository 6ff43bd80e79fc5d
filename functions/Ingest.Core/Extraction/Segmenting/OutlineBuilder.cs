using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>Puts lines together to articles, sections, paragraphs and sentences.</summary>
internal sealed class OutlineBuilder
{
    /// <summary>About as many characters of a report have one sentence, or one clause; lists made for them hardly need to grow.</summary>
    private const int ReportsHaveASentenceEvery = 60;

    private const int ReportsHaveAClauseEvery = 20;

    private readonly string _text;
    private readonly Repeats _repeats;
    private readonly SentenceReader _sentences;
    private readonly List<TextSpan> _headlines = [];
    private readonly List<Section> _sections = [];
    private readonly List<TextSpan> _headings = [];
    private int _articleStart = -1;
    private bool _inSection;
    private int _lastEnd;
    private int _paragraph;
    private TextSpan _open;
    private bool _hasText;

    public OutlineBuilder(string text)
    {
        (_text, _repeats) = (text, new(text));
        Sentences = new(text.Length / ReportsHaveASentenceEvery);
        Clauses = new(text.Length / ReportsHaveAClauseEvery);
        _sentences = new(Clauses);
    }

    public List<Article> Articles { get; } = [];

    public List<Sentence> Sentences { get; }

    public List<TextSpan> Clauses { get; }

    public void Add(OutlineLine line)
    {
        switch (line.Kind)
        {
            case LineKind.Blank:
                return;
            case LineKind.Headline:
                CloseParagraph();
                if (_hasText || _headings.Count > 0)
                    CloseArticle();
                _headlines.Add(line.Span);
                break;
            case LineKind.Heading:
                CloseParagraph();
                if (_hasText)
                    CloseSection();
                _headings.Add(line.Span);
                break;
            case LineKind.Prose:
                Prose(line.Span);
                break;
            default:
                CloseParagraph();
                break;
        }

        if (_articleStart < 0)
            _articleStart = line.Span.Start;
        _inSection |= line.Kind is LineKind.Heading or LineKind.Prose;
        _lastEnd = line.Span.End;
    }

    public void Finish()
    {
        CloseParagraph();
        CloseArticle();
    }

    /// <summary>A paragraph that broke off in mid-sentence (scanned pages) goes on in the next one.</summary>
    private void Prose(TextSpan span)
    {
        if (_open.Length > 0 && _text[_open.End - 1] is '。' or '!' or '！' or '?' or '？' or '”' or '"' or ')' or '…')
            CloseParagraph();
        if (_hasText && LineReader.OpensArticle(_text.AsSpan(span.Start, span.Length)))
        {
            CloseParagraph();
            CloseArticle();
            _articleStart = span.Start;
        }

        _open = _open.Length > 0 ? new(_open.Start, span.End) : span;
        _hasText = true;
    }

    private void CloseParagraph()
    {
        if (_open.Length == 0)
            return;
        var first = Clauses.Count;
        foreach (var (span, clauses) in _sentences.Read(_text, _open))
        {
            Sentences.Add(new(span, Articles.Count, _sections.Count, _paragraph, first, clauses, _repeats.Seen(span)));
            first += clauses;
        }

        _paragraph++;
        _open = default;
    }

    private void CloseSection()
    {
        if (_inSection)
            _sections.Add(new([.. _headings]));
        _headings.Clear();
        _inSection = false;
        _hasText = false;
    }

    private void CloseArticle()
    {
        CloseSection();
        if (_articleStart >= 0)
            Articles.Add(new(new(_articleStart, _lastEnd), [.. _headlines], [.. _sections]));
        _headlines.Clear();
        _sections.Clear();
        _articleStart = -1;
    }
}
