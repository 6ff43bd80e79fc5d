namespace Ingest.Core.Extraction.Lexicon;

/// <summary>
/// Reads the data files of this folder: one record a line, its fields parted by tabs. What each file holds and where it comes
/// from stands in <c>Lexicon/README.md</c>.
/// </summary>
internal static class LexiconFile
{
    /// <summary>The records of a file, each as its fields.</summary>
    /// <param name="name">File name, e.g. <c>places.tsv</c>.</param>
    public static IEnumerable<string[]> Records(string name) => DataFile.Lines(typeof(LexiconFile), name).Select(line => line.Split('\t'));

    /// <summary>The words of a file that holds several a line, parted by blanks.</summary>
    /// <param name="name">File name, e.g. <c>surnames.txt</c>.</param>
    public static IEnumerable<string> Words(string name) =>
        DataFile.Lines(typeof(LexiconFile), name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
