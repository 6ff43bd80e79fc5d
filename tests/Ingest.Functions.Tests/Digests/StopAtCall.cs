using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Core.Digests;
using Ingest.Functions.Mail;

namespace Ingest.Functions.Tests.Digests;

/// <summary>The process stops: nothing it would have done afterwards happens.</summary>
public sealed class ProcessStopped() : Exception("The process was stopped by the test.");

/// <summary>Stops the process at its n-th call of storage or provider, just before the call or just after it was answered.</summary>
/// <param name="call">Number of the call, from 1; 0 never stops.</param>
/// <param name="afterwards">Stop once the call has had its effect.</param>
internal sealed class StopAtCall(int call, bool afterwards) : HttpPipelinePolicy
{
    private int _calls;
    private volatile bool _stopped;

    public int Calls => _calls;

    /// <summary>Whether the call at which the process stopped was the provider's.</summary>
    public bool AtProvider { get; private set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Before(provider: false);
        await ProcessNextAsync(message, pipeline);
        After(number, provider: false);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything is asynchronous.");

    public int Before(bool provider)
    {
        var number = Interlocked.Increment(ref _calls);
        if (_stopped || (!afterwards && number == call))
        {
            Stop(provider);
        }

        return number;
    }

    public void After(int number, bool provider)
    {
        if (_stopped || (afterwards && number == call))
        {
            Stop(provider);
        }
    }

    private void Stop(bool provider)
    {
        AtProvider |= provider && !_stopped;
        _stopped = true;
        throw new ProcessStopped();
    }
}

/// <summary>A provider that outlives the process that calls it.</summary>
internal sealed class StoppingSender(StopAtCall stop, RememberingSender provider) : IMailSender
{
    public string Name => "test";

    public int MostRecipients => provider.MostRecipients;

    public async Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        var number = stop.Before(provider: true);
        var outcome = await provider.SendAsync(batch, cancellationToken);
        stop.After(number, provider: true);
        return outcome;
    }
}
