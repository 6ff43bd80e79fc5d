using System.Globalization;
using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class DateReaderTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("dates.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TryRead_Reads_Corpus(string text, int start, int end, string expected)
    {
        var of = expected.IndexOf(" of ", StringComparison.Ordinal);
        (expected, end) = of < 0 ? (expected, end) : (expected[..of], start + int.Parse(expected[(of + 4)..], CultureInfo.InvariantCulture));

        var read = DateReader.TryRead(text, start, out var date);

        Assert.Equal(expected, read ? Describe(date) : "none");
        if (read)
        {
            Assert.Equal(text[start..end], text[date.Start..date.End]);
        }
    }

    private static string Describe(DateExpression date)
    {
        var relation = date.Relation == DateRelation.On ? "" : date.Relation.ToString().ToLowerInvariant() + " ";
        return relation + Describe(date.From) + (date.To is { } to ? " .. " + Describe(to) : "");
    }

    private static string Describe(DatePoint point)
    {
        var year = point.YearShift is { } shift ? "now" + (shift == 0 ? "" : shift.ToString(CultureInfo.InvariantCulture)) : point.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        return FormattableString.Invariant(point.Kind switch
        {
            DatePointKind.Day => $"{year}-{point.Month}-{point.Day}",
            DatePointKind.Month when point.MonthShift is { } months => $"month{months:+0;-0;+0}",
            DatePointKind.Month => $"month {year}-{point.Month}",
            DatePointKind.Third => $"third {year}-{point.Month}-{point.Day}",
            DatePointKind.Quarter => $"quarter {year}-{point.Month}",
            DatePointKind.Half => $"half {year}-{point.Month}",
            DatePointKind.Year => $"year {year}",
            DatePointKind.Lunar => $"lunar {(year.Length > 0 ? year + " " : "")}{point.Month}-{point.Day}",
            DatePointKind.Relative => $"relative {point.Day}",
            DatePointKind.ReportDay => $"report {point.Day}",
            DatePointKind.DayOnly => $"day {point.Day}",
            _ => (FormattableString)$"vague",
        });
    }
}
