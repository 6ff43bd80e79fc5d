namespace Ingest.Local;

/// <summary>
/// Holds a file open so that only one process at a time does something. The system lets go of it when the process ends,
/// however it ends, so a stale lock cannot be; a process that ends in order leaves no file either.
/// </summary>
internal static class FileTurn
{
    /// <summary>Takes the turn at once, or returns null where another process has it.</summary>
    public static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for the turn.</summary>
    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path) is { } turn)
            {
                return turn;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }
}
