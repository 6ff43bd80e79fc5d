using Ingest.Core.Extraction.Actors;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Tests.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Actors;

/// <summary>Who is meant by names as reports write them; the corpus <c>organisations.tsv</c> stands beside this file.</summary>
public sealed class OrganisationCorpusTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("../Actors/organisations.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_Mention_Bears_The_Official_Names_Of_The_Corpus(string text, int start, int end, string expected)
    {
        var actors = DocumentNames.Of(DocumentOutline.Of(text)).Actors
            .Where(m => m.Span.Start < end && m.Span.End > start).SelectMany(m => m.Actors).ToList();

        Assert.Equal(expected, string.Join('、', actors.Select((a, i) => WithCode(a, expected.Split('、').ElementAtOrDefault(i)))));
    }

    /// <summary>The code counts only where the corpus states one.</summary>
    private static string WithCode(Actor actor, string? expected) =>
        expected?.Contains(' ', StringComparison.Ordinal) == true ? $"{actor.Name} {actor.Place}" : actor.Name;
}
