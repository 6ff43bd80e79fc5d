using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>A sentence of running text.</summary>
/// <param name="Span">Offsets into the normalised text, with its final punctuation.</param>
/// <param name="Article">Index of its article in <see cref="DocumentOutline.Articles"/>.</param>
/// <param name="Section">Index of its section in <see cref="Segmenting.Article.Sections"/>.</param>
/// <param name="Paragraph">Number of its paragraph, counted through the document.</param>
/// <param name="FirstClause">Index of its first clause in <see cref="DocumentOutline.Clauses"/>; they cover it together.</param>
/// <param name="ClauseCount">How many clauses it has.</param>
/// <param name="Repeated">Whether it stands earlier in the document in the same words: the first occurrence counts.</param>
public readonly record struct Sentence(TextSpan Span, int Article, int Section, int Paragraph, int FirstClause, int ClauseCount, bool Repeated);
