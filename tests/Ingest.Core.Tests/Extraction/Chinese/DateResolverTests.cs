using Ingest.Core.Extraction;
using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class DateResolverTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("resolved-dates.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Resolve_Resolves_Corpus(string text, int start, int end, string expected)
    {
        var dates = ChineseScan.Of(text).Dates;
        var resolver = DateResolver.Of(text, dates, published: null);
        MeasureDate? anchor = null;
        foreach (var date in dates)
        {
            var resolved = resolver.Resolve(date, anchor);
            if (date.Start == start)
            {
                Assert.Equal(text[start..end], text[date.Start..date.End]);
                Assert.Equal(expected, resolved?.ToString() ?? "null");
                return;
            }

            anchor = resolved ?? anchor;
        }

        Assert.Fail($"No date was read at {text[start..]}");
    }

    [Theory]
    [InlineData("12月28日慰问职工。", "2020-01-05", "2019-12-28")]
    [InlineData("1月3日慰问职工。", "2020-01-05", "2020-01-03")]
    [InlineData("昨日慰问职工。", "2020-01-05", "2020-01-04")]
    [InlineData("12日慰问职工。", "2020-01-15", "2020-01-12")]
    [InlineData("昨(14)日慰问职工。", "2020-01-15", "2020-01-14")]
    [InlineData("上月5日慰问职工。", "2020-01-15", "2019-12-05")]
    [InlineData("今年2月慰问职工。", "2021-03-15", "2021-02")]
    [InlineData("去年慰问职工。", "2021-03-15", "2020-01/2020-12")]
    public void Resolve_Uses_The_Published_Day(string text, string published, string expected)
    {
        var dates = ChineseScan.Of(text).Dates;
        var resolver = DateResolver.Of(text, dates, DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, resolver.Resolve(dates[0], null)?.ToString());
    }
}
