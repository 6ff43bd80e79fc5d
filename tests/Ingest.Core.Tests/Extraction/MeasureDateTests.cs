using Ingest.Core.Extraction;

namespace Ingest.Core.Tests.Extraction;

public sealed class MeasureDateTests
{
    [Theory]
    [InlineData("2020-02-08", "2020-02-08", "2020-02-08")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2020-02-11/2020-03-31", "2020-02-11", "2020-03-31")]
    [InlineData("2020-02/2020-03", "2020-02-01", "2020-03-31")]
    public void TryParse_Gives_First_And_Last_Day(string text, string first, string last)
    {
        Assert.True(MeasureDate.TryParse(text, out var date));
        Assert.Equal(first, date.First.ToString("O", null));
        Assert.Equal(last, date.Last.ToString("O", null));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2020")]
    [InlineData("2020-02-30")]
    [InlineData("2020-02-01/")]
    public void TryParse_Refuses_What_Is_No_Date(string? text) => Assert.False(MeasureDate.TryParse(text, out _));
}
