using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Actors;

/// <summary>One place in a document where an actor is named.</summary>
/// <param name="Span">The name as written; offsets into the normalised text.</param>
/// <param name="SubjectEnd">
/// Where the subject phrase ends that the name opens: after an official's title and name, or after 干部, 领导, 慰问组, 一行
/// (县总工会常务副主席张某一行▮赴…). Equals the span's end where nothing of that sort follows.
/// </param>
/// <param name="Actors">Who is meant: one, or several for 工青妇.</param>
public sealed record ActorMention(TextSpan Span, int SubjectEnd, IReadOnlyList<Actor> Actors);
