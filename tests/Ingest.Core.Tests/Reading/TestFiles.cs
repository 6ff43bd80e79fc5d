using System.Text;

namespace Ingest.Core.Tests.Reading;

/// <summary>The files of every format that lie beside these tests; they were made by tests/formats.sh.</summary>
internal static class TestFiles
{
    static TestFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gb18030 => Encoding.GetEncoding("gb18030");

    private static string Tests => Path.Combine(RepositoryRoot.Path, "tests", "Ingest.Core.Tests");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Tests, "Reading", "files", name));

    /// <summary>The plain text that a file was made of: a report of the extraction tests, or a seed by its number.</summary>
    public static string Report(string name) => File.ReadAllText(
        name[0] == 'r'
            ? Path.Combine(Tests, "Extraction", "reports", name + ".txt")
            : Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "seeds"), name + "_*.txt").Single());

    /// <summary>A text less its blanks: what formats must agree in.</summary>
    public static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
