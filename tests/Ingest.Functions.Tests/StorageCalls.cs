using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Functions.Tests;

/// <summary>Counts the requests to storage, and stops the program at one of them as a crash would.</summary>
internal sealed class StorageCalls : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> calls = new();
    private int failAt = int.MaxValue;
    private bool afterwards;
    private int interruptAt = int.MaxValue;

    /// <summary>Method and path of every request since the last <see cref="Reset"/>, in order.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Starts a new count, in which the answer to one call is lost on the network, so that the client sends it again.</summary>
    public void ResetAndInterrupt(int call)
    {
        Reset();
        interruptAt = call;
    }

    /// <summary>Starts a new count.</summary>
    /// <param name="failAtCall">The call, from 0, at which the program stops; none by default.</param>
    /// <param name="lostAnswer">True where the request arrives and only its answer is lost.</param>
    public void Reset(int failAtCall = int.MaxValue, bool lostAnswer = false)
    {
        calls.Clear();
        failAt = failAtCall;
        afterwards = lostAnswer;
        interruptAt = int.MaxValue;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Count(message);
        var fails = call >= failAt;
        if (!fails || afterwards)
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (fails)
        {
            throw new CrashException();
        }

        if (call == interruptAt)
        {
            throw new IOException("The connection was lost.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The program calls storage asynchronously.");

    private int Count(HttpMessage message)
    {
        calls.Enqueue($"{message.Request.Method} {Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath)}");
        return calls.Count - 1;
    }
}

/// <summary>The program stopped here.</summary>
internal sealed class CrashException : Exception;
