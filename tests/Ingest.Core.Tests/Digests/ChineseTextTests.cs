using Ingest.Core.Digests;

namespace Ingest.Core.Tests.Digests;

public class ChineseTextTests
{
    [Theory]
    [InlineData("新增63项,资金4,540.2万元", "新增63项\uFF0C资金4,540.2万元")]
    [InlineData("周报(11月16日—22日):共3项", "周报\uFF0811月16日—22日\uFF09\uFF1A共3项")]
    [InlineData("App (v2), see", "App (v2), see")]
    [InlineData("9:30开始", "9:30开始")]
    public void Widen_Sets_Marks_Beside_Chinese_Only(string half, string full) => Assert.Equal(full, ChineseText.Widen(half));

    [Fact]
    public void Tidy_Joins_Lines_And_Drops_Spaces_Between_Chinese() =>
        Assert.Equal("市总工会发放N95 mask口罩100个", ChineseText.Tidy("市总 工会\n发放 N95  mask 口罩 100 个 "));

    [Theory]
    [InlineData("市总工会今天印发通知,要求“各级工会,积极行动”,并开通热线", 22, "市总工会今天印发通知")]
    [InlineData("市总工会印发《通知,要求各级》", 12, null)]
    public void Shorten_Ends_At_A_Clause_With_Its_Brackets_Closed(string text, int length, string? expected) =>
        Assert.Equal(expected, ChineseText.Shorten(ChineseText.Tidy(text), length));
}
