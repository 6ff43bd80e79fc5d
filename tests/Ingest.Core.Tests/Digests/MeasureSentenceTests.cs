using Ingest.Core.Digests;

namespace Ingest.Core.Tests.Digests;

public class MeasureSentenceTests(ITestOutputHelper output)
{
    [Fact]
    public void Chinese_Reads_As_A_Sentence_For_Every_Annotated_Measure()
    {
        foreach (var stored in SampleMeasures.Read(DateTimeOffset.UnixEpoch))
        {
            var line = MeasureSentence.Chinese(stored.Measure, 2026);
            output.WriteLine($"{stored.Measure.Category} {line}\n");
            Assert.EndsWith("。", line, StringComparison.Ordinal);
            Assert.DoesNotMatch("[,、。]{2}|[,,;] |\\n| [\\u4e00-\\u9fff]", line);
        }
    }
}
