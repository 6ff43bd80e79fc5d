using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Tests.Extraction.Normalising;

public sealed class CharacterSetTests
{
    private static readonly CharacterSet Marks = new(",。\0\uFFFF");

    [Theory]
    [InlineData(',', true)]
    [InlineData('。', true)]
    [InlineData('\0', true)]
    [InlineData('\uFFFF', true)]
    [InlineData('-', false)]
    [InlineData('、', false)]
    [InlineData('\u300C', false)]
    public void Contains_Tells_The_Characters_Of_The_Set(char c, bool expected) => Assert.Equal(expected, Marks.Contains(c));

    [Theory]
    [InlineData("工会,送去。", 0, 2)]
    [InlineData("工会,送去。", 2, 2)]
    [InlineData("工会,送去。", 3, 5)]
    [InlineData("工会", 0, 2)]
    [InlineData("工会", 2, 2)]
    [InlineData("", 0, 0)]
    public void Next_Finds_The_First_At_Or_Behind_An_Offset(string text, int at, int expected) => Assert.Equal(expected, Marks.Next(text, at));
}
