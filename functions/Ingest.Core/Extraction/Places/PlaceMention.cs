using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Places;

/// <summary>A place named in a document.</summary>
/// <param name="Span">Offsets into the normalised text.</param>
/// <param name="Place">The place of county level or above that is meant; for a street, town or landmark the one it lies in.</param>
/// <param name="Local">The name of a street, town, village or landmark as written, where the mention is narrower than <paramref name="Place"/>; else null.</param>
public sealed record PlaceMention(TextSpan Span, Place Place, string? Local = null);
