using Ingest.Core.Extraction;
using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Subscriptions;

public class DigestFilterTests
{
    private static readonly Measure Masks = new(default, Category.Supplies)
    {
        Quote = "武昌区总工会为社区送去口罩",
        Orgs = ["武昌区总工会"],
        Place = "420106",
        Items = [new("口罩", 1000, "只")],
        Money = [new(20_000, MoneyRole.GoodsValue)],
    };

    [Theory]
    [InlineData("", true)]
    [InlineData("place=420000", true)]
    [InlineData("place=420100", true)]
    [InlineData("place=420106", true)]
    [InlineData("place=420500,420106", true)]
    [InlineData("place=420500", false)]
    [InlineData("place=100000", false)]
    [InlineData("category=funds,supplies", true)]
    [InlineData("category=funds", false)]
    [InlineData("place=420000&category=funds", false)]
    [InlineData("least=20000", true)]
    [InlineData("least=20001", false)]
    [InlineData("any=%E5%8F%A3%E7%BD%A9,%E5%B8%90%E7%AF%B7", true)]
    [InlineData("all=%E5%8F%A3%E7%BD%A9,%E5%B8%90%E7%AF%B7", false)]
    [InlineData("all=%E5%8F%A3%E7%BD%A9,%E7%A4%BE%E5%8C%BA", true)]
    public void Wants_Joins_Kinds_By_And_Choices_By_Or(string filter, bool expected) => Assert.Equal(expected, DigestFilter.Parse(filter).Wants(Masks));

    [Fact]
    public void Wants_Leaves_Out_What_Has_No_Place_Where_Places_Are_Chosen() =>
        Assert.False(DigestFilter.Parse("place=420000").Wants(Masks with { Place = null }));

    [Fact]
    public void Canonical_Is_The_Same_Whatever_The_Order_And_Reads_Back()
    {
        var one = new DigestFilter { Places = ["420000", "110000"], Categories = [Category.Supplies, Category.Funds], Words = ["口罩", "a,b&c"], LeastYuan = 1.50m };
        var other = one with { Places = ["110000", "420000", "110000"], Categories = [Category.Funds, Category.Supplies], Words = ["a,b&c", "口罩"] };

        Assert.Equal(one, other);
        Assert.Equal(one.Key(), other.Key());
        Assert.Equal(one, DigestFilter.Parse(one.Canonical()));
    }

    [Theory]
    [InlineData("place=../..,<b>,42")]
    [InlineData("nonsense=1&least=-5&least=x&category=zzz&&=")]
    public void Parse_Passes_Over_What_It_Does_Not_Know(string text) => Assert.Equal(DigestFilter.Everything, DigestFilter.Parse(text));
}
