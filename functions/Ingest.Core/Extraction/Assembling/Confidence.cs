using System.Globalization;
using System.Numerics;
using Ingest.Core.Extraction.Recognising;

namespace Ingest.Core.Extraction.Assembling;

/// <summary>
/// How sure a measure is: the share of its facts that one may expect to be right. A score card (<c>confidence.tsv</c>): each thing that
/// a passage shows has points, which were counted on annotated reports; GoldTests prints how often the claim held.
/// </summary>
internal static class Confidence
{
    /// <summary>A passage of which more would be wrong than right is left out: the extractor abstains rather than guess.</summary>
    public const double Least = 0.5;

    private static readonly List<(string Kind, string Name, double Points)> Card =
        [.. DataFile.Lines(typeof(Confidence), "confidence.tsv").Select(static line => line.Split('\t')).Select(static row => (row[0], row[1], double.Parse(row[2], CultureInfo.InvariantCulture)))];

    private static readonly double Base = Of("base").Sum(static row => row.Points);
    private static readonly double[] BySign = Bits<Signs>("sign", static sign => (ulong)sign);
    private static readonly double[] ByWord = Bits<WordClass>("word", static word => (ulong)word);

    /// <summary>The confidence, 0–1.</summary>
    /// <param name="draft">The clauses that state the act.</param>
    /// <param name="measure">What was written down of them.</param>
    /// <param name="length">How many characters the text has.</param>
    public static double Of(Draft draft, Measure measure, int length)
    {
        var (signs, words) = SignReader.Read(draft, measure, length);
        var points = Base + Sum(BySign, (ulong)signs) + Sum(ByWord, (ulong)words);
        return 1 / (1 + Math.Exp(-points));
    }

    private static double Sum(double[] points, ulong bits)
    {
        var sum = 0.0;
        for (; bits != 0; bits &= bits - 1)
            sum += points[BitOperations.TrailingZeroCount(bits)];
        return sum;
    }

    private static IEnumerable<(string Name, double Points)> Of(string kind) => Card.Where(row => row.Kind == kind).Select(static row => (row.Name, row.Points));

    private static double[] Bits<T>(string kind, Func<T, ulong> bit)
        where T : struct, Enum
    {
        var points = new double[64];
        foreach (var (name, value) in Of(kind))
            points[BitOperations.TrailingZeroCount(bit(Enum.Parse<T>(name)))] = value;
        return points;
    }
}
