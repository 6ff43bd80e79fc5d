using System.Globalization;

namespace Ingest.Functions.Digests;

/// <summary>
/// Cuts groups of readers into batches, and says which of these one message asks for. Many choices have few readers each, and
/// a query for every one of them would cost more than the mail: choices that follow each other in the table of subscribers are
/// asked for together, as long as the range that they span holds no more readers than one batch may.
/// </summary>
/// <param name="mostRecipients">How many readers a batch takes.</param>
public sealed class BatchPlanning(int mostRecipients)
{
    /// <summary>All batches of a message are handed over at once; more would fill the memory with renderings.</summary>
    private const int MostInMessage = 8;

    private readonly List<PlannedBatch> _batches = [];
    private int _message;
    private int _inMessage;
    private int _span;

    /// <summary>The batches so far.</summary>
    public IReadOnlyList<PlannedBatch> Batches => _batches;

    /// <summary>Adds the next group in the order of the table.</summary>
    /// <param name="choice">Name of the readers' choice.</param>
    /// <param name="readers">Ids of the readers.</param>
    /// <param name="rendering">Name of the rendering, or null where they get nothing.</param>
    public void Add(string choice, IReadOnlyCollection<string> readers, string? rendering)
    {
        ArgumentNullException.ThrowIfNull(readers);
        _span += readers.Count;
        if (rendering is null)
        {
            return;
        }

        foreach (var some in readers.Order(StringComparer.Ordinal).Chunk(mostRecipients))
        {
            // Of a group in several batches each is a range of its own.
            if (_inMessage == 0 || _inMessage == MostInMessage || _span > mostRecipients)
            {
                _message++;
                (_inMessage, _span) = (0, readers.Count);
            }

            _inMessage++;
            _batches.Add(new((_batches.Count + 1).ToString("0000", CultureInfo.InvariantCulture), rendering, choice, some) { Message = _message });
        }
    }
}
