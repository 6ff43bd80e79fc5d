using Ingest.Core.Digests;

namespace Ingest.Core.Tests.Digests;

public class DigestWindowTests
{
    [Fact]
    public void Week_Runs_From_Monday_To_Sunday_In_Shanghai()
    {
        var week = DigestWindow.Week(new DateOnly(2026, 11, 22));

        Assert.Equal("2026-W47", week.Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 15, 16, 0, 0, TimeSpan.Zero), week.From);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero), week.To);
        Assert.Equal((new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22)), (week.FirstDay, week.LastDay));
        Assert.Equal("2026-W46", week.Before.Id);
    }

    [Theory]
    [InlineData("2026-11-22T15:59:59Z", "2026-W46", "2026-11-21")]
    [InlineData("2026-11-22T16:00:00Z", "2026-W47", "2026-11-22")]
    [InlineData("2027-01-04T00:30:00Z", "2026-W53", "2027-01-03")]
    public void LastEnded_Goes_By_The_Clock_Of_Shanghai(string now, string week, string day)
    {
        var instant = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(week, DigestWindow.LastEnded(Cadence.Weekly, instant).Id);
        Assert.Equal(day, DigestWindow.LastEnded(Cadence.Daily, instant).Id);
    }

    [Theory]
    [InlineData("2026-W47")]
    [InlineData("2026-W53")]
    [InlineData("2026-11-22")]
    [InlineData("20261122T081500Z-20261122T081600Z")]
    public void TryParse_Reads_What_Id_Writes(string id)
    {
        Assert.True(DigestWindow.TryParse(id, out var window));
        Assert.Equal(id, window.Id);
    }

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("2026-W00")]
    [InlineData("2026-11-31")]
    [InlineData("2026W47")]
    [InlineData("../../x")]
    [InlineData("20261122T081600Z-20261122T081500Z")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_Refuses_What_Names_No_Time(string? id) => Assert.False(DigestWindow.TryParse(id, out _));
}
