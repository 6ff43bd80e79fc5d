using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Segmenting;

/// <summary>What a line of a document is.</summary>
public enum LineKind : byte
{
    /// <summary>Nothing but blanks.</summary>
    Blank,
    /// <summary>Running text.</summary>
    Prose,
    /// <summary>The headline of an article, or its kicker or subtitle.</summary>
    Headline,
    /// <summary>A heading inside an article: a place, an actor or a topic.</summary>
    Heading,
    /// <summary>Who wrote it or took the photo: 本报记者 …, 通讯员 …, 图/文.</summary>
    Byline,
    /// <summary>Where and when it was published: 来源:…, 《工人日报》(2020年03月25日 02版).</summary>
    Source,
    /// <summary>Words under a picture.</summary>
    Caption,
    /// <summary>Navigation, advertisement, copyright, contact, reprint note.</summary>
    Boilerplate,
}

/// <summary>A line of the normalised text.</summary>
/// <param name="Span">Offsets into the normalised text, without the line break and outer blanks.</param>
/// <param name="Kind">What the line is.</param>
public readonly record struct OutlineLine(TextSpan Span, LineKind Kind);
