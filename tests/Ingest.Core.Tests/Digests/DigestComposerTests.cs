using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Subscriptions;

namespace Ingest.Core.Tests.Digests;

public class DigestComposerTests
{
    private static readonly DigestWindow Week = DigestWindow.Week(new DateOnly(2026, 11, 18));

    [Fact]
    public void Compose_Adds_Neither_Parts_Nor_Running_Totals_Nor_Rates()
    {
        var digest = Compose(
            One("甲", new Money(1000, MoneyRole.Total), new Money(600, MoneyRole.Total) { PartOf = true }, new Money(400, MoneyRole.Total) { PartOf = true }),
            One("乙", new Money(9999, MoneyRole.Total) { Cumulative = true }),
            One("丙", new Money(50, MoneyRole.PerPerson), new Money(200, MoneyRole.Raised), new Money(70, MoneyRole.GoodsValue), new Money(30, MoneyRole.Recovered)));

        Assert.Equal((1000, 200, 70, 30), (digest.Totals.Allocated, digest.Totals.Raised, digest.Totals.Goods, digest.Totals.Recovered));
    }

    [Fact]
    public void Compose_Sees_A_Total_And_Its_Parts_Though_Nobody_Marked_Them()
    {
        // 1869万余元,其中1540万余元、328万余元: the parts are a 万 short of the total.
        var digest = Compose(One("甲", new Money(18_690_000, MoneyRole.Raised), new Money(15_400_000, MoneyRole.Raised), new Money(3_280_000, MoneyRole.Raised)));

        Assert.Equal(18_690_000, digest.Totals.Raised);
    }

    [Fact]
    public void Compose_Counts_A_Measure_That_Two_Reports_Tell_Once()
    {
        var measure = One("甲", new Money(1000, MoneyRole.Total));

        var digest = Compose(measure, measure with { FirstSeen = Week.From.AddDays(3), Report = Core.Reading.ReportId.Of("other.txt") });

        Assert.Equal((1, 1000m), (digest.Totals.Measures, digest.Totals.Allocated));
        Assert.Equal(Week.From, Assert.Single(Assert.Single(Assert.Single(digest.Places).Kinds).Measures).FirstSeen);
    }

    [Fact]
    public void Compose_Puts_The_Largest_First_And_Counts_What_The_Limit_Leaves_Out()
    {
        var digest = DigestComposer.Compose(
            Week,
            [At("420100", 10), At("420100", 500), At("420100", 90), At("110000", 300), At("330000", 20)],
            null, DigestFilter.Everything, limit: 4);

        Assert.Equal(["420000", "110000", "330000"], digest.Places.Select(p => p.Code));
        Assert.Equal([500m, 90m], digest.Places[0].Kinds[0].Measures.Select(m => m.Measure.Money[0].Cny));
        Assert.Equal((1, 1), (digest.Omitted, digest.Places[0].Omitted));
        Assert.Equal(3, digest.Places[0].Totals.Measures);
    }

    [Theory]
    [InlineData("420100", "420500", "420000")]
    [InlineData("420106", "420111", "420106")]
    [InlineData("110105", "110108", "110105")]
    public void Compose_Groups_By_What_Tells_The_Places_Apart(string one, string other, string expectedFirst)
    {
        var digest = DigestComposer.Compose(Week, [At(one, 2), At(other, 1)], null, DigestFilter.Everything);

        var expected = expectedFirst == "420000" ? (string[])["420100", "420500"] : [one, other];
        Assert.Equal(expected, digest.Places.Select(p => p.Code));
    }

    [Fact]
    public void Compose_Compares_Each_Kind_With_The_Window_Before()
    {
        var digest = DigestComposer.Compose(Week, [At("420000", 5)], [At("420000", 3), At("420000", 4)], DigestFilter.Everything);

        var line = Assert.Single(digest.Categories);
        Assert.Equal((1, 2, 7m), (line.Now.Measures, line.Before!.Measures, line.Before.Allocated));
    }

    private static Digest Compose(params StoredMeasure[] measures) => DigestComposer.Compose(Week, measures, null, DigestFilter.Everything);

    private static StoredMeasure One(string org, params Money[] money) =>
        SampleMeasures.Stored(new Measure(default, Category.Funds) { Quote = org, Orgs = [org], Place = "420000", Money = money }, Week.From);

    private static StoredMeasure At(string place, decimal yuan) =>
        SampleMeasures.Stored(new Measure(default, Category.Funds) { Quote = "", Orgs = ["工会"], Place = place, Money = [new(yuan, MoneyRole.Total)] }, Week.From);
}
