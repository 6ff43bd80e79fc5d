using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Local.Hosting;

/// <summary>
/// A blob path of a trigger or binding: <c>container/{name}.txt</c>. As in the Functions host a parameter matches as much
/// as it can, slashes included, so that in <c>reports/{office}/{name}</c> the name is what follows the last slash.
/// </summary>
internal sealed partial class BlobPath
{
    private readonly string _pattern;
    private readonly Regex _name;

    public BlobPath(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        Container = slash < 0 ? path : path[..slash];
        _pattern = slash < 0 ? "{name}" : path[(slash + 1)..];
        var parts = Parameter().Split(_pattern).Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : $"(?<{part}>.*)");
        _name = new Regex($"^{string.Concat(parts)}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }

    public string Container { get; }

    /// <summary>The values of the parameters, or null where a blob's name does not match.</summary>
    public Dictionary<string, object?>? Match(string blobName)
    {
        var match = _name.Match(blobName);
        return match.Success
            ? _name.GetGroupNames().Where(group => group != "0").ToDictionary(group => group, object? (group) => match.Groups[group].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    /// <summary>The blob's name with the parameters filled in.</summary>
    public string Fill(IReadOnlyDictionary<string, object?> values) => Parameter().Replace(
        _pattern,
        match => values.GetValueOrDefault(match.Groups["parameter"].Value) is { } value
            ? Convert.ToString(value, CultureInfo.InvariantCulture)!
            : throw new InvalidOperationException($"The blob path {Container}/{_pattern} names {match.Value}, which the trigger does not give."));

    // Regex.Split returns what the group holds between the literals.
    [GeneratedRegex(@"\{(?<parameter>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
