using System.Globalization;
using Ingest.Core.Extraction.Chinese;

namespace Ingest.Core.Tests.Extraction.Chinese;

public sealed class QuantityReaderTests
{
    public static TheoryData<string, int, int, string> Cases => Corpus.Theory("quantities.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TryRead_Reads_Corpus(string text, int start, int end, string expected)
    {
        var read = QuantityReader.TryRead(text, start, out var quantity);
        var wanted = expected.Split(' ');

        if (expected == "none")
        {
            Assert.False(read);
            return;
        }

        Assert.True(read);
        Assert.Equal(text[start..end], text[quantity.Start..quantity.End]);
        if (wanted.Length == 1)
        {
            Assert.False(quantity.Number.IsFact);
            Assert.True(quantity.Number.Exactness.HasFlag(Enum.Parse<Exactness>(expected, ignoreCase: true)));
            return;
        }

        Assert.True(quantity.Number.IsFact);
        Assert.Equal((wanted[0], wanted[1]), (quantity.Number.Value.ToString(CultureInfo.InvariantCulture), quantity.Unit.Text));
        Assert.True(quantity.Unit.Kinds.HasFlag(Enum.Parse<MeasureKinds>(wanted[2])), $"{quantity.Unit.Kinds}");
        Assert.Equal(wanted.Contains("rate"), quantity.IsRate);
        Assert.Equal(wanted.Contains("~"), quantity.Number.Exactness.HasFlag(Exactness.Approximate));
        Assert.Equal(wanted.Contains(">="), quantity.Number.Exactness.HasFlag(Exactness.AtLeast));
    }
}
