using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ingest.Functions.Tests;

/// <summary>Counts the requests to storage, and stops the program at one of them as a crash would.</summary>
internal sealed class StorageCalls : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _calls = new();
    private int _failAt = int.MaxValue;
    private bool _afterwards;
    private int _interruptAt = int.MaxValue;

    /// <summary>Method and path of every request since the last <see cref="Reset"/>, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Starts a new count, in which the answer to one call is lost on the network, so that the client sends it again.</summary>
    public void ResetAndInterrupt(int call)
    {
        Reset();
        _interruptAt = call;
    }

    /// <summary>Starts a new count.</summary>
    /// <param name="failAtCall">The call, from 0, at which the program stops; none by default.</param>
    /// <param name="lostAnswer">True where the request arrives and only its answer is lost.</param>
    public void Reset(int failAtCall = int.MaxValue, bool lostAnswer = false)
    {
        _calls.Clear();
        _failAt = failAtCall;
        _afterwards = lostAnswer;
        _interruptAt = int.MaxValue;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Count(message);
        var fails = call >= _failAt;
        if (!fails || _afterwards)
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (fails)
        {
            throw new CrashException();
        }

        if (call == _interruptAt)
        {
            throw new IOException("The connection was lost.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The program calls storage asynchronously.");

    private int Count(HttpMessage message)
    {
        _calls.Enqueue($"{message.Request.Method} {Uri.UnescapeDataString(message.Request.Uri.ToUri().AbsolutePath)}");
        return _calls.Count - 1;
    }
}

/// <summary>The program stopped here.</summary>
internal sealed class CrashException : Exception;
