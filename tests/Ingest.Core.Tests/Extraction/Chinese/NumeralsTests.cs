using System.Globalization;
using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class NumeralsTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("numerals.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TryRead_Reads_Corpus(string text, int start, int end, string expected)
    {
        var (wanted, wantedEnd) = Split(expected, start, end);

        var read = Numerals.TryRead(text, start, out var numeral);

        Assert.Equal(wanted, read ? Describe(numeral) : "none");
        if (read)
        {
            Assert.Equal(text[start..wantedEnd], text[numeral.Start..numeral.End]);
        }
    }

    /// <summary>Every way of writing a number is read back, over a spread of magnitudes.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryRead_Reads_Back_Written_Numbers(bool financial)
    {
        for (var n = 10L; n < 2_000_000_000_000; n = n < 3000 ? n + 1 : (n * 17 / 13) + 7)
        {
            var text = ChineseWriter.Write(n, financial);
            Assert.True(Numerals.TryRead(text + "元", 0, out var numeral), text);
            Assert.Equal((n, text.Length), ((long)numeral.Value, numeral.End));
        }
    }

    [Fact]
    public void TryRead_Reads_Grouped_And_Plain_Arabic_Alike()
    {
        for (var n = 1000L; n < 1_000_000_000_000; n = (n * 19 / 7) + 3)
        {
            var (plain, grouped) = (n.ToString(CultureInfo.InvariantCulture), n.ToString("N0", CultureInfo.InvariantCulture));
            Assert.True(Numerals.TryRead(grouped + "元", 0, out var numeral), grouped);
            Assert.Equal((n, grouped.Length), ((long)numeral.Value, numeral.End));
            Assert.True(Numerals.TryRead(plain + "元", 0, out numeral), plain);
            Assert.Equal(plain.Length >= 11 ? numeral.Value : n, numeral.Value);
        }
    }

    private static (string Wanted, int End) Split(string expected, int start, int end)
    {
        foreach (var mark in (string[])[" of ", " to "])
        {
            var at = expected.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
            {
                return (expected[..at], start + int.Parse(expected[(at + mark.Length)..], CultureInfo.InvariantCulture));
            }
        }

        return (expected, end);
    }

    private static string Describe(Numeral numeral)
    {
        var value = numeral.Value.ToString(CultureInfo.InvariantCulture);
        return numeral.Kind switch
        {
            NumeralKind.Code => "code",
            NumeralKind.Word => "word",
            NumeralKind.Count when numeral.Exactness.HasFlag(Exactness.Damaged) => "damaged",
            NumeralKind.Count when numeral.Exactness.HasFlag(Exactness.Vague) => "vague",
            NumeralKind.Count when numeral.Exactness.HasFlag(Exactness.Approximate) => value + " ~",
            NumeralKind.Count when numeral.Exactness.HasFlag(Exactness.AtLeast) => value + " >=",
            NumeralKind.Count => value,
            _ => $"{value} {numeral.Kind.ToString().ToLowerInvariant()}",
        };
    }
}
