using Ingest.Core.Digests;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Functions.Reports;

namespace Ingest.Functions.Tests.Reports;

public sealed class CarriedDaysTests
{
    private static readonly DateTimeOffset Old = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("武汉市总工会拨付慰问资金5万元用于慰问一线职工", "武汉市总工会拨付慰问资金50万元用于慰问一线职工", true)]
    [InlineData("武汉市总工会拨付慰问资金5万元", "据悉，武汉市总工会日前拨付慰问资金5万元，用于慰问", true)]
    [InlineData("武汉市总工会拨付慰问资金5万元用于慰问一线职工", "武汉市总工会举办网上招聘会三场，提供岗位两千个", false)]
    public void Find_Carries_The_Day_Of_A_Corrected_Passage_Of_The_Same_Actor(string before, string after, bool carried) =>
        Assert.Equal(carried, Find("武汉市总工会", before, "武汉市总工会", after, sameText: false));

    [Theory]
    [InlineData("青山区", "洪山区", "青山区总工会拨付慰问金5万元", "洪山区总工会拨付慰问金6万元", false)]
    [InlineData("青山区", "青山区总工会", "青山区总工会拨付慰问金5万元用于慰问医护人员", "青山区总工会拨付慰问金5万元用于慰问医护人员", true)]
    public void Find_Wants_Almost_The_Same_Words_Where_The_Actor_Is_Another(string orgBefore, string orgAfter, string before, string after, bool carried) =>
        Assert.Equal(carried, Find(orgBefore, before, orgAfter, after, sameText: false));

    [Fact]
    public void Find_Goes_By_Place_In_The_Text_Where_The_Text_Is_The_Same()
    {
        Assert.True(Find("甲", "完全不同的话", "乙", "没有一个字相同", sameText: true));
        Assert.False(Find("甲", "同样的话同样的话", "乙", "同样的话同样的话", sameText: true, shift: 100));
    }

    [Fact]
    public void Find_Gives_Each_Old_Day_To_One_New_Measure_Only()
    {
        const string Passage = "武汉市总工会拨付慰问资金5万元";
        var fresh = new[] { At(0, "武汉市总工会", Passage + "整"), At(100, "武汉市总工会", Passage + "余") };
        var before = new[] { Stored(At(0, "武汉市总工会", Passage)) };
        Assert.Single(CarriedDays.Find(fresh, before, Ids(before), sameText: false));
    }

    private static bool Find(string orgBefore, string before, string orgAfter, string after, bool sameText, int shift = 0)
    {
        var old = new[] { Stored(At(0, orgBefore, before) with { Money = [new Money(1, MoneyRole.Total)] }) };
        var fresh = At(shift, orgAfter, after);
        return CarriedDays.Find([fresh], old, Ids(old), sameText).TryGetValue(fresh.Id.Value, out var day) && day == Old;
    }

    private static Measure At(int start, string org, string quote) => new(new TextSpan(start, start + quote.Length), Category.Funds) { Quote = quote, Orgs = [org] };

    private static StoredMeasure Stored(Measure measure) => new(measure, ReportId.Of("a"), Old);

    private static HashSet<string> Ids(IEnumerable<StoredMeasure> measures) => [.. measures.Select(m => m.Measure.Id.Value)];
}
