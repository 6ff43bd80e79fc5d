using Ingest.Core.Digests;
using Ingest.Core.Extraction;

namespace Ingest.Core.Tests.Digests;

public class FiguresTests
{
    [Theory]
    [InlineData(1_030_000, "103万元")]
    [InlineData(18_695_000, "1,869.5万元")]
    [InlineData(5_000, "5000元")]
    [InlineData(68_000, "6.8万元")]
    [InlineData(120_000_000, "1.2亿元")]
    [InlineData(833_123.5, "83.31235万元")]
    public void Exact_Prints_What_A_Newspaper_Would(double yuan, string expected) => Assert.Equal(expected, Figures.Exact((decimal)yuan));

    [Theory]
    [InlineData(18_695_432, "1,869.5万元")]
    [InlineData(833_123, "83.31万元")]
    public void Rounded_Keeps_Headlines_Short(double yuan, string expected) => Assert.Equal(expected, Figures.Rounded((decimal)yuan));

    [Theory]
    [InlineData(4000, "4000")]
    [InlineData(26_000, "2.6万")]
    [InlineData(1.5, "1.5")]
    public void Count_Uses_Wan_From_Ten_Thousand_On(double count, string expected) => Assert.Equal(expected, Figures.Count((decimal)count));

    [Theory]
    [InlineData("2026-02-01", "2月1日")]
    [InlineData("2020-02-01", "2020年2月1日")]
    [InlineData("2026-02-08/2026-02-09", "2月8日至9日")]
    [InlineData("2026-02-11/2026-02-20", "2月中旬")]
    [InlineData("2026-02-21/2026-02-28", "2月下旬")]
    [InlineData("2026-02-11/2026-03-31", "2月11日至3月31日")]
    [InlineData("2020-12", "2020年12月")]
    [InlineData("2020-12-30/2021-01-02", "2020年12月30日至2021年1月2日")]
    public void Dates_Name_The_Year_Only_Where_It_Is_Another(string date, string expected)
    {
        Assert.True(MeasureDate.TryParse(date, out var parsed));
        Assert.Equal(expected, ChineseDates.Of(parsed, 2026));
    }

    [Fact]
    public void Traditional_Chinese_Knows_The_Phrases_In_Which_A_Character_Differs() =>
        Assert.Equal("總工會發放乾糧、頭髮護理券,慰問幹部", TraditionalChinese.Of("总工会发放干粮、头发护理券,慰问干部"));
}
