using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Tests.Extraction.Lexicon;

public sealed class PhraseSetTests
{
    private static readonly PhraseSet Phrases = new("多种形式", "了解了", "》");

    [Theory]
    [InlineData("了解了情况,", true)]
    [InlineData("以多种形式", true)]
    [InlineData("《办法》", true)]
    [InlineData("形式多种", false)]
    [InlineData("了解", false)]
    [InlineData("", false)]
    public void StandsIn_Finds_A_Phrase_As_It_Is_Written(string text, bool found) => Assert.Equal(found, Phrases.StandsIn(text));

    [Theory]
    [InlineData("以多种形式", true)]
    [InlineData("多种形式的", false)]
    [InlineData("形式", false)]
    [InlineData("", false)]
    public void Ends_Takes_A_Phrase_At_The_End_Only(string text, bool ends) => Assert.Equal(ends, Phrases.Ends(text));

    [Fact]
    public void StandsIn_Is_Not_Misled_By_Characters_That_Share_A_Bit()
    {
        var other = new string([.. "多种形式".Select(static c => (char)(c + 64))]);
        Assert.False(Phrases.StandsIn(other));
    }
}
