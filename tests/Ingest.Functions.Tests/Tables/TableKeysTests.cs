using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Functions.Tables;

namespace Ingest.Functions.Tests.Tables;

/// <summary>Keys are the storage's format: these literals change only together with a migration.</summary>
public sealed class TableKeysTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 1, 7, 30, 5, TimeSpan.FromHours(8));
    private static readonly ReportId Report = ReportId.Of("湖北省总工会/周报.txt");

    [Fact]
    public void Keys_Are_These()
    {
        var measure = new Measure(new TextSpan(0, 1), Category.Funds) { Quote = "", Orgs = ["武汉市总工会"], Place = "420100", Date = MeasureDate.Month(2020, 2) };
        Assert.Equal("18f0420645527128", Report.Value);
        Assert.Equal("report", TableKeys.Outcome);
        Assert.Equal("m-00ff", TableKeys.Measure("00ff"));
        Assert.Equal("measures", TableKeys.Identities);
        Assert.Equal("00ff-18f0420645527128", TableKeys.Source(new MeasureId("00ff"), Report));
        Assert.Equal("2026-10", TableKeys.Month(Moment));
        Assert.Equal("seen-20261031T2330050000000-00ff", TableKeys.Seen(Moment, "00ff"));
        Assert.Equal($"place-420100-20200201-{measure.Id}", TableKeys.Place(measure));
        Assert.Equal($"place-000000-00000000-{(measure with { Place = null, Date = null }).Id}", TableKeys.Place(measure with { Place = null, Date = null }));
        Assert.Equal("place-42", TableKeys.PlacePrefix("42"));
        Assert.Equal("recent-2516088113949999999-18f0420645527128", TableKeys.Recent(Moment, Report));
        Assert.Equal("office-湖北省总工会-2516088113949999999-18f0420645527128", TableKeys.Office("湖北省总工会", Moment, Report));
        Assert.Equal("place.", TableKeys.After("place-"));
    }

    [Theory]
    [InlineData("湖北省总工会", "湖北省总工会")]
    [InlineData("a/b\\c#d?e", "a=002Fb=005Cc=0023d=003Fe")]
    [InlineData("a-b=c", "a=002Db=003Dc")]
    [InlineData("a\tb\u0085c", "a=0009b=0085c")]
    [InlineData("\uD842\uDFB7", "\uD842\uDFB7")]
    [InlineData("", "")]
    public void Escape_Makes_Any_Text_Fit_For_A_Key(string text, string expected) => Assert.Equal(expected, TableKeys.Escape(text));

    [Fact]
    public void Escape_Keeps_Different_Long_Texts_Apart_And_Keys_Below_Their_Limit()
    {
        var one = TableKeys.Escape(new string('长', 900));
        Assert.NotEqual(one, TableKeys.Escape(new string('长', 901)));
        Assert.InRange(one.Length, 1, 400);
    }

    /// <summary>No row of a theory: its attribute would be written in UTF-8, which has no half pairs.</summary>
    [Fact]
    public void Escape_Makes_Half_A_Surrogate_Pair_Fit_For_A_Key() => Assert.Equal("=D842", TableKeys.Escape("\uD842"));

    [Fact]
    public void Recent_Sorts_The_Latest_First() =>
        Assert.True(string.CompareOrdinal(TableKeys.Recent(Moment.AddSeconds(1), Report), TableKeys.Recent(Moment, Report)) < 0);

    [Fact]
    public void Wide_Text_Comes_Back_As_It_Was_At_Every_Border()
    {
        foreach (var length in new[] { 0, 1, 31_999, 32_000, 32_001, 64_000, 64_001, WideText.Longest })
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('一' + (i % 1000))));
            var row = new Azure.Data.Tables.TableEntity("p", "r");
            WideText.Set(row, "Text", text);
            Assert.Equal(text, WideText.Get(row, "Text"));
            Assert.All(row.Values(), value => Assert.InRange(value.Length, 0, 32_768));
        }

        Assert.Throws<ArgumentException>(() => WideText.Set(new Azure.Data.Tables.TableEntity("p", "r"), "Text", new string('长', WideText.Longest + 1)));
    }
}

internal static class TableEntityValues
{
    public static IEnumerable<string> Values(this Azure.Data.Tables.TableEntity row) => row.Select(p => p.Value).OfType<string>();
}
