using System.Collections.Concurrent;

namespace Ingest.Local.Hosting;

/// <summary>Several pieces of work at a time, no more than a number, and none twice.</summary>
internal sealed class InFlight(int limit)
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <summary>How many more may begin now.</summary>
    public int Free => Math.Max(0, limit - _running.Count);

    /// <summary>Begins work as soon as there is room, unless work under this key is still running. For one caller at a time.</summary>
    public async Task BeginAsync(string key, Func<Task> work, CancellationToken stopping)
    {
        if (_running.ContainsKey(key))
        {
            return;
        }

        while (_running.Count >= limit)
        {
            await Task.WhenAny(_running.Values).WaitAsync(stopping);
        }

        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[key] = RunAsync(key, work, begun.Task);
        begun.SetResult();
    }

    /// <summary>Waits for all that has begun.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(string key, Func<Task> work, Task registered)
    {
        await registered;
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The host stops; the work begins again at the next start.
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }
}
