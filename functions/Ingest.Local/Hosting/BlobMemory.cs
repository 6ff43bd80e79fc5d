using System.Text.Json;

namespace Ingest.Local.Hosting;

/// <summary>
/// Which version of each blob a function has been through, kept over restarts: a log of JSON lines, one a change, that is
/// compacted when it is opened. A line that a crash cut off is dropped, and that blob is seen once more.
/// </summary>
internal sealed class BlobMemory : IDisposable
{
    private readonly Dictionary<string, string> _versions;
    private readonly StreamWriter _log;
    private readonly Lock _gate = new();

    public BlobMemory(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _versions = Read(path);
        File.WriteAllLines(path + ".new", _versions.Select(known => Line(known.Key, known.Value)));
        File.Move(path + ".new", path, overwrite: true);
        _log = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>The blobs that are known.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return [.. _versions.Keys];
            }
        }
    }

    public bool Knows(string blob, string version)
    {
        lock (_gate)
        {
            return _versions.TryGetValue(blob, out var known) && known == version;
        }
    }

    public void Remember(string blob, string version)
    {
        lock (_gate)
        {
            _versions[blob] = version;
            _log.WriteLine(Line(blob, version));
        }
    }

    public void Forget(string blob)
    {
        lock (_gate)
        {
            _versions.Remove(blob);
            _log.WriteLine(Line(blob, version: null));
        }
    }

    public void Dispose() => _log.Dispose();

    private static Dictionary<string, string> Read(string path)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Path.Exists(path) ? File.ReadLines(path) : [])
        {
            if (Parse(line) is not [{ } blob, var version])
            {
                continue;
            }

            if (version is null)
            {
                versions.Remove(blob);
            }
            else
            {
                versions[blob] = version;
            }
        }

        return versions;
    }

    private static string?[]? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Line(string blob, string? version) => JsonSerializer.Serialize((string?[])[blob, version]);
}
