using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Local;

namespace Ingest.Benchmarks;

/// <summary>
/// Whether extraction's time grows with the length of the text and no faster, also where the text is made to be hard. Every line
/// extracts the same ten million bytes, once, in texts of one length: a processor that is given one short text again and again
/// learns its branches by heart, and finds it half as long as a text that comes once, as reports do.
/// </summary>
internal static class ExtractionGrowth
{
    private const int Whole = 10_000_000;
    private const int Rounds = 3;

    // Texts of a length whose memory is watched: what a text holds hangs on what it tells.
    private const int Sampled = 10;

    private const int Hostile = 1_000_000;

    // Long enough for the runtime to have compiled the hot paths for good: else the shortest texts would be measured cold.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);


    public static Benchmark Benchmark { get; } = new("growth", "time and memory of extraction as texts get longer, and of a million hostile characters", RunAsync);

    private static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var seed = string.Join("\n\n", Directory.GetFiles(Path.Combine(Checkout.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            Extract(seed, cancellationToken);
        var whole = OfLength(seed, Whole);
        int[] lengths = [10_000, 100_000, 1_000_000, Whole];
        var best = new TimeSpan[lengths.Length];
        var allocated = new long[lengths.Length];
        for (var round = 0; round < Rounds; round++)
        {
            // Round by round, so that what else the machine does meets all lengths alike.
            for (var i = 0; i < lengths.Length; i++)
            {
                var texts = Parts(whole, Whole / lengths[i]);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var time = Time(texts, cancellationToken);
                best[i] = round == 0 || time < best[i] ? time : best[i];
                allocated[i] = GC.GetTotalAllocatedBytes(precise: true) - before;
            }
        }

        for (var i = 0; i < lengths.Length; i++)
        {
            var count = Whole / lengths[i];
            var held = Parts(whole, count).Take(Sampled).Max(text => Peak(text, cancellationToken) / TextBytes(text));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"  {count,5} x {lengths[i] / 1000,5} KB {best[i].TotalMilliseconds / count,9:0.00} ms each {Whole / 1e6 / best[i].TotalSeconds,7:0.00} MB/s   {best[0] / best[i]:0.00} of the first line's speed   allocates {allocated[i] / TextBytes(whole):0.0} times the text, holds {held:0.0} times at most"));
        }

        foreach (var (name, text) in HostileTexts())
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} {Time([text], cancellationToken).TotalMilliseconds,9:0.0} ms"));
        }
    }

    private static TimeSpan Time(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var text in texts)
            Extract(text, cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }

    private static string[] Parts(string whole, int parts)
    {
        var length = whole.Length / parts;
        return [.. Enumerable.Range(0, parts).Select(part => whole.Substring(part * length, length))];
    }

    private static double TextBytes(string text) => sizeof(char) * (double)text.Length;

    /// <summary>The most that the heap held while a text was extracted, garbage included, less what it held before; sampled, and never more than was allocated: the heap is counted in steps as large as a short text needs altogether.</summary>
    private static long Peak(string text, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
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
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Volatile.Write(ref done, value: true);
        watch.Join();
        return Math.Min(most - before, allocated);
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
