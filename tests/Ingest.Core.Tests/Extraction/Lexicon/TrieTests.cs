using Ingest.Core.Extraction.Lexicon;

namespace Ingest.Core.Tests.Extraction.Lexicon;

public sealed class TrieTests
{
    private static readonly Trie<string> Words = new(new[] { "和", "和平", "和平区", "平安", "区" }.Select(w => KeyValuePair.Create(w, w)));

    [Theory]
    [InlineData("和平区总工会", 0, "和平区")]
    [InlineData("和平区总工会", 2, "区")]
    [InlineData("和平安", 0, "和平")]
    [InlineData("和平安", 1, "平安")]
    [InlineData("和", 0, "和")]
    [InlineData("平和", 0, null)]
    [InlineData("总", 0, null)]
    [InlineData("和平", 2, null)]
    [InlineData("", 0, null)]
    public void Longest_Finds_The_Longest_Word_At_A_Position(string text, int at, string? expected)
    {
        var length = Words.Longest(text, at, out var word);

        Assert.Equal(expected, word);
        Assert.Equal(expected?.Length ?? 0, length);
    }

    [Fact]
    public void Longest_Finds_Every_Word_Of_Many_And_No_Other()
    {
        string[] all = [.. from a in "甲乙丙丁戊己庚辛" from b in "子丑寅卯辰巳" from c in "天地玄黄" select $"{a}{b}{c}{b}"];
        var words = new Trie<string>(all.Where((_, i) => i % 3 > 0).Select(w => KeyValuePair.Create(w, w)));

        Assert.All(all.Index(), w => Assert.Equal(w.Index % 3 > 0 ? w.Item : null, words.Longest(w.Item + "甲子", 0, out var found) == 4 ? found : null));
    }

    [Theory]
    [InlineData("总工和平", 0, 2)]
    [InlineData("和平和平", 1, 2)]
    [InlineData("总区", 0, 1)]
    [InlineData("总工", 0, 2)]
    [InlineData("区", 1, 1)]
    public void Next_Passes_What_No_Word_Begins_With(string text, int at, int expected) => Assert.Equal(expected, Words.Next(text, at));

    [Fact]
    public void TryGet_Takes_Whole_Words_Only()
    {
        Assert.True(Words.TryGet("和平", out var word));
        Assert.Equal("和平", word);
        Assert.False(Words.TryGet("和平区总", out _));
        Assert.False(Words.TryGet("平", out _));
        Assert.False(Words.TryGet("", out _));
    }

    [Fact]
    public void Longest_Allocates_Nothing()
    {
        const string text = "和平区和平安区";
        Words.Longest(text, 0, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < text.Length; i++)
            Words.Longest(text, i, out _);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Longest_Finds_Words_Among_Many_Siblings()
    {
        // All of them need cells at one base, and what may follow is told by no more than 32 bits.
        var many = new Trie<int>(Enumerable.Range(0, 500).Select(i => KeyValuePair.Create("字" + (char)('一' + i), i)));
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(2, many.Longest("字" + (char)('一' + i), 0, out var value));
            Assert.Equal(i, value);
        }
    }
}
