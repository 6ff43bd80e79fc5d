using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Reading.Fuzzing;

/// <summary>What a run over broken files found.</summary>
/// <param name="Outcomes">Cases by outcome: a refusal's code, or <c>read</c>.</param>
/// <param name="Failures">Cases that threw, hung or ended without an outcome, in words that name file and seed.</param>
/// <param name="Slowest">The longest that one case took.</param>
internal sealed record FuzzRun(IReadOnlyDictionary<string, int> Outcomes, IReadOnlyCollection<string> Failures, TimeSpan Slowest)
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    /// <summary>Reads <paramref name="cases"/> broken copies of the seeds, on all processors. Case n is always the same file.</summary>
    public static FuzzRun Over(IReadOnlyList<(string Name, byte[] Bytes)> seeds, int cases, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var failures = new ConcurrentBag<string>();
        var slowest = new ConcurrentDictionary<int, long>();
        Parallel.For(0, cases, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            var (name, bytes) = seeds[number % seeds.Count];
            var started = Stopwatch.GetTimestamp();
            try
            {
                outcomes.AddOrUpdate(Outcome(Mutation.Of(bytes, number), name, cancellationToken), 1, (_, count) => count + 1);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"case {number} of {name}: {e}"));
            }

            var took = Stopwatch.GetElapsedTime(started);
            slowest.AddOrUpdate(0, took.Ticks, (_, longest) => Math.Max(longest, took.Ticks));
            if (took > Hang) failures.Add(string.Create(CultureInfo.InvariantCulture, $"case {number} of {name} took {took.TotalSeconds:F1} s"));
        });
        return new FuzzRun(outcomes, failures, TimeSpan.FromTicks(slowest.GetValueOrDefault(0)));
    }

    private static string Outcome(byte[] bytes, string name, CancellationToken cancellationToken) => ReportReader.Read(bytes, name, cancellationToken) switch
    {
        ReadResult.Refused { Reason: { Message.Length: > 0, Advice.Length: > 0 } reason } => reason.Code,
        ReadResult.Read { Entries: [{ Content.Refusal: { } refusal }, ..] } => refusal.Code,
        ReadResult.Read { Entries.Count: > 0 } => "read",
        var other => throw new InvalidOperationException($"No outcome: {other}"),
    };
}
