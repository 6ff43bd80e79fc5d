using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Functions.Tests.Digests;

/// <summary>What a digest costs in storage calls; infra/COST.md multiplies these figures.</summary>
public sealed class DigestCallsTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Readers = 300;

    [Fact]
    public async Task Run_Reads_The_Readers_Of_A_Batch_In_One_Call_And_Makes_Few_Others()
    {
        var calls = new StorageCalls();
        await using var app = await DigestApp.StartAsync(azurite.NewAccount(), replace: services => services.AddSingleton<HttpPipelinePolicy>(calls));
        await Parallel.ForAsync(0, Readers, TestContext.Current.CancellationToken, async (i, _) => await app.SubscribeAsync($"reader{i}@example.org"));
        await app.StoreAsync(Enumerable.Range(0, 20).Select(i => DigestApp.Measure($"第{i}市总工会", DigestApp.Week.From.AddHours(i))));
        calls.Reset();

        await app.RunAsync(DigestApp.Week);

        Assert.Equal(Readers, app.Sender.Addresses.Distinct().Count());
        var kinds = calls.Calls.GroupBy(Kind).OrderByDescending(kind => kind.Count()).ToList();
        var looks = calls.Calls.Count(call => Kind(call) == "GET Subscribers row");
        output.WriteLine($"A digest to {Readers} readers of one rendering: {calls.Calls.Count} storage calls, {looks} of them a look at a reader.\n{string.Join('\n', kinds.Select(kind => $"{kind.Count(),4} {kind.Key}"))}");
        Assert.Equal(0, looks);

        // For each hundred readers a row planned, sending and sent in a transaction each; the rest does not grow with them.
        Assert.InRange(calls.Calls.Count - looks, 1, (Readers / 100 * 3) + 22);
    }

    private static string Kind(string call)
    {
        var parts = call.Split(' ', '/');
        var path = string.Join('/', parts.Skip(3));
        return path.StartsWith("Subscribers(", StringComparison.Ordinal) && path.Contains("RowKey=", StringComparison.Ordinal) ? $"{parts[0]} Subscribers row"
            : $"{parts[0]} {path.Split('(')[0].Split('/')[0]}{(path.EndsWith("/messages", StringComparison.Ordinal) ? " messages" : "")}";
    }
}
