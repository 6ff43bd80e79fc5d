using System.Globalization;
using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class MoneyReaderTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("money.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TryRead_Reads_Corpus(string text, int start, int end, string expected)
    {
        var read = MoneyReader.TryRead(text, start, out var money);

        Assert.Equal(expected, read ? Describe(money) : "none");
        if (read)
        {
            Assert.Equal(text[start..end], text[money.Start..money.End]);
        }
    }

    [Theory]
    [InlineData("每人500元慰问金", 2, true)]
    [InlineData("最高可获赔12万元", 5, true)]
    [InlineData("每年500万元", 2, false)]
    [InlineData("每户送去价值300元的蔬菜包", 6, false)]
    public void TryRead_Calls_A_Rate_Only_Money_For_Each(string text, int start, bool expected)
    {
        Assert.True(MoneyReader.TryRead(text, start, out var money));
        Assert.Equal(expected, money.Traits.HasFlag(MoneyTraits.Rate));
        Assert.NotNull(money.RateUnit);
    }

    [Theory]
    [InlineData("150万元、县区162.4万。", 8, 1624000)]
    [InlineData("150万元,其中80万,", 8, 800000)]
    public void TryReadElided_Reads_Amount_Without_Unit(string text, int start, decimal expected)
    {
        Assert.True(MoneyReader.TryReadElided(text, start, out var money));
        Assert.Equal(expected, money.Cny);
    }

    [Theory]
    [InlineData("150万元、县区3.5万个", 8)]
    [InlineData("150万元、县区35。", 8)]
    public void TryReadElided_Leaves_Counts_Alone(string text, int start) => Assert.False(MoneyReader.TryReadElided(text, start, out _));

    private static string Describe(MoneyExpression money)
    {
        if (!money.IsFact)
        {
            return money.Traits.HasFlag(MoneyTraits.Foreign) ? "foreign" : money.Traits.HasFlag(MoneyTraits.Damaged) ? "damaged" : "vague";
        }

        var text = money.Cny.ToString(CultureInfo.InvariantCulture);
        text += money.UpTo is { } upTo ? ".." + upTo.ToString(CultureInfo.InvariantCulture) : "";
        text += money.Traits.HasFlag(MoneyTraits.Approximate) ? " ~" : "";
        text += money.Traits.HasFlag(MoneyTraits.AtLeast) ? " >=" : "";
        text += money.Traits.HasFlag(MoneyTraits.AtMost) ? " <=" : "";
        text += money.RateUnit is { } unit ? " /" + unit : "";
        return text + (money.Traits.HasFlag(MoneyTraits.WorthOfGoods) ? " worth" : "");
    }
}
