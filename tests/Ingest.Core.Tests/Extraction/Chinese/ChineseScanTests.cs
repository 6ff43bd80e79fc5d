using Ingest.Core.Extraction.Chinese;
using Ingest.Core.Extraction.Normalising;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class ChineseScanTests
{
    [Fact]
    public void Of_Finds_Each_Thing_Once_And_In_Order()
    {
        const string text = "截至2月8日,工会向82家单位下拨150万元、县区162.4万,送去口罩3.5万个,占12.53%,热线12351。";
        var scan = ChineseScan.Of(text);

        Assert.Equal(["截至2月8日"], scan.Dates.Select(d => text[d.Start..d.End]));
        Assert.Equal(["150万元", "162.4万"], scan.Money.Select(m => text[m.Start..m.End]));
        Assert.Equal(["82家", "3.5万个"], scan.Quantities.Select(q => text[q.Start..q.End]));
        Assert.Equal(["12.53%", "12351"], scan.Numerals.Select(n => text[n.Start..n.End]));
    }

    public static TheoryData<string> Hostile =>
    [
        "1", "一", "万", "亿", "十", "近", "自", "截至", "每", "每人1元", "1-", "1.1", "1,000,", "1/1", "2020年", "2月", "2月8日、", "20", "\uFFFD", "\uFFFD个",
        "百分之", "分之一", "一户一", "1元、", "1万、", "标准1元", "来源", "来源:", "(记者", "》(", "援", "新型冠状", "大年", "1至", "数百", "上百", "QQ1", "1号", "第第1", "农历", "\n", "。", "1%",
    ];

    /// <summary>
    /// Work is counted by what it allocates: twice the text may allocate about twice as much (lists grow by doubling), and a failed
    /// attempt allocates nothing, so that no pattern makes a reader start over and over.
    /// </summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Of_Finishes_On_One_Pattern_Repeated(string pattern)
    {
        var text = NormalText.Of(string.Concat(Enumerable.Repeat(pattern, 40_000 / pattern.Length))).Text;
        var small = Allocated(text[..(text.Length / 2)]);
        var whole = Allocated(text);

        Assert.InRange(whole, 0, (small * 3) + 100_000);
        Assert.InRange(whole, 0, (text.Length * 160L) + 100_000);
    }

    /// <summary>A reader looks at a bounded window around where it stands: what is far away never changes what it reads.</summary>
    [Theory]
    [InlineData("每人")]
    [InlineData("价值")]
    [InlineData("各")]
    [InlineData("电话")]
    [InlineData("第")]
    public void Readers_Look_No_Further_Than_Their_Window(string before)
    {
        var text = before + new string('工', 40) + "500元";
        Assert.True(MoneyReader.TryRead(text, before.Length + 40, out var money));
        Assert.Equal((500m, MoneyTraits.None), (money.Cny, money.Traits));
    }

    [Fact]
    public void Failed_Attempts_Allocate_Nothing()
    {
        const string text = "全市各级工会要充分认识到关心堅守防治工作一线医务人员的重要意义,盡最大努力为职工办实事近期上级约定数据成立";
        for (var warm = 0; warm < 2; warm++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var at = 0; at < text.Length; at++)
            {
                _ = DateReader.TryRead(text, at, out _) || MoneyReader.TryRead(text, at, out _) || QuantityReader.TryRead(text, at, out _) || Numerals.TryRead(text, at, out _);
            }

            if (warm == 1)
            {
                Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var scan = ChineseScan.Of(text);
        _ = Masthead.Read(text, scan.Dates);
        _ = DateResolver.Of(text, scan.Dates, null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
