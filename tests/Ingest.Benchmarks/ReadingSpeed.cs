using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Core.Reading;
using Ingest.Local;

namespace Ingest.Benchmarks;

/// <summary>Reading alone, format by format, on the files of the tests and the seeds in the encodings that offices use.</summary>
internal static class ReadingSpeed
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static Benchmark Benchmark { get; } = new("reading", "MB of upload and reports a second on one core, by format", RunAsync);

    private static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var (format, files) in Files())
        {
            foreach (var (name, bytes) in files)
            {
                ReportReader.Read(bytes, name, cancellationToken);
            }

            var start = Stopwatch.GetTimestamp();
            long total = 0, reports = 0;
            while (Stopwatch.GetElapsedTime(start) < Least)
            {
                foreach (var (name, bytes) in files)
                {
                    if (ReportReader.Read(bytes, name, cancellationToken) is not ReadResult.Read)
                    {
                        throw new InvalidOperationException($"{name} was refused.");
                    }

                    total += bytes.Length;
                    reports++;
                }
            }

            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {format,-8} {total / 1e6 / seconds,8:0.0} MB/s {reports / seconds,8:0} reports/s"));
        }
    }

    private static IEnumerable<(string Format, List<(string Name, byte[] Bytes)> Files)> Files()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var seeds = Directory.GetFiles(Path.Combine(Checkout.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal).ToList();
        foreach (var encoding in (string[])["utf-8", "gb18030", "utf-16"])
        {
            yield return (encoding, seeds.ConvertAll(seed => (Path.GetFileName(seed), Encoding.GetEncoding(encoding).GetBytes(File.ReadAllText(seed)))));
        }

        foreach (var group in Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "Ingest.Core.Tests", "Reading", "files")).GroupBy(Path.GetExtension).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return (group.Key![1..], group.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))).ToList());
        }
    }
}
