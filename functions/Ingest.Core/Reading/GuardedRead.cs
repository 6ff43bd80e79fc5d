using System.Xml;

namespace Ingest.Core.Reading;

/// <summary>
/// Runs one format's reader where neither a hang nor an exception reaches the caller: on a thread of its own with a
/// known stack and a deadline. Formats written here look at the clock themselves and bound their nesting; the deadline
/// is for the libraries, whose thread is left behind and ends by itself because the size of their input is bounded.
/// </summary>
internal static class GuardedRead
{
    private const int StackBytes = 16 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>What came of it; null where <paramref name="read"/> itself gave null.</summary>
    public static EntryContent? Run(Func<ReportText?> read, ReadingBudget budget)
    {
        EntryContent? content = null;
        var thread = new Thread(() => content = Attempt(read), StackBytes) { IsBackground = true, Name = "reading" };
        thread.Start();
        var left = budget.TimeLeft;
        var ended = thread.Join(left > TimeSpan.Zero ? left + Grace : Grace);
        budget.CancellationToken.ThrowIfCancellationRequested();
        return ended ? content : EntryContent.Of(Refusals.TooSlow);
    }

    private static EntryContent? Attempt(Func<ReportText?> read)
    {
        try
        {
            if (read() is not { } text) return null;
            return string.IsNullOrWhiteSpace(text.Text) ? EntryContent.Of(Refusals.NoText) : EntryContent.Of(text);
        }
        catch (UnreadableException unreadable)
        {
            return EntryContent.Of(unreadable.Refusal);
        }
        catch (OperationCanceledException)
        {
            return null; // the caller throws it on its own thread
        }
        catch (XmlException xml) when (SafeXml.IsDtd(xml))
        {
            return EntryContent.Of(Refusals.UnsafeXml);
        }
        catch (OutOfMemoryException)
        {
            return EntryContent.Of(Refusals.UnpacksTooLarge);
        }
        catch (Exception)
        {
            return EntryContent.Of(Refusals.Damaged); // whatever a broken file makes a parser throw: bad input is an outcome
        }
    }
}
