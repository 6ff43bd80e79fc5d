using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Ingest.Core.Reading;

namespace Ingest.Benchmarks;

/// <summary>
/// The most memory that the whole process held while it read inputs of up to 50 MB that were made to need much of it.
/// The smallest instance of Flex Consumption has 512 MB.
/// </summary>
internal static class ReadingMemory
{
    private const int Instance = 512;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(5);

    public static Benchmark Benchmark { get; } = new("reading-memory", $"peak memory of the process over hostile and large inputs of up to 50 MB (limit {Instance} MB)", RunAsync);

    private static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        long worst = 0;
        foreach (var (name, make) in LargeInputs.All)
        {
            var bytes = make();
            Collect();
            var (outcome, peak, took) = Measure(bytes, name, cancellationToken);
            worst = Math.Max(worst, peak);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {bytes.Length / 1e6,6:0.0} MB in {took.TotalSeconds,6:0.00} s, peak {peak >> 20,4} MB: {outcome}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  worst {worst >> 20} MB of {Instance} MB: {(worst >> 20 < Instance ? "within" : "PAST")} the limit"));
    }

    private static (string Outcome, long Peak, TimeSpan Took) Measure(byte[] bytes, string name, CancellationToken cancellationToken)
    {
        var done = false;
        long peak = 0;
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                Thread.Sleep(Every);
            }
        });
        watch.Start();
        var start = Stopwatch.GetTimestamp();
        var result = ReportReader.Read(bytes, name, cancellationToken);
        var took = Stopwatch.GetElapsedTime(start);
        Volatile.Write(ref done, value: true);
        watch.Join();
        return (result is ReadResult.Refused { Reason.Code: var code } ? code : "read", peak, took);
    }

    /// <summary>Gives back what the input before it held, so that each starts from the same ground.</summary>
    private static void Collect()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
