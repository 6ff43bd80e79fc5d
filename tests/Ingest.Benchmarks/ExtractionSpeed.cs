using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ingest.Core.Extraction;
using Ingest.Core.Reading;
using Ingest.Local;

namespace Ingest.Benchmarks;

/// <summary>The whole extraction of a report, beside programs that do a part of it on the same reports.</summary>
internal static class ExtractionSpeed
{
    // Long enough for the runtime to have compiled the hot paths for good.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(15);
    private static readonly string Peers = Path.Combine(Checkout.Root, "tests", "Ingest.Benchmarks", "Peers");

    public static Benchmark Benchmark { get; } = new("extraction", "MB of UTF-8 a second on one core, beside jieba cutting words and Recognizers-Text finding currency and dates", RunAsync);

    private static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(Path.Combine(Checkout.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal).ToList();
        var texts = files.ConvertAll(file => File.ReadAllText(file));
        var ours = Measure(texts, cancellationToken);
        await Npm.EnsureAsync(Peers, cancellationToken);
        var peers = JsonNode.Parse(await Tool.RunQuietlyAsync(["node", "peers.mjs", .. files], Peers, cancellationToken))!;
        await output.WriteLineAsync(Line("extraction", ours, ours));
        foreach (var (name, speed) in peers.AsObject())
        {
            await output.WriteLineAsync(Line(name, speed!.GetValue<double>(), ours));
        }
    }

    /// <summary>By the best time of each report, so that neither compiling nor a busy machine changes the figure; the peers are measured alike.</summary>
    private static double Measure(List<string> texts, CancellationToken cancellationToken)
    {
        var best = new TimeSpan[texts.Count];
        Array.Fill(best, TimeSpan.MaxValue);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Least)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                var before = Stopwatch.GetTimestamp();
                MeasureExtractor.Extract(new ReportText(texts[i], ReportFormat.Text), cancellationToken);
                var time = Stopwatch.GetElapsedTime(before);
                best[i] = time < best[i] ? time : best[i];
            }
        }

        return texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text)) / 1e6 / best.Sum(time => time.TotalSeconds);
    }

    private static string Line(string name, double speed, double ours) =>
        string.Create(CultureInfo.InvariantCulture, $"  {name,-12} {speed,10:0.0000} MB/s   extraction is {ours / speed:0.00} times as fast");
}
