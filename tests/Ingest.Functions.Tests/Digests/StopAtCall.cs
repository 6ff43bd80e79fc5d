using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Core.Digests;
using Ingest.Functions.Mail;

namespace Ingest.Functions.Tests.Digests;

/// <summary>The process stops: nothing it would have done afterwards happens.</summary>
public sealed class ProcessStoppedException() : Exception("The process was stopped by the test.");

/// <summary>Stops the process at its n-th call of storage or provider, just before the call or just after it was answered.</summary>
/// <param name="call">Number of the call, from 1; 0 never stops.</param>
/// <param name="afterwards">Stop once the call has had its effect.</param>
internal sealed class StopAtCall(int call, bool afterwards) : HttpPipelinePolicy
{
    private int _calls;
    private volatile bool _stopped;

    public int Calls => _calls;

    /// <summary>Instead of stopping, lose the answer of that call to storage, so that the client sends it again.</summary>
    public bool OnlyAnswer { get; init; }

    /// <summary>Calls count from when this is set: the run, not the start of the program.</summary>
    public bool IsArmed { get; set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var number = Before();
        await ProcessNextAsync(message, pipeline);
        After(number);
        if (OnlyAnswer && number == call)
        {
            throw new IOException("The connection was lost.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything is asynchronous.");

    public int Before()
    {
        if (!IsArmed)
        {
            return 0;
        }

        var number = Interlocked.Increment(ref _calls);
        if (_stopped || (!OnlyAnswer && !afterwards && number == call))
        {
            Stop();
        }

        return number;
    }

    public void After(int number)
    {
        if (number > 0 && (_stopped || (!OnlyAnswer && afterwards && number == call)))
        {
            Stop();
        }
    }

    private void Stop()
    {
        _stopped = true;
        throw new ProcessStoppedException();
    }
}

/// <summary>A provider that outlives the process that calls it.</summary>
internal sealed class StoppingSender(StopAtCall stop, RememberingSender provider) : IMailSender
{
    public string Name => "test";

    public int MostRecipients => provider.MostRecipients;

    public async Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        var number = stop.Before();
        var outcome = await provider.SendAsync(batch, cancellationToken);
        stop.After(number);
        return outcome;
    }
}
