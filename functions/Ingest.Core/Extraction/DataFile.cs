using System.IO.Compression;
using System.Text;

namespace Ingest.Core.Extraction;

/// <summary>
/// Reads the lexicons that lie beside the code as embedded <c>.txt</c> and <c>.tsv</c> files, large ones packed (<c>.gz</c>). Lines that begin with
/// <c>#</c> are comments: they name the source and licence of the data.
/// </summary>
internal static class DataFile
{
    /// <summary>The data lines of a file, comments and blank lines left out.</summary>
    /// <param name="neighbour">A type in the file's namespace.</param>
    /// <param name="name">File name, e.g. <c>traditional.txt</c>; one that ends in <c>.gz</c> is unpacked.</param>
    /// <exception cref="InvalidOperationException">The build did not embed the file.</exception>
    public static IEnumerable<string> Lines(Type neighbour, string name)
    {
        using var raw = neighbour.Assembly.GetManifestResourceStream(neighbour, name)
            ?? throw new InvalidOperationException($"The data file {neighbour.Namespace}.{name} is not embedded; check the EmbeddedResource items of Ingest.Core.csproj.");
        using var stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
