using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Ingest.Local.Hosting;

/// <summary>What a local host runs, and how.</summary>
public sealed record LocalHostOptions
{
    /// <summary>The functions.</summary>
    public required IReadOnlyList<LocalFunction> Functions { get; init; }

    /// <summary>The registrations that the functions' Program.cs makes.</summary>
    public required Action<IFunctionsWorkerApplicationBuilder, IConfiguration> Register { get; init; }

    /// <summary>Settings by name (<c>Section:Name</c>) that environment variables win over.</summary>
    public IReadOnlyDictionary<string, string?> Defaults { get; init; } = new Dictionary<string, string?>();

    /// <summary>Settings by name (<c>Section:Name</c>) that win over environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>What host.json says.</summary>
    public HostSettings Host { get; init; } = new();

    /// <summary>Where is kept what must outlast a restart.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Loopback port, or 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether timers fire by the clock; on demand they always do.</summary>
    public bool Timers { get; init; } = true;

    /// <summary>The queue that hears of deleted blobs, by container; in Azure an Event Grid subscription feeds it.</summary>
    public IReadOnlyDictionary<string, string> DeletionQueues { get; init; } = new Dictionary<string, string>();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Hears of every invocation that ends, on the thread that ran it.</summary>
    public Action<Invocation>? Observer { get; init; }

    /// <summary>Where logs go; nowhere unless set.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = logging => logging.ClearProviders();
}
