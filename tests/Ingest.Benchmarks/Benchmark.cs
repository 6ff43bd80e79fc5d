namespace Ingest.Benchmarks;

/// <summary>One question about speed or memory, answered in figures that are compared within the same run.</summary>
/// <param name="Name">What <c>./ingest bench NAME</c> runs.</param>
/// <param name="Question">What it measures, in a line.</param>
/// <param name="RunAsync">Measures, and writes its figures line by line.</param>
internal sealed record Benchmark(string Name, string Question, Func<TextWriter, CancellationToken, Task> RunAsync);
