namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the worker tells the host it can do.</summary>
public class WorkerOptions
{
    /// <summary>Capabilities by name.</summary>
    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
