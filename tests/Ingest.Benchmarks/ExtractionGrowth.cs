using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Local;

namespace Ingest.Benchmarks;

/// <summary>Whether extraction's time grows with the length of the text and no faster, also where the text is made to be hard.</summary>
internal static class ExtractionGrowth
{
    private const int Hostile = 1_000_000;

    // Long enough for the runtime to have compiled the hot paths for good: else the shortest texts would be measured cold.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static Benchmark Benchmark { get; } = new("growth", "time and memory of extraction as texts get longer, and of a million hostile characters", RunAsync);

    private static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var seed = string.Join("\n\n", Directory.GetFiles(Path.Combine(Checkout.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            Extract(seed, cancellationToken);
        double? first = null;
        foreach (var bytes in (int[])[10_000, 100_000, 1_000_000, 10_000_000])
        {
            var text = OfLength(seed, bytes);
            var (time, allocated) = Best(text, Math.Clamp(2_000_000 / bytes, 1, 50), cancellationToken);
            var speed = bytes / 1e6 / time.TotalSeconds;
            first ??= speed;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  {bytes / 1000,6} KB {time.TotalMilliseconds,9:0.0} ms {speed,7:0.00} MB/s   {speed / first:0.00} of the first line's speed   allocates {allocated / (double)(2 * text.Length):0} times the text, holds {Peak(text, cancellationToken) / (double)(2 * text.Length):0.0} times at most"));
        }

        foreach (var (name, text) in HostileTexts())
        {
            var (time, _) = Best(text, 1, cancellationToken);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} {time.TotalMilliseconds,9:0.0} ms"));
        }
    }

    private static (TimeSpan Time, long Allocated) Best(string text, int runs, CancellationToken cancellationToken)
    {
        var best = TimeSpan.MaxValue;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Extract(text, cancellationToken);
            var time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        return (best, (GC.GetTotalAllocatedBytes(precise: true) - before) / runs);
    }

    /// <summary>The most that the heap held while a text was extracted, garbage included, less what it held before; sampled, so of short texts only roughly.</summary>
    private static long Peak(string text, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        var done = false;
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Yield();
            }
        });
        watch.Start();
        Extract(text, cancellationToken);
        Volatile.Write(ref done, value: true);
        watch.Join();
        return most - before;
    }

    private static void Extract(string text, CancellationToken cancellationToken) =>
        MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text), cancellationToken);

    /// <summary>The text again and again, each time with a number before its full stops so that no sentence repeats another, until it has as many bytes in UTF-8.</summary>
    private static string OfLength(string text, int bytes)
    {
        var copies = new StringBuilder();
        for (var copy = 1; Encoding.UTF8.GetByteCount(text) * (long)copy < bytes + (long)Encoding.UTF8.GetByteCount(text); copy++)
            copies.Append(text.Replace("。", string.Create(CultureInfo.InvariantCulture, $"{copy}。"), StringComparison.Ordinal)).Append('\n');
        var all = copies.ToString();
        var characters = Math.Min(all.Length, (int)((long)bytes * all.Length / Encoding.UTF8.GetByteCount(all)));
        return all[..characters];
    }

    private static IEnumerable<(string Name, string Text)> HostileTexts() =>
    [
        ("nested brackets", new string('(', Hostile / 2) + new string(')', Hostile / 2)),
        ("digits", new string('7', Hostile)),
        ("Chinese digits", new string('万', Hostile)),
        ("no punctuation", OfLength("市总工会发放慰问金一百万元口罩五百个", Hostile * 3)),
        ("one character", new string('会', Hostile)),
        ("line breaks", new string('\n', Hostile)),
        ("commas", new string(',', Hostile)),
        ("bodies never named", OfLength("市总工会。该公司。集团工会。", Hostile * 3)),
    ];
}
