using System.Text;
using Ingest.Benchmarks;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Benchmark[] all =
[
    ExtractionSpeed.Benchmark,
    ExtractionGrowth.Benchmark,
    ReadingSpeed.Benchmark,
    ReadingMemory.Benchmark,
    DigestSending.Benchmark,
];
var unknown = args.Except(all.Select(benchmark => benchmark.Name)).ToList();
if (unknown.Count > 0)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {unknown[0]}; there are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    Console.WriteLine($"{benchmark.Name}: {benchmark.Question}");
    await benchmark.RunAsync(Console.Out, stop.Token);
    Console.WriteLine();
}

return 0;
