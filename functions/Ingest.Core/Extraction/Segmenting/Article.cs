using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>One article of a page, or the whole document where it holds only one.</summary>
/// <param name="Span">From its headline to its last line; offsets into the normalised text.</param>
/// <param name="Headlines">Its headline with kicker and subtitle, or none.</param>
/// <param name="Sections">Its sections in order; the first may have no heading.</param>
public sealed record Article(TextSpan Span, IReadOnlyList<TextSpan> Headlines, IReadOnlyList<Section> Sections);

/// <summary>A stretch of an article under one heading.</summary>
/// <param name="Headings">Heading lines that open it (a place, then a topic), or none.</param>
public sealed record Section(IReadOnlyList<TextSpan> Headings);
