using System.Diagnostics;

namespace Ingest.Core.Reading;

/// <summary>
/// What is left of the limits while one file is read. Every loop over hostile bytes draws on it, so a file that asks for
/// too much ends in a refusal and not in a dead process.
/// </summary>
internal sealed class ReadingBudget(ReadingLimits limits, CancellationToken cancellationToken)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _unpacked;
    private int _entries;
    private int _pages;
    private int _objects;
    private int _characters;
    private uint _checks;

    public ReadingLimits Limits => limits;

    public CancellationToken CancellationToken => cancellationToken;

    public TimeSpan TimeLeft => limits.Time - Stopwatch.GetElapsedTime(_started);

    /// <summary>Looks at the clock: for steps that take long by themselves, such as a page.</summary>
    public void CheckTime()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TimeLeft < TimeSpan.Zero) throw new UnreadableException(Refusals.TooSlow);
    }

    /// <summary>One turn of a tight loop: looks at the clock every 1,024th time.</summary>
    public void Tick()
    {
        if ((++_checks & 1023) == 0) CheckTime();
    }

    /// <summary>Counts bytes that came out of a compressed part.</summary>
    public void Unpack(long bytes)
    {
        if ((_unpacked += bytes) > limits.MaxUnpackedBytes) throw new UnreadableException(Refusals.UnpacksTooLarge);
    }

    public void Entry()
    {
        CheckTime();
        if (++_entries > limits.MaxEntries) throw new UnreadableException(Refusals.TooManyEntries);
    }

    public void Page()
    {
        CheckTime();
        if (++_pages > limits.MaxPages) throw new UnreadableException(Refusals.TooManyPages);
    }

    public void Object()
    {
        Tick();
        if (++_objects > limits.MaxObjects) throw new UnreadableException(Refusals.TooManyObjects);
    }

    public void Characters(int count)
    {
        if ((_characters += count) > limits.MaxCharacters || _characters < 0) throw new UnreadableException(Refusals.TooMuchText);
    }

    /// <summary>Refuses a nesting deeper than the limit, long before the stack would end.</summary>
    public void Depth(int depth)
    {
        if (depth > limits.MaxDepth) throw new UnreadableException(Refusals.NestedTooDeep);
    }
}
