using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction;

/// <summary>Texts that break readers which look back too far; a reader that is not linear does not come back from these in time.</summary>
public sealed class HostileTextTests
{
    private const int Length = 100_000;

    public static TheoryData<string> Patterns =>
    [
        "1", "(", "《", "“", "送", "市总工会", "市总工会为职工送去口罩100个", ",", "工会\n", "100元,", "1月1日", "每人每户各", "一百二十三万",
        "工 会 ", "河北省\n", "主席王小明、副主席李大力、", "?", "ab cd ", "向职工发放、", "要求", "截至2月8日,", "拨付1万元;", "市总工会拨付1万元。", "\uD83D",
        "2020年0月,市总工会拨付1万元。", "2020年3月1日,市总工会0月拨付1万元。", "2020年3月1日,市总工会0至3月拨付1万元。",
        "2020年3月1日,市总工会本月0-3日拨付1万元。", "2020年农历0月0日,市总工会拨付1万元。", "2020年正月0日,市总工会拨付1万元。",
        "市总工会选派50名志愿者下沉社区开展志愿服务12。",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Extract_Comes_Back_For_One_Pattern_Repeated(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, Length / pattern.Length));

        var report = MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text), TestContext.Current.CancellationToken);

        Assert.All(report.Measures, m => Assert.Equal(m.Span.In(text), m.Quote));
    }

    [Fact]
    public void Extract_Comes_Back_For_Random_Characters_Of_The_Genre()
    {
        const string Alphabet = "工会总市县向为送去口罩一二三1234567890万元月日,。;“”《》()\n";
        var random = new Random(20200208);
        var text = string.Create(Length, random, static (span, r) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Alphabet[r.Next(Alphabet.Length)];
        });

        var report = MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text), TestContext.Current.CancellationToken);

        Assert.All(report.Measures, m => Assert.Equal(m.Span.In(text), m.Quote));
    }

    [Fact]
    public void Extract_Stops_For_A_Cancelled_Token()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => MeasureExtractor.Extract(new ReportText("市总工会拨付1万元。", ReportFormat.Text), source.Token));
    }
}
