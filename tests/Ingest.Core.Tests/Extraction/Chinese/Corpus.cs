namespace Ingest.Core.Tests.Extraction.Chinese;

/// <summary>
/// The corpora beside these tests: a line is a text with the expression to read in ⟦ ⟧, a tab, and what it must be read
/// as. Lines that begin with # are headings.
/// </summary>
internal static class Corpus
{
    public static IEnumerable<(string Text, int Start, int End, string Expected)> Read(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Ingest.Core.Tests", "Extraction", "Chinese", file)))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var marked = line[..tab].Replace("\\n", "\n", StringComparison.Ordinal).Replace('□', '\uFFFD');
            var start = marked.IndexOf('⟦', StringComparison.Ordinal);
            var end = marked.IndexOf('⟧', StringComparison.Ordinal) - 1;
            yield return (marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), start, end, line[(tab + 1)..].Trim());
        }
    }

    /// <summary>Every case as its own test.</summary>
    public static TheoryData<string, int, int, string> Theory(string file)
    {
        var data = new TheoryData<string, int, int, string>();
        foreach (var (text, start, end, expected) in Read(file))
        {
            data.Add(text, start, end, expected);
        }

        return data;
    }
}
