using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>A document cut into articles, sections, lines, sentences and clauses. Every offset is one of the normalised text.</summary>
/// <param name="Text">The normalised text.</param>
/// <param name="Lines">All lines in order.</param>
/// <param name="Articles">All articles in order.</param>
/// <param name="Sentences">All sentences of running text in order; lines that are not running text have none.</param>
/// <param name="Clauses">The clauses of all sentences in order, cut at commas, semicolons and colons outside brackets and quotes; each with its closing mark.</param>
public sealed record DocumentOutline(
    string Text, IReadOnlyList<OutlineLine> Lines, IReadOnlyList<Article> Articles, IReadOnlyList<Sentence> Sentences, IReadOnlyList<TextSpan> Clauses)
{
    /// <summary>Cuts up a text in one linear pass.</summary>
    /// <param name="text">Normalised: simplified Chinese, half-width letters, digits and punctuation.</param>
    public static DocumentOutline Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = LineReader.Read(text);
        var builder = new OutlineBuilder(text);
        foreach (var line in lines)
            builder.Add(line);
        builder.Finish();
        return new(text, lines, builder.Articles, builder.Sentences, builder.Clauses);
    }
}
