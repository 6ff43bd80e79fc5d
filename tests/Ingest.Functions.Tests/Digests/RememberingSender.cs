using System.Collections.Concurrent;
using Ingest.Core.Digests;
using Ingest.Functions.Mail;

namespace Ingest.Functions.Tests.Digests;

/// <summary>Takes everything like a provider would, and remembers it; a test may put words in its mouth.</summary>
internal sealed class RememberingSender : IMailSender
{
    public ConcurrentQueue<MailBatch> Taken { get; } = new();

    public Func<MailBatch, SendOutcome?> Answer { get; set; } = _ => null;

    public int Requests { get; private set; }

    public string Name => "test";

    public int MostRecipients { get; init; } = 1000;

    public IEnumerable<string> Addresses => Taken.SelectMany(b => b.Recipients).Select(r => r.Address);

    public Task<SendOutcome> SendAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        Requests++;
        if (Answer(batch) is { } outcome)
        {
            return Task.FromResult(outcome);
        }

        Taken.Enqueue(batch);
        return Task.FromResult(SendOutcome.Taken);
    }
}
