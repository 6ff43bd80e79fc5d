using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Reading;

/// <summary>Reads bytes that must hold one report, or must be refused.</summary>
internal static class Read
{
    public static ReportText Text(byte[] bytes, string name = "")
    {
        var result = ReportReader.Read(bytes, name, TestContext.Current.CancellationToken);
        var read = Assert.IsType<ReadResult.Read>(result);
        return Assert.Single(read.Entries).Content.Text ?? throw new InvalidOperationException("Refused: " + read.Entries[0].Content.Refusal);
    }

    public static Refusal Refusal(byte[] bytes, string name = "", ReadingLimits? limits = null) =>
        Assert.IsType<ReadResult.Refused>(ReportReader.Read(bytes, name, limits ?? ReadingLimits.Default, TestContext.Current.CancellationToken)).Reason;
}
