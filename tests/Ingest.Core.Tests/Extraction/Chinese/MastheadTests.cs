using System.Globalization;
using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class MastheadTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("published-dates.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Reads_Corpus(string text, int start, int end, string expected)
    {
        Assert.True(start < 0 && end < 0, "A masthead case marks nothing.");
        var masthead = Masthead.Read(text, ChineseScan.Of(text).Dates);
        Assert.Equal(expected, $"{masthead.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "null"} | {masthead.Source ?? "null"}");
    }
}
