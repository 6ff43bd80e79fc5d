using System.Globalization;

namespace Ingest.Core.Tests.Reading.Fuzzing;

/// <summary>
/// Broken files of every format. 20,000 cases here; <c>./ingest fuzz</c> sets INGEST_FUZZ_CASES to run more of them.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Cases = 20_000;

    [Fact]
    public void Read_Ends_In_An_Outcome_For_Broken_Files_Of_Every_Format()
    {
        var cases = int.TryParse(Environment.GetEnvironmentVariable("INGEST_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Cases;
        var run = FuzzRun.Over([.. FuzzSeeds.All], cases, TestContext.Current.CancellationToken);
        output.WriteLine($"{cases:N0} cases, the slowest {run.Slowest.TotalMilliseconds:N0} ms: " + string.Join(", ", run.Outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value:N0}")));
        Assert.Empty(run.Failures.Take(5));
        Assert.Equal(cases, run.Outcomes.Values.Sum());
        Assert.True(run.Outcomes.GetValueOrDefault("read") > cases / 10, "Too few cases got past the first check for the test to mean much.");
    }
}
